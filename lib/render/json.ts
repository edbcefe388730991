import { insertsOf, type PictureWithData, type PlacedInsert } from '@/lib/report/insert';
import type { Report } from '@/lib/report/report';
import { sectionIds } from '@/lib/statute/format';
import { formatOf, fullTitle } from './outline';

const always = new Set(['overview', 'problems', 'other']);

/** The report in JSON: every cell of the format in printed order, keys always in the same order. */
export function plainReport(report: Report): Report {
  const cells: Record<string, string | null> = {};
  for (const cell of formatOf(report).cells) cells[cell.id] = report.cells[cell.id] ?? null;
  const sections: Report['sections'] = {};
  for (const id of sectionIds) {
    const text = report.sections[id] ?? '';
    if (text !== '' || always.has(id)) sections[id] = text;
  }
  const inserts = (['preamble', ...sectionIds] as const)
    .flatMap((place) => insertsOf(report.inserts, place))
    .map(plainInsert);
  const notes = report.notes ?? {};
  const noted = Object.keys(cells).filter((id) => notes[id] !== undefined);
  return {
    format: report.format,
    year: report.year,
    agency: report.agency,
    title: fullTitle(report),
    preamble: report.preamble,
    sections,
    cells,
    signature: { agency: report.signature.agency, date: report.signature.date },
    ...(noted.length > 0 ? { notes: Object.fromEntries(noted.map((id) => [id, notes[id] ?? ''])) } : {}),
    ...((report.extra ?? []).length > 0
      ? { extra: (report.extra ?? []).map(({ table, label, value }) => ({ table, label, value })) }
      : {}),
    ...(inserts.length > 0 ? { inserts } : {}),
  };
}

function plainInsert(insert: PlacedInsert): PlacedInsert {
  const { place, at } = insert;
  if ('table' in insert) return { place, at, table: { caption: insert.table.caption, rows: insert.table.rows } };
  return { place, at, picture: plainPicture(insert.picture) };
}

function plainPicture({ sha256, contentType, width, height, alt, data }: PictureWithData): PictureWithData {
  return { sha256, contentType, width, height, alt, ...(data === undefined ? {} : { data }) };
}

/** `report.json` (interfaces.md, "A report in JSON"). */
export function jsonOf(report: Report): string {
  return `${JSON.stringify(plainReport(report), null, 2)}\n`;
}
