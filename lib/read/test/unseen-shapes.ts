import type { Report } from '@/lib/report/report';
import { docxShapes } from './unseen-docx';
import { markdownShapes } from './unseen-markdown';
import { mhtmlOf, pageShapes } from './unseen-pages';
import { textShapes } from './unseen-text';

export interface Shape {
  readonly name: string;
  readonly file: (report: Report, seed: number) => Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every kind of file of which nobody here has seen an example, by name. */
export const shapes: readonly Shape[] = [
  ...Object.entries(textShapes).map(
    ([name, make]): Shape => ({ name: `text: ${name}`, file: (report, seed) => utf8(make(report, seed)) }),
  ),
  ...Object.entries(markdownShapes).map(
    ([name, make]): Shape => ({ name: `markdown: ${name}`, file: (report) => utf8(make(report)) }),
  ),
  ...Object.entries(pageShapes).map(
    ([name, make]): Shape => ({ name: `page: ${name}`, file: (report, seed) => utf8(make(report, seed)) }),
  ),
  {
    name: 'page: MHTML',
    file: (report, seed) =>
      utf8(mhtmlOf((pageShapes['content system'] as NonNullable<(typeof pageShapes)[string]>)(report, seed))),
  },
  ...Object.entries(docxShapes).map(
    ([name, make]): Shape => ({ name: `docx: ${name}`, file: (report) => make(report) }),
  ),
];
