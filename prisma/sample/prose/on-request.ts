import type { Facts } from './facts';
import { join, say, type Prose } from './say';

const received = (f: Facts) => f.fig('applications.received.total');
const handled = (f: Facts) => f.fig('applications.handled.total');

function carriedIn(f: Facts, form: (n: Prose) => Prose): Prose {
  return f.n('applications.carriedIn.total') === 0 ? [] : form([f.fig('applications.carriedIn.total')]);
}

/** What is carried over; a semicolon parts it from the outcomes, which add up without it (PRO-07). */
function left(f: Facts, variant: number): Prose {
  const n = f.fig('applications.carriedOut.total');
  if (f.n('applications.carriedOut.total') === 0) {
    return (
      [
        say`；期末没有未办结的申请。`,
        say`；全部在法定期限内办结。`,
        say`；年底无积存。`,
        say`；无结转下年度办理的申请。`,
      ][variant % 4] ?? []
    );
  }
  return (
    [
      say`；结转下年度继续办理${n}件。`,
      say`；其余${n}件尚在办理期限内，结转下年度办理。`,
      say`；未到期的${n}件结转下年度。`,
      say`；截至年底仍在办理的有${n}件，结转下年度。`,
    ][variant % 4] ?? []
  );
}

const groups = [
  ['granted', '予以公开'],
  ['partlyGranted', '部分公开'],
  ['refused', '不予公开'],
  ['unavailable', '无法提供'],
  ['declined', '不予处理'],
  ['otherHandling', '其他处理'],
] as const;

function countOf(f: Facts, group: string): number {
  return f.format.cells
    .filter((cell) => cell.column.kind === 'total' && (cell.row.id === group || cell.row.id.startsWith(`${group}.`)))
    .reduce((sum, cell) => sum + f.n(cell.id), 0);
}

/** Every outcome that occurred with its count; they add up to the applications handled. */
function outcomes(f: Facts, mark: string, link: string): Prose {
  const items = groups
    .map(([group, name]) => ({ group, name, count: countOf(f, group) }))
    .filter((item) => item.count > 0);
  return join(
    items.flatMap(({ group, name, count }, index) => [
      index === 0 ? '' : mark,
      name + link,
      group === 'granted' || group === 'partlyGranted' ? f.fig(`applications.${group}.total`) : count,
      '件',
    ]),
  );
}

const applicants = (f: Facts): Prose => {
  const persons = f.n('applications.received.naturalPerson');
  const others = f.n('applications.received.total') - persons;
  if (others === 0) return say`申请人均为自然人`;
  return say`其中自然人申请${f.fig('applications.received.naturalPerson')}件、法人或其他组织申请${others}件`;
};

