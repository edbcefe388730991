import { unzipSync } from 'fflate';
import { blocksOfDocx } from '@/lib/read/docx/docx';
import { read } from '@/lib/read/read';
import { isUnreadable } from '@/lib/read/result';
import { linesOf, linesOfReport } from '@/lib/read/test/outline-blocks';
import type { Report } from '@/lib/report/report';
import { sectionIds } from '@/lib/statute/format';
import { docxOf } from '@/lib/render/docx/docx';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { outlineOf } from '@/lib/render/outline';
import { gridFaults, tablesOf } from './docx-tables';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between a report's .docx as `docx` makes it and as it is filled, part by part. */
export async function fillingFaults(report: Report): Promise<string[]> {
  const straight = unzipSync(await docxOf(report));
  const filled = unzipSync(await filledDocxOf(report));
  const names = same(Object.keys(filled), Object.keys(straight)) ? [] : ['other parts than docx makes'];
  return [
    ...names,
    ...Object.entries(straight).flatMap(([name, part]) =>
      Buffer.from(part).equals(Buffer.from(filled[name] ?? [])) ? [] : [`${name} is not as docx makes it`],
    ),
  ];
}

/** What a report's .docx breaks of its grid, and what `lib/read` does not give back as it was written. */
export async function contentFaults(report: Report, docx: Uint8Array): Promise<string[]> {
  const tables = tablesOf(docx);
  const faults = [...(tables.length === 3 ? [] : [`${tables.length} tables`]), ...tables.flatMap(gridFaults)];
  const blocks = await blocksOfDocx(docx);
  if (isUnreadable(blocks)) return [...faults, blocks.error.message];
  const lines = linesOf(blocks);
  const wanted = linesOfReport(report);
  if (!same(lines, wanted))
    faults.push(`paragraphs: ${lines.find((line, index) => line !== wanted[index]) ?? 'too few'}`);
  const found = await read(docx);
  if (isUnreadable(found)) return [...faults, found.error.message];
  if (found.unplaced.length > 0) faults.push(`unplaced: ${found.unplaced.join(' | ')}`);
  const expected = asRead(report);
  for (const key of ['format', 'year', 'agency', 'title', 'preamble', 'sections', 'cells', 'signature'] as const) {
    const given = key === 'sections' ? withoutEmpty(found.report.sections) : found.report[key];
    if (!same(given, expected[key])) faults.push(`${key}: ${JSON.stringify(given).slice(0, 200)}`);
  }
  return faults;
}

const withoutEmpty = (sections: Report['sections']): Report['sections'] =>
  Object.fromEntries(sectionIds.flatMap((id) => (sections[id] ? [[id, sections[id]]] : [])));

/** A report as its .docx shows it: what is derived is written out, remarks are paragraphs below their table. */
function asRead(report: Report): Report {
  const outline = outlineOf(report);
  const text = (id: (typeof sectionIds)[number]): string => {
    const section = outline.sections.find((one) => one.id === id);
    return [
      ...(section?.table?.remarks ?? []),
      ...(section?.passages ?? []).flatMap((passage) => ('text' in passage ? [passage.text] : [])),
    ].join('\n');
  };
  return {
    ...report,
    title: outline.title.join(''),
    sections: withoutEmpty(Object.fromEntries(sectionIds.map((id) => [id, text(id)]))),
    signature: { agency: outline.signature.agency, date: report.signature.date },
  };
}
