import type { SectionId } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { PlacedInsert } from './insert';

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
  /** Pictures and simple tables among the paragraphs; the texts above do not contain them. */
  inserts?: PlacedInsert[];
}

export const agencyKinds = ['department', 'government', 'town'] as const;
/** What sort of agency reports: some duties bind governments only (条例第五十条第四项). */
export type AgencyKind = (typeof agencyKinds)[number];

export const agencyKindNames: Readonly<Record<AgencyKind, string>> = {
  department: '政府部门',
  government: '人民政府',
  town: '乡镇街道',
};

const town =
  /(?:镇|[^城]乡|民族乡|苏木|街道)(?:党工委)?(?:人民)?(?:政府|办事处|办|公所)?(?:(?:党政)?(?:综合)?办公室)?$/;
const government = /(?:人民政府|行政公署|[省市县区旗州盟]政府)(?:办公厅|办公室|办)?$/;
const region = /[省市县区旗州盟]$/;
/** Zones are run by committees, which are departments of the government that set them up. */
const zone =
  /(?:开发|园|新|高新|示范|保税|度假|风景|名胜|景|管理|试验|合作|功能|工业|保护|产业|实验|物流|港|集聚|聚集|库|灌|社|校|院|小|服务|旅游|自贸|综保)区$/;

/**
 * The kind told by an agency's name; null when the name is empty. The office of a government reports for it; a zone's
 * committee (管理委员会) is a department unless the name says 人民政府.
 */
export function kindOf(agency: string): AgencyKind | null {
  const name = agency
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^)]*\)$/, '');
  if (name === '') return null;
  if (town.test(name)) return 'town';
  if (government.test(name) || (region.test(name) && !zone.test(name))) return 'government';
  return 'department';
}