const full: readonly ((f: Facts, v: number) => Prose)[] = [
  (f, v) =>
    say`全年新收政府信息公开申请${received(f)}件，${applicants(f)}${carriedIn(f, (n) => say`；上年结转${n}件`)}。办理完毕${handled(f)}件，${outcomes(f, '、', '')}${left(f, v)}答复前均由${f.desk}会同承办机构核对依据。`,
  (f, v) =>
    say`${f.self}新收公开申请${received(f)}件${carriedIn(f, (n) => say`，连同上年结转的${n}件`)}，全部登记编号、限时转办。已办结${handled(f)}件：${outcomes(f, '，', '')}${left(f, v)}对内容不明确的申请，先电话了解需要，再一次告知补正。`,
  (f, v) =>
    say`收到政府信息公开申请${received(f)}件，${applicants(f)}。${carriedIn(f, (n) => say`上年结转${n}件。`)}全年答复${handled(f)}件，按结果分为${outcomes(f, '、', '')}${left(f, v)}当面申请的，由窗口人员协助填写申请表。`,
  (f, v) =>
    say`依申请公开办理坚持先沟通、后答复。${f.year}年新收申请${received(f)}件${carriedIn(f, (n) => say`、上年结转${n}件`)}，办结${handled(f)}件${left(f, v)}从办理结果看，${outcomes(f, '，', '的')}。`,
  (f, v) =>
    say`${f.year}年共新收申请${received(f)}件，${applicants(f)}${carriedIn(f, (n) => say`；上年结转${n}件`)}。办结${handled(f)}件（${outcomes(f, '、', '')}）${left(f, v)}答复文书使用统一文本，载明理由、依据和救济途径。`,
  (f, v) =>
    say`申请办理实行专人登记、承办机构拟复、法制审核、${f.desk}发出四步流程。新收申请${received(f)}件${carriedIn(f, (n) => say`，上年结转${n}件`)}，办理${handled(f)}件，结果为${outcomes(f, '、', '')}${left(f, v)}`,
  (f, v) =>
    say`公众申请的内容主要与自身权益有关。${f.self}全年新收${received(f)}件政府信息公开申请${carriedIn(f, (n) => say`，另有上年结转${n}件`)}，共办结${handled(f)}件，分别作出${outcomes(f, '、', '')}的处理${left(f, v)}`,
  (f, v) =>
    say`受理渠道包括当面、信函和网上三种，${f.year}年新收申请${received(f)}件，${applicants(f)}。${carriedIn(f, (n) => say`加上上年结转${n}件，`)}年内办结${handled(f)}件${left(f, v)}按类型统计，${outcomes(f, '，', '')}。`,
  (f, v) =>
    say`新收申请${received(f)}件${carriedIn(f, (n) => say`，承接上年结转${n}件`)}，办结${handled(f)}件，其中${outcomes(f, '、', '')}${left(f, v)}对涉及其他机关的申请，告知申请人该机关的名称和联系方式。`,
  (f, v) =>
    say`政府信息公开申请数量为${received(f)}件${carriedIn(f, (n) => say`，上年结转${n}件`)}。${f.self}对每件申请建立单独卷宗，全年办结${handled(f)}件，${outcomes(f, '，', '')}${left(f, v)}没有因超期答复被投诉。`,
  (f, v) =>
    say`${f.desk}统一接收申请，${f.year}年新收${received(f)}件申请，${applicants(f)}${carriedIn(f, (n) => say`，上年结转${n}件`)}。办理完成${handled(f)}件，包括${outcomes(f, '、', '')}${left(f, v)}疑难申请由法律顾问提出书面意见。`,
  (f, v) =>
    say`在申请办理上把好登记、检索、答复、送达四关，${f.year}年新收申请${received(f)}件${carriedIn(f, (n) => say`，上年结转${n}件`)}，作出处理${handled(f)}件：${outcomes(f, '、', '')}${left(f, v)}检索过程留有记录，经得起复查。`,
  (f, v) =>
    say`全年接收申请${received(f)}件，${applicants(f)}。${carriedIn(f, (n) => say`上年结转的${n}件优先办理。`)}办结${handled(f)}件，处理结果依次为${outcomes(f, '、', '')}${left(f, v)}对可以公开的内容，同时检查是否应当转为主动公开。`,
];

const nothingNew: readonly ((f: Facts) => Prose)[] = [
  (f) =>
    say`${f.year}年没有收到新的政府信息公开申请${carriedIn(f, (n) => say`，上年结转的${n}件已经办结`)}。申请受理点保持开放，受理电话和网上入口每月测试一次，确保渠道畅通。`,
  (f) =>
    say`${f.year}年未收到政府信息公开申请${carriedIn(f, (n) => say`；上年结转${n}件已办结`)}。受理人员参加了区里组织的答复文书培训，公开指南按新的联系方式作了更新。`,
];

/** Applications as in table three. */
export function onRequest(f: Facts, variant: number): Prose {
  const forms = f.n('applications.received.total') === 0 ? nothingNew : full;
  return forms[variant % forms.length]?.(f, variant) ?? [];
}
