'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { CorrectionBand, correctionLabel } from '@/components/review/correction-band';
import { changesOf } from '@/components/review/paper/changes';
import { Pieces } from '@/components/review/paper/paragraph';
import { paperOf } from '@/components/review/paper/paper';
import { ReasonField } from '@/components/ui/reason-field';
import type { Draft } from '@/lib/report/draft';
import type { Correction } from '@/lib/workflow/correction';
import { reasonAsked } from '@/lib/workflow/reason-asked';
import { Confirm } from './confirm';
import { useJump } from './jump';
import { usePart, useSession } from '@/components/editor/session/use-session';

/**
 * Above the form while a published version is being corrected: what and why, and the ways to reword or to give it up.
 */
export function Correcting() {
  const { view } = useSession();
  const { correction } = view.head;
  if (correction === null) return null;
  return (
    <CorrectionBand correction={correction}>
      {view.viewer.may.abandon ? (
        <span className="banner-acts">
          <Restate correction={correction} />
          <Abandon correction={correction} />
        </span>
      ) : null}
    </CorrectionBand>
  );
}

function Restate({ correction }: { correction: Correction }) {
  const { view } = useSession();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState(correction.reason);
  return (
    <>
      <button type="button" className="button small" onClick={() => setAsked(true)}>
        改写说明…
      </button>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title="改写更正说明"
        act="改写"
        request={{ do: 'restate', version: view.head.version, reason }}
        missing={reason.trim() === '' ? reasonAsked.restate : null}
      >
        <ReasonField label={correctionLabel} reason={reason} onReason={setReason} />
      </Confirm>
    </>
  );
}

function Abandon({ correction }: { correction: Correction }) {
  const { view } = useSession();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="button small" onClick={() => setAsked(true)}>
        放弃更正…
      </button>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title="放弃更正"
        act="放弃更正"
        request={{ do: 'abandon', version: view.head.version }}
      >
        <p>
          表格和文字恢复为第 {correction.of} 版的内容，这次更正中的改动不会公布，只留在改动记录里。
          {correction.from === 'withdrawn' ? '报告仍是已撤回。' : `第 ${correction.of} 版照常公布。`}
        </p>
      </Confirm>
    </>
  );
}

/** Beside the form: everything in which the draft differs from the version that is published, as it is typed. */
export function Differing() {
  const { view } = useSession();
  const { correction } = view.head;
  return correction === null || view.published === null ? null : (
    <List published={view.published} number={correction.of} />
  );
}

function List({ published, number }: { published: Draft; number: number }) {
  const { format } = useSession();
  const jump = useJump();
  const draft = useDeferredValue(usePart((state) => state.draft));
  const changes = useMemo(() => changesOf(format, paperOf(format, draft, published, [])), [format, draft, published]);
  return (
    <section className="differing" aria-labelledby="differing">
      <h2 id="differing">
        与第 {number} 版的差别 <small>{changes.length === 0 ? '还没有' : `${changes.length} 处`}</small>
      </h2>
      <ol className="changes">
        {changes.map((change) => (
          <li key={`${change.target}-${change.title}`}>
            <button type="button" onClick={() => jump({ path: change.path })}>
              <b>{change.title}</b>
              <small>
                <Pieces pieces={change.pieces} />
                {change.note}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
