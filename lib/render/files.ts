import { createHash } from 'node:crypto';
import type { Report } from '@/lib/report/report';
import { csvOf } from './csv';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { mediaTypes, type FrameFile, type PageFrame } from './frame';
import { jsonOf } from './json';
import { outlineOf } from './outline';
import { pageOf, standaloneOf } from '@/lib/render/page/page';

export interface PublicationFile {
  readonly name: FrameFile['name'] | 'page';
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

const contentTypes = {
  'report.docx': mediaTypes['report.docx'],
  'report.html': `${mediaTypes['report.html']}; charset=utf-8`,
  'report.json': `${mediaTypes['report.json']}; charset=utf-8`,
  'report.csv': `${mediaTypes['report.csv']}; charset=utf-8`,
  page: 'text/html; charset=utf-8',
} as const satisfies Record<PublicationFile['name'], string>;

const labels: Readonly<Record<FrameFile['name'], string>> = {
  'report.docx': 'Word 文档',
  'report.html': '单个网页',
  'report.json': '数据',
  'report.csv': '数据表',
};

function file(name: PublicationFile['name'], content: string | Uint8Array): PublicationFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, contentType: contentTypes[name], bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Everything that a publication stores: four files and the page that lists them. Made once, then served as they are.
 * The same report and frame give the same bytes.
 */
export async function publicationFiles(report: Report, frame: Omit<PageFrame, 'files'>): Promise<PublicationFile[]> {
  const outline = outlineOf(report);
  const files = [
    file('report.docx', await filledDocxOf(report)),
    file('report.html', standaloneOf(report, outline)),
    file('report.json', jsonOf(report)),
    file('report.csv', csvOf(report)),
  ];
  const listed = files.flatMap((one): FrameFile[] =>
    one.name === 'page'
      ? []
      : [{ name: one.name, label: labels[one.name], size: one.bytes.length, sha256: one.sha256 }],
  );
  return [...files, file('page', pageOf(report, { ...frame, files: listed }, outline))];
}
