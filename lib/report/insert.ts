import type { Place } from './report';

export const pictureTypes = ['image/png', 'image/jpeg'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** A picture as the prose names it; its bytes are found by their hash. */
export interface Picture {
  /** Of the re-encoded bytes; hexadecimal, lower case. */
  readonly sha256: string;
  readonly contentType: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who cannot see it. Never empty. */
  readonly alt: string;
}

/**
 * A table in the prose that is none of the three statutory ones: texts in rows of one length, the first row its header.
 */
export interface SimpleTable {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** What may stand among paragraphs in the place of words. */
export type Insert = { readonly picture: Picture } | { readonly table: SimpleTable };

/** A picture with its bytes in Base64; without them where they were not at hand. */
export interface PictureWithData extends Picture {
  readonly data?: string;
}

/**
 * An insert of a report. `at` is the number of text paragraphs of its place that stand before it; several at one place
 * stand in the order of the list. The texts of the report do not contain it.
 */
export type PlacedInsert = { readonly place: Place; readonly at: number } & (
  | { readonly picture: PictureWithData }
  | { readonly table: SimpleTable }
);

/** How much one report takes. */
export const insertLimits = {
  pictures: 20,
  alt: 200,
  caption: 200,
  columns: 12,
  rows: 60,
  cell: 500,
  placed: 200,
} as const;

/** Base64 of one picture; what is re-encoded stays well below it. */
export const longestPicture = 8_000_000;

/** Whether two paragraphs hold the same picture or table, or both none. */
export function sameInsert(a: Insert | undefined, b: Insert | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('picture' in a) return 'picture' in b && a.picture.sha256 === b.picture.sha256 && a.picture.alt === b.picture.alt;
  return 'table' in b && sameTable(a.table, b.table);
}

function sameTable(a: SimpleTable, b: SimpleTable): boolean {
  return (
    a.caption === b.caption &&
    a.rows.length === b.rows.length &&
    a.rows.every(
      (row, line) =>
        row.length === b.rows[line]?.length && row.every((text, column) => text === b.rows[line]?.[column]),
    )
  );
}

/** The report with its pictures but without their bytes: what is compared, checked and listed. */
export function withoutPictureData<Bearer extends { readonly inserts?: PlacedInsert[] }>(report: Bearer): Bearer {
  if (report.inserts === undefined) return report;
  return {
    ...report,
    inserts: report.inserts.map((insert) =>
      'picture' in insert ? { ...insert, picture: { ...insert.picture, data: undefined } } : insert,
    ),
  };
}

/** The inserts of one place, in reading order. */
export function insertsOf(inserts: readonly PlacedInsert[] | undefined, place: Place): PlacedInsert[] {
  return (inserts ?? []).filter((insert) => insert.place === place).sort((a, b) => a.at - b.at);
}
