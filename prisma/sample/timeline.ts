import type { EventType, ReportState } from '@/lib/workflow/state';
import { government, holderOf, sampleAgencies, type SampleAgency } from './agencies';
import { drawFrom, type Draw } from './random';

/** A moment by the clock of Asia/Shanghai, which has kept UTC+8 in all sample years. */
export function shanghai(year: number, month: number, day: number, hour: number, minute: number): Date {
  return new Date(Date.UTC(year, month - 1, day, hour - 8, minute));
}

export interface SampleEvent {
  readonly type: EventType;
  /** User name. */
  readonly by: string;
  readonly at: Date;
  /** Why it was returned, corrected or withdrawn; empty otherwise. */
  readonly reason: string;
}

const states: Readonly<Record<EventType, ReportState>> = {
  started: 'draft',
  submitted: 'submitted',
  recalled: 'draft',
  returned: 'returned',
  approved: 'approved',
  published: 'published',
  withdrawn: 'withdrawn',
  reopened: 'draft',
  restated: 'draft',
  abandoned: 'published',
};

/** The state after these events; null when nothing happened yet. */
export function stateAfter(events: readonly SampleEvent[]): ReportState | null {
  const last = events.at(-1);
  return last === undefined ? null : states[last.type];
}

/** The next working day at an office hour. */
function workday(year: number, month: number, day: number, draw: Draw): Date {
  const hour = draw.between(0, 1) === 0 ? draw.between(9, 11) : draw.between(14, 17);
  const date = shanghai(year, month, day, hour, draw.between(0, 59));
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const wait = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(date.getTime() + wait * 86_400_000);
}

const returnReasons: readonly string[] = [
  '平台建设一段只有一句话，请补充全年实际做了哪些工作。',
  '平台建设情况写得过于简略，请按统一格式的要求写全后再报。',
  '平台建设部分缺少具体内容，看不出与上一年的区别，请补充。',
];

/** True for the past reports that went back to their author once. */
export function wasReturned(agency: SampleAgency, year: number): boolean {
  return (sampleAgencies.indexOf(agency) + year) % 5 === 2;
}

/** How a report of a past year came to be published: departments and towns in January, the district in March. */
export function pastEvents(agency: SampleAgency, year: number): SampleEvent[] {
  const draw = drawFrom(`events ${agency.key} ${year}`);
  const author = holderOf(agency.key, 'author').userName;
  const reviewer = holderOf(agency.key, 'reviewer').userName;
  const month = agency.key === government ? 3 : 1;
  const event = (type: EventType, day: number, by: string, reason = ''): SampleEvent => ({
    type,
    by,
    at: workday(year + 1, month, day, draw),
    reason,
  });
  const start = draw.between(4, 6);
  const submit = start + 3;
  if (!wasReturned(agency, year)) {
    return [
      event('started', start, author),
      event('submitted', submit, author),
      event('approved', submit + 3, reviewer),
      event('published', submit + 6, reviewer),
    ];
  }
  return [
    event('started', start, author),
    event('submitted', submit, author),
    event('returned', submit + 3, reviewer, returnReasons[draw.between(0, returnReasons.length - 1)]),
    event('submitted', submit + 6, author),
    event('approved', submit + 9, reviewer),
    event('published', submit + 10 + draw.between(2, 3), reviewer),
  ];
}
