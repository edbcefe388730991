'use client';

import { useState } from 'react';
import { cardId } from '@/components/findings/finding-card';
import { pathOfFinding } from '@/components/findings/place';
import { roundOf } from '@/lib/workflow/correction';
import { Confirm } from './confirm';
import { useJump } from './jump';
import { obstacles, sectionOfFinding } from './sections';
import { usePart, useSession } from '@/components/editor/session/use-session';

/** Hands the report in. Stays focusable while something is in the way; pressed then, it goes to the first of it. */
export function Submit() {
  const session = useSession();
  const jump = useJump();
  const blocked = usePart((state) => {
    const { errors, open } = obstacles(state);
    return errors.length + open.length + Object.keys(state.refused).length + state.conflicts.length > 0;
  });
  const { correction } = session.view.head;
  const [asked, setAsked] = useState(false);
  const press = (): void => {
    const state = session.get();
    const [refused] = Object.keys(state.refused);
    const [conflict] = state.conflicts;
    if (conflict !== undefined) return jump({ path: conflict.path });
    if (refused !== undefined) return jump({ path: refused });
    const { errors, open } = obstacles(state);
    const first = errors[0] ?? open[0];
    if (first === undefined) return setAsked(true);
    const target = pathOfFinding(first, state);
    if (target !== null && first.severity === 'error') return jump(target);
    // Its cell or sentence would take the hand away from the reason.
    jump({ path: null, section: sectionOfFinding(session.format, state.draft, first) });
    requestAnimationFrame(() => requestAnimationFrame(() => toReason(cardId(first))));
  };
  return (
    <>
      <button
        type="button"
        className="button main"
        aria-disabled={blocked || undefined}
        aria-describedby={blocked ? 'why' : undefined}
        onClick={press}
      >
        提交审核
      </button>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={roundOf(session.view.head) > 0 ? '再次提交审核' : '提交审核'}
        act="提交"
        request={{ do: 'submit', version: session.view.head.version }}
      >
        <p>提交后由审核人逐项审核，审核期间报告不能改动。批准以前，您可以撤回提交。</p>
        <p>审核人会看到全部内容，以及您写的说明。</p>
        {correction === null ? null : <p>更正说明会随新的一版公布：{correction.reason}</p>}
      </Confirm>
    </>
  );
}

/** A warning waits for words: its card's field is where they go. The page it stands on may not be there yet. */
function toReason(card: string, frames = 60): void {
  const element = document.getElementById(card);
  if (element === null) {
    if (frames > 0) requestAnimationFrame(() => toReason(card, frames - 1));
    return;
  }
  (element.querySelector('textarea') ?? element).focus();
  element.scrollIntoView({ block: 'center' });
}

/** Takes a report back that nobody has decided on yet. */
export function Recall() {
  const session = useSession();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        撤回提交
      </button>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title="撤回提交"
        act="撤回"
        request={{ do: 'recall', version: session.view.head.version }}
      >
        <p>撤回后报告回到填报，可以继续改动；改好后需要再次提交。</p>
      </Confirm>
    </>
  );
}
