import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '@/lib/report/report';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { outlineOf, wordsIn } from '@/lib/render/outline';
import { officeFilter } from '@/lib/render/pdf/pdf';
import { installed } from './programs';

export interface Named {
  readonly name: string;
  readonly report: Report;
}

/** Whether LibreOffice and what reads its PDF are installed. */
export const canConvert = (): boolean => installed('soffice', 'pdftotext', 'pdfinfo');

/** Has LibreOffice make PDFs of reports in one go; gives the path of each by name. */
export async function convertAll(folder: string, reports: readonly Named[]): Promise<ReadonlyMap<string, string>> {
  mkdirSync(folder, { recursive: true });
  for (const { name, report } of reports) writeFileSync(join(folder, `${name}.docx`), await filledDocxOf(report));
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const files = reports.map(({ name }) => join(folder, `${name}.docx`));
  spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', officeFilter, '--outdir', folder, ...files],
    { timeout: 600_000, stdio: 'ignore' },
  );
  return new Map(reports.map(({ name }) => [name, join(folder, `${name}.pdf`)]));
}

const numbersIn = (text: string): string[] => (text.match(/\d+(?:\.\d+)*/g) ?? []).sort();

/** All words of a report in the order of its pages. */
function wordsOf(report: Report): string {
  const { title, preamble, sections, signature } = outlineOf(report);
  const inSections = sections.flatMap(({ heading, table, passages }) => [
    heading,
    ...(table?.grid.rows.flatMap((row) =>
      row.cells.map((cell) => (cell.is === 'header' ? cell.text : (cell.value ?? ''))),
    ) ?? []),
    ...(table?.remarks ?? []),
    ...wordsIn(passages),
  ]);
  return [...title, ...wordsIn(preamble), ...inSections, signature.agency, signature.date ?? ''].join('\n');
}

function missing(from: readonly string[], of: readonly string[]): string[] {
  const left = [...of];
  return from.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What a PDF lost or added of a report's numbers, of its page numbers, headings, tables and header cells. */
export function pdfFaults(report: Report, path: string): string[] {
  const pages = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .stdout.split('\f')
    .filter((page) => page.trim() !== '');
  const feet = pages.map((page) => /— ?(\d+) ?—/.exec(page)?.[1]);
  const text = pages.map((page) => page.replace(/— ?\d+ ?—/, '')).join('\n');
  const [found, wanted] = [numbersIn(text), numbersIn(wordsOf(report))];
  const structure = spawnSync('pdfinfo', ['-struct', path], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;
  const count = (tag: string): number => structure.match(new RegExp(`^\\s*${tag}\\b`, 'gm'))?.length ?? 0;
  const faults = [
    ...(feet.every((foot, index) => foot === String(index + 1)) && pages.length > 0
      ? []
      : [`page numbers ${feet.join(' ')}`]),
    ...missing(wanted, found).map((number) => `lost ${number}`),
    ...missing(found, wanted).map((number) => `extra ${number}`),
    ...(count('H1') === 6 ? [] : [`${count('H1')} H1`]),
    ...(count('Table') === 3 ? [] : [`${count('Table')} Table`]),
    ...(count('TH') >= 34 ? [] : [`${count('TH')} TH`]),
  ];
  return faults;
}
