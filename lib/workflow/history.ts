import type { Command } from './decide';
import { permits } from './permissions';
import type { EventType, ReportState } from './state';

/** The command that an event comes of, and the states that it may lead to, whatever steps of review there were. */
const ways: Readonly<
  Record<Exclude<EventType, 'started'>, { readonly command: Command['do']; readonly leadsTo: readonly ReportState[] }>
> = {
  submitted: { command: 'submit', leadsTo: ['submitted'] },
  recalled: { command: 'recall', leadsTo: ['draft', 'returned'] },
  returned: { command: 'return', leadsTo: ['returned'] },
  approved: { command: 'approve', leadsTo: ['submitted', 'approved'] },
  published: { command: 'publish', leadsTo: ['published'] },
  withdrawn: { command: 'withdraw', leadsTo: ['withdrawn'] },
  reopened: { command: 'correct', leadsTo: ['draft'] },
  restated: { command: 'restate', leadsTo: ['draft', 'returned'] },
  abandoned: { command: 'abandon', leadsTo: ['published', 'withdrawn'] },
};

/**
 * The states that a report can be in after these events, oldest first; for a history that cannot have taken place, the
 * place of the first event that cannot. What cannot: a publication that nobody approved.
 */
export function statesAfter(events: readonly EventType[]): readonly ReportState[] | number {
  let states: readonly ReportState[] = [];
  let stands = false;
  let correcting = false;
  for (const [index, event] of events.entries()) {
    if ((event === 'started') !== (index === 0)) return index;
    if (event === 'started') {
      states = ['draft'];
      continue;
    }
    const { command, leadsTo } = ways[event];
    if (!states.some((state) => permits[command].states.includes(state)) || (permits[command].standing && !stands))
      return index;
    if (event === 'published' || event === 'withdrawn') stands = event === 'published';
    if (event === 'abandoned') states = stands ? ['published'] : ['withdrawn'];
    else if (event !== 'withdrawn' || !correcting) states = leadsTo;
    if (event === 'reopened') correcting = true;
    else if (event === 'published' || event === 'abandoned') correcting = false;
  }
  return states;
}
