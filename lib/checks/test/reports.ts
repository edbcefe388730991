import { titleOf, type SectionId } from '../../statute/format';
import { formatById } from '../../statute/formats';
import type { CellId } from '../../statute/table';
import { totalsOf } from '../../report/totals';
import type { Report } from '../../report/report';
import type { CheckContext } from '../context';
import type { Finding } from '../finding';

type Texts = Partial<Record<SectionId, string | undefined>>;

const prose: Texts = {
  overview: '（一）主动公开。本年度主动公开政府信息20条。\n（二）依申请公开。按时办理政府信息公开申请。',
  problems: '一是解读形式单一。二是更新不够及时。已增配人员，逐月检查。',
  other: '本年度未收取政府信息公开信息处理费。',
};

/** A report whose data cells are 0 but for those given; totals follow unless one is given. Its prose says nothing wrong. */
export function reportWith(cells: Record<CellId, string | null> = {}, texts: Texts = {}, head: Partial<Report> = {}): Report {
  const { format: id = '2021', year = 2023, agency = '云泽市应急管理局' } = head;
  const format = formatById(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const data = { ...Object.fromEntries(format.cells.filter((cell) => !cell.isTotal).map((cell) => [cell.id, '0'])), ...cells };
  return {
    format: id,
    year,
    agency,
    title: titleOf(agency, year),
    preamble: '',
    sections: Object.fromEntries(Object.entries({ disclosure: '', applications: '', remedies: '', ...prose, ...texts }).filter(([, text]) => text !== undefined)),
    signature: { agency, date: null },
    ...head,
    cells: { ...totalsOf(format, data), ...data },
  };
}

export const reportOf2020 = (cells: Record<CellId, string | null> = {}, texts: Texts = {}, head: Partial<Report> = {}): Report =>
  reportWith(cells, texts, { format: '2019', year: 2020, ...head });

/** A report, what it is checked against, and the findings of one rule. */
export interface Try {
  readonly report: Report;
  readonly context?: Partial<CheckContext>;
}

export interface Cases {
  readonly holds: Try;
  readonly fails: Try & { readonly finds: readonly Partial<Finding>[] };
  /** The last case before the rule speaks, or the first in which it stays silent: `because` says which. */
  readonly boundary: Try & { readonly because: string; readonly finds: readonly Partial<Finding>[] };
}

export const contextOf = ({ context }: Try): CheckContext => ({ purpose: 'draft', kind: 'department', last: null, ...context });
