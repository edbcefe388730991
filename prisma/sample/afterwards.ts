import type { CellId } from '@/lib/statute/table';
import { holderOf } from './agencies';
import type { SampleYear } from './profiles';
import { shanghai, type SampleEvent } from './timeline';

/** What happened to a report of a past year after it had been published. */
export interface Afterwards {
  readonly events: readonly SampleEvent[];
  /** Added to a cell in the version that was published first, and put right by the correction. */
  readonly publishedOff: Readonly<Record<CellId, number>>;
}

/** One report was corrected, another one withdrawn, so that both can be seen. */
const told: Readonly<Record<string, Afterwards>> = {
  'yingjiguanliju 2024': {
    publishedOff: { 'disclosure.licensing.decisions': -2, 'disclosure.penalties.decisions': 1 },
    events: [
      {
        type: 'reopened',
        by: holderOf('yingjiguanliju', 'author').userName,
        at: shanghai(2025, 1, 22, 10, 12),
        reason:
          '行政许可决定漏计12月下旬办结的2件烟花爆竹经营许可，行政处罚决定多计1件（同一案件重复录入），已按审批系统和执法办案系统的年终数改正，正文相应数字一并改正。',
      },
      {
        type: 'submitted',
        by: holderOf('yingjiguanliju', 'author').userName,
        at: shanghai(2025, 1, 22, 16, 5),
        reason: '',
      },
      {
        type: 'approved',
        by: holderOf('yingjiguanliju', 'reviewer').userName,
        at: shanghai(2025, 1, 23, 9, 40),
        reason: '',
      },
      {
        type: 'published',
        by: holderOf('yingjiguanliju', 'reviewer').userName,
        at: shanghai(2025, 1, 23, 10, 20),
        reason: '',
      },
    ],
  },
  'yunhejiedao 2023': {
    publishedOff: {},
    events: [
      {
        type: 'withdrawn',
        by: holderOf('yunhejiedao', 'reviewer').userName,
        at: shanghai(2025, 12, 18, 9, 26),
        reason: '第一部分所举的办理实例可以看出申请人的身份，涉及个人隐私，经本机关负责人同意撤回。',
      },
    ],
  },
};

/** What became of an agency's sample report after its publication. */
export function afterwardsOf(agency: string, year: SampleYear): Afterwards {
  return told[`${agency} ${year}`] ?? { events: [], publishedOff: {} };
}
