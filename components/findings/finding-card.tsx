'use client';

import { memo, useId, useState } from 'react';
import { useJump } from '@/components/editor/jump';
import { needsReason } from '@/components/editor/sections';
import { usePart, useSession } from '@/components/editor/session/use-session';
import { Mark } from '@/components/ui/mark';
import { fingerprint, severityNames, type Finding } from '@/lib/checks/finding';
import { FindingWords } from './finding-words';
import { pathOfFinding } from './place';
import { RuleLink } from './rule-link';

/**
 * One finding: what is wrong, both values, and what settles it. `no` is its number in the text beside, `also` what goes
 * with it.
 */
export const FindingCard = memo(function FindingCard({
  finding,
  no,
  also = '',
}: {
  finding: Finding;
  no?: number;
  also?: string;
}) {
  const session = useSession();
  const jump = useJump();
  const { fix } = finding;
  const blanks = finding.rule === 'CELL-07' && fix === undefined ? finding.cells : [];
  const explained = usePart((state) => finding.severity === 'warning' && !needsReason(finding, state.reasons));
  const go = (): void => {
    const target = pathOfFinding(finding, session.get());
    if (target !== null) jump(target);
  };
  const words = usePart((state) => {
    const target = pathOfFinding(finding, state);
    if (target === null || target.path === null) return null;
    return finding.where === undefined ? '转到该格' : '转到句子';
  });
  return (
    <section className={`finding ${finding.severity}`} id={cardId(finding)} tabIndex={-1}>
      <header>
        <Mark kind={finding.severity}>
          {explained ? '已说明' : severityNames[finding.severity]}
          {no === undefined ? null : ` ${no}`}
        </Mark>
        <RuleLink id={finding.rule} />
      </header>
      <FindingWords finding={finding} />
      {also === '' ? null : <p>“{also}”随之消除。</p>}
      <div className="go">
        {fix === undefined || !session.mayEdit ? null : (
          <button
            type="button"
            className="button small main"
            onClick={() => session.apply([{ path: fix.cell, value: fix.value }])}
          >
            {fix.label}
          </button>
        )}
        {blanks.length === 0 || !session.mayEdit ? null : <FillBlanks cells={blanks} />}
        {words === null ? null : (
          <button type="button" className="button small" onClick={go}>
            {words}
          </button>
        )}
      </div>
      {finding.severity === 'warning' ? <ReasonField finding={finding} /> : null}
    </section>
  );
});

export const cardId = (finding: Finding): string => `f-${fingerprint(finding).slice(0, 200)}`;

function FillBlanks({ cells }: { cells: readonly string[] }) {
  const session = useSession();
  const fill = (): void => {
    const blank = cells.filter(
      (cell) => session.get().cells[cell]?.value == null && session.get().refused[cell] === undefined,
    );
    session.apply(
      blank.map((path) => ({ path, value: '0' })),
      { said: `补了 ${blank.length} 格 0，可以撤销。` },
    );
  };
  return (
    <button type="button" className="button small" onClick={fill}>
      补 0
    </button>
  );
}

/** The reason for a warning, bound to rule, place and values. One that lapsed with the values can be taken up again. */
function ReasonField({ finding }: { finding: Finding }) {
  const session = useSession();
  const id = useId();
  const print = fingerprint(finding);
  const given = usePart((state) => state.reasons.find((reason) => reason.fingerprint === print) ?? null);
  const lapsed = usePart((state) => lapsedReason(state.reasons, finding.rule, print));
  const [text, setText] = useState(given?.text ?? '');
  const save = (value: string): void => session.explain(print, finding.rule, value);
  if (!session.mayEdit) return given === null ? null : <p>说明：{given.text}</p>;
  return (
    <>
      <label className="field-label" htmlFor={id}>
        {finding.fix === undefined ? '说明原因，审核人会看到' : '或说明原因，审核人会看到'}
      </label>
      <textarea
        className="reason"
        id={id}
        maxLength={2000}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!('isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true)) save(event.target.value);
        }}
        onCompositionEnd={(event) => save(event.currentTarget.value)}
      />
      {text !== '' || lapsed === null ? null : (
        <button
          type="button"
          className="button small quiet"
          onClick={() => {
            setText(lapsed);
            save(lapsed);
          }}
        >
          数字变了，沿用原说明：{lapsed.length > 18 ? `${lapsed.slice(0, 18)}…` : lapsed}
        </button>
      )}
    </>
  );
}

function lapsedReason(
  reasons: readonly { fingerprint: string; rule: string; text: string }[],
  rule: string,
  print: string,
): string | null {
  const place = print.split('|')[1];
  return (
    reasons.find((one) => one.rule === rule && one.fingerprint !== print && one.fingerprint.split('|')[1] === place)
      ?.text ?? null
  );
}
