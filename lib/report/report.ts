import type { SectionId } from '../statute/format';
import type { CellId } from '../statute/table';

/** Where prose stands: the opening paragraph, or one of the six sections. */
export type Place = 'preamble' | SectionId;

/**
 * A report as read from a document or as published (interfaces.md, "A report in JSON").
 * `cells` holds every cell of the format, totals as stated; null is blank, which is not 0.
 */
export interface Report {
  format: string;
  year: number;
  /** As in the title. */
  agency: string;
  title: string;
  preamble: string;
  /** Paragraphs parted by a line feed. For the sections with a table: the text that stands with it. */
  sections: Partial<Record<SectionId, string>>;
  cells: Record<CellId, string | null>;
  signature: { agency: string; date: string | null };
  /** Text beside the number in a cell. */
  notes?: Record<CellId, string>;
  /** Rows of a document that the format does not know. */
  extra?: { table: string; label: string; value: string }[];
}

export const agencyKinds = ['department', 'government', 'town'] as const;
/** What sort of agency reports: some duties bind governments only (条例第五十条第四项). */
export type AgencyKind = (typeof agencyKinds)[number];

export const agencyKindNames: Readonly<Record<AgencyKind, string>> = {
  department: '政府部门',
  government: '人民政府',
  town: '乡镇街道',
};

/** The kind told by an agency's name; null when the name is empty. */
export function kindOf(agency: string): AgencyKind | null {
  const name = agency.trim();
  if (name === '') return null;
  if (/(镇|乡|街道|街道办事处)(人民政府|政府|办事处)?$/.test(name)) return 'town';
  if (/人民政府(办公厅|办公室)?$/.test(name)) return 'government';
  return 'department';
}
