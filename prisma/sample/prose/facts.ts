import type { Format } from '@/lib/statute/format';
import { totalsOf } from '@/lib/report/totals';
import type { SampleAgency } from '@/prisma/sample/agencies';
import { formatOf, type DataCells } from '@/prisma/sample/figures';
import { government } from '@/prisma/sample/agencies';
import { drawFrom } from '@/prisma/sample/random';
import type { Run } from '@/lib/report/draft';
import { figure } from './say';

/** What the sentences of one report may speak of. */
export interface Facts {
  readonly agency: SampleAgency;
  readonly year: number;
  readonly format: Format;
  /** How the agency calls itself: 我局, 我镇, 我街道, 我区. */
  readonly self: string;
  /** Its parts, and the one that runs disclosure. */
  readonly offices: string;
  readonly desk: string;
  readonly head: string;
  /** The number a cell holds, totals included. */
  n(cell: string): number;
  /** The cell as a linked figure. */
  fig(cell: string): Run;
  readonly posts: { readonly total: number; readonly site: number; readonly channel: number; readonly board: number };
  readonly readings: number;
  readonly replies: number;
  readonly trainings: number;
  readonly trained: number;
  readonly checks: number;
  readonly mended: number;
  readonly columns: number;
  readonly drafts: number;
}

const own: Readonly<Record<string, { self: string; offices: string; desk: string; head: string }>> = {
  government: { self: '我区', offices: '各镇街、各部门', desk: '区政府办公室', head: '区政府主要负责同志' },
  department: { self: '我局', offices: '各科室', desk: '局办公室', head: '局主要负责同志' },
  liuxizhen: { self: '我镇', offices: '各站所办', desk: '镇党政综合办公室', head: '镇长' },
  yunhejiedao: { self: '我街道', offices: '各科室和社区', desk: '街道党政综合办公室', head: '街道办事处主任' },
};

/** Numbers that stand in no table are drawn here once a report; those of the tables are read from its cells. */
export function factsOf(agency: SampleAgency, year: number, cells: DataCells): Facts {
  const format = formatOf(year);
  const all = { ...totalsOf(format, cells), ...cells };
  const draw = drawFrom(`prose ${agency.key} ${year}`);
  const scale = agency.key === government ? 9 : agency.kind === 'town' ? 0.6 : 1;
  const site = Math.round(draw.between(118, 342) * scale);
  const channel = Math.round(draw.between(64, 208) * scale);
  const board = Math.round(draw.between(12, 46) * scale);
  const trainings = draw.between(2, 5);
  const checks = draw.between(3, 9);
  return {
    agency,
    year,
    format,
    ...(own[agency.key] ??
      own[agency.kind] ?? { self: '我单位', offices: '各科室', desk: '办公室', head: '主要负责同志' }),
    n: (cell) => Number(all[cell] ?? 0),
    fig: figure,
    posts: { total: site + channel + board, site, channel, board },
    readings: Math.round(draw.between(9, 24) * Math.min(scale, 4)),
    replies: Math.round(draw.between(31, 186) * Math.min(scale, 6)),
    trainings,
    trained: trainings * draw.between(22, 61),
    checks,
    mended: checks + draw.between(2, 17),
    columns: draw.between(9, 23),
    drafts: Math.round(draw.between(58, 240) * Math.min(scale, 5)),
  };
}
