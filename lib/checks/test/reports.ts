import { titleOf, type SectionId } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { CellId } from '@/lib/statute/table';
import { totalsOf } from '@/lib/report/totals';
import type { Report } from '@/lib/report/report';
import type { CheckContext } from '@/lib/checks/context';
import type { Finding } from '@/lib/checks/finding';

type Texts = Partial<Record<SectionId, string | undefined>>;

const prose: Texts = {
  overview: [
    '（一）主动公开。本年度主动公开政府信息20条，内容为机构职能、办事指南和执法结果，均由办公室审核后在门户网站公布。',
    '（二）依申请公开。按时办理政府信息公开申请，登记、审查、答复、归档各有专人。',
    '（三）政府信息管理。起草公文时同步确定公开属性，文件目录按季核对，失效的及时标注。',
    '（四）平台建设。公开专栏设在门户网站，栏目由业务科室维护，办公室逐月检查更新情况。',
    '（五）监督保障。举办业务培训，明确分管负责人和联络员，接受群众监督。',
  ].join('\n'),
  problems: [
    '一是解读形式单一，图解和视频较少，群众不易看懂。二是更新不够及时，个别栏目没有按时限公布。',
    '针对上述问题，已增配人员，按季征集解读选题，逐月检查栏目更新情况，发现迟延的当月补齐，结果通报各科室，公开质量逐步改善。',
  ].join('\n'),
  other: '本年度未收取政府信息公开信息处理费。',
};

const preambleOf = (year: number): string =>
  `本报告根据《中华人民共和国政府信息公开条例》编制。报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

/**
 * A report whose data cells are 0 but for those given; totals follow unless one is given. Its prose says nothing wrong.
 */
export function reportWith(
  cells: Record<CellId, string | null> = {},
  texts: Texts = {},
  head: Partial<Report> = {},
): Report {
  const { format: id = '2021', year = 2023, agency = '云泽市应急管理局' } = head;
  const format = formatById(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const data = {
    ...Object.fromEntries(format.cells.filter((cell) => !cell.isTotal).map((cell) => [cell.id, '0'])),
    ...cells,
  };
  return {
    format: id,
    year,
    agency,
    title: titleOf(agency, year),
    preamble: preambleOf(year),
    sections: Object.fromEntries(
      Object.entries({ disclosure: '', applications: '', remedies: '', ...prose, ...texts }).filter(
        ([, text]) => text !== undefined,
      ),
    ),
    signature: { agency, date: null },
    ...head,
    cells: { ...totalsOf(format, data), ...data },
  };
}

export const reportOf2020 = (
  cells: Record<CellId, string | null> = {},
  texts: Texts = {},
  head: Partial<Report> = {},
): Report => reportWith(cells, texts, { format: '2019', year: 2020, ...head });

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

export const contextOf = ({ context }: Try): CheckContext => ({
  purpose: 'draft',
  kind: 'department',
  last: null,
  ...context,
});
