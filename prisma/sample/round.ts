import type { CellId } from '@/lib/statute/table';
import type { EventType } from '@/lib/workflow/state';
import { government, holderOf } from './agencies';
import { shanghai, type SampleEvent } from './timeline';

/** The round that is running: reports of 2025, made in January 2026. */
export const roundYear = 2025;

export interface RoundComment {
  /** A cell, or the role of a paragraph whose first sentence is meant. */
  readonly cell?: CellId;
  readonly paragraph?: string;
  readonly text: string;
  readonly at: Date;
  readonly settledAt?: Date;
  readonly reply?: { readonly text: string; readonly at: Date };
}

/** Where one agency stands in the round. */
export interface RoundPlan {
  readonly events: readonly SampleEvent[];
  /** What is left out of the draft as yet, by cell id or paragraph role. */
  readonly without?: (id: string) => boolean;
  /** Cells that are written wrongly and still stand so; null is a blank. A total stands here as it was stated. */
  readonly wrong?: Readonly<Record<CellId, number | null>>;
  /** Added to a cell in the first version and put right after the return. */
  readonly firstOff?: Readonly<Record<CellId, number>>;
  /** Added to a cell in the version that was published first, and put right by a correction. */
  readonly publishedOff?: Readonly<Record<CellId, number>>;
  /** Roles of paragraphs whose last sentence came only after the return. */
  readonly firstShort?: readonly string[];
  readonly comments?: readonly RoundComment[];
}

const on = (day: number, hour: number, minute: number): Date => shanghai(2026, 1, day, hour, minute);

function way(agency: string, ...steps: readonly (readonly [EventType, Date, string?])[]): SampleEvent[] {
  return steps.map(([type, at, reason]) => {
    const role = type === 'started' || type === 'submitted' || type === 'recalled' ? 'author' : 'reviewer';
    return { type, at, by: holderOf(agency, role).userName, reason: reason ?? '' };
  });
}

const tables = /^(disclosure|applications|remedies)\./;

export const round: Readonly<Record<string, RoundPlan>> = {
  [government]: {
    events: way(government, ['started', on(15, 15, 5)]),
    without: (id) =>
      ![
        'preamble',
        'overview.lead',
        'overview.platform.heading',
        'overview.platform',
        'overview.supervision.heading',
        'overview.supervision',
      ].includes(id),
  },
  fazhanhegaigeju: {
    events: way(
      'fazhanhegaigeju',
      ['started', on(5, 9, 20)],
      ['submitted', on(8, 16, 12)],
      ['approved', on(9, 10, 31)],
      ['published', on(12, 9, 8)],
    ),
  },
  weishengjiankangju: {
    events: way(
      'weishengjiankangju',
      ['started', on(5, 14, 2)],
      ['submitted', on(9, 11, 40)],
      ['approved', on(13, 15, 26)],
      ['published', on(14, 10, 15)],
    ),
  },
  shichangjianduguanliju: {
    events: way(
      'shichangjianduguanliju',
      ['started', on(6, 9, 48)],
      ['submitted', on(9, 17, 3)],
      ['returned', on(12, 11, 22), '行政强制数量与执法台账不一致，请核对后再报。'],
      ['submitted', on(14, 9, 37)],
      ['approved', on(15, 16, 50)],
      ['published', on(16, 10, 6)],
    ),
    firstOff: { 'disclosure.coercion.decisions': 3 },
    comments: [
      {
        cell: 'disclosure.coercion.decisions',
        text: '执法办案系统里的数字比这里少3件，是否把已经解除的查封重复计算了？',
        at: on(12, 11, 14),
        reply: { text: '确实重复计算，已按系统年终数改正。', at: on(13, 15, 33) },
        settledAt: on(15, 16, 44),
      },
    ],
  },
  renliziyuanheshehuibaozhangju: {
    events: way(
      'renliziyuanheshehuibaozhangju',
      ['started', on(6, 10, 11)],
      ['submitted', on(14, 15, 52)],
      ['approved', on(16, 9, 29)],
    ),
  },
  jiaoyuju: { events: way('jiaoyuju', ['started', on(7, 9, 33)], ['submitted', on(19, 10, 47)]) },
  liuxizhen: { events: way('liuxizhen', ['started', on(8, 14, 25)], ['submitted', on(19, 16, 18)]) },
  zhufanghechengxiangjiansheju: {
    events: way(
      'zhufanghechengxiangjiansheju',
      ['started', on(5, 10, 4)],
      ['submitted', on(13, 14, 36)],
      ['returned', on(15, 10, 52), '行政许可数量请与审批系统核对；第五部分的改进措施再写具体一些。'],
      ['submitted', on(19, 9, 41)],
    ),
    firstOff: { 'disclosure.licensing.decisions': -27 },
    firstShort: ['problems.measures'],
    comments: [
      {
        cell: 'disclosure.licensing.decisions',
        text: '审批系统导出的年终数比这里多27件，差在哪里？',
        at: on(15, 10, 31),
        reply: { text: '漏计12月下旬办结的施工许可，已按审批系统年终数改正，正文数字随表更新。', at: on(16, 15, 8) },
      },
      {
        paragraph: 'problems.measures',
        text: '这里只写了打算，请补上已经做了什么、由谁负责。',
        at: on(15, 10, 45),
        reply: { text: '已补充一句。', at: on(16, 15, 20) },
      },
    ],
  },
  ziranziyuanheguihuaju: {
    events: way(
      'ziranziyuanheguihuaju',
      ['started', on(6, 14, 40)],
      ['submitted', on(14, 11, 5)],
      ['returned', on(16, 15, 17), '有两处需要核对，见批注。其余部分没有意见。'],
    ),
    comments: [
      {
        cell: 'disclosure.penalties.decisions',
        text: '请核对是否包含由综合执法部门作出的决定，这部分应由作出决定的机关统计。',
        at: on(16, 14, 58),
      },
      {
        paragraph: 'overview.proactive',
        text: '这一句的数字请与网站后台年终统计核对，并注明统计到哪一天。',
        at: on(16, 15, 9),
      },
    ],
  },
  minzhengju: {
    events: way('minzhengju', ['started', on(12, 10, 20)]),
    without: (id) =>
      (tables.test(id) &&
        !/^disclosure\./.test(id) &&
        !/^applications\.(received|carriedIn|granted|partlyGranted)\./.test(id)) ||
      /^(overview\.(management|platform|supervision)|problems|other|remedies\.text)/.test(id),
  },
  yingjiguanliju: {
    events: way('yingjiguanliju', ['started', on(8, 9, 15)]),
    wrong: {
      'applications.granted.naturalPerson': -1,
      'disclosure.coercion.decisions': null,
      'remedies.reconsideration.total': 1,
    },
  },
};
