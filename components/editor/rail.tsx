'use client';

import { Fragment, type MouseEvent } from 'react';
import { daysLeft } from '@/components/office/days-left';
import { Mark, type MarkKind } from '@/components/ui/mark';
import type { IconName } from '@/components/ui/icon';
import { shortDay } from '@/components/ui/time';
import { sectionIds, type SectionId } from '@/lib/statute/format';
import { numeralOfSection, shortTitle, standingOf, titleOfSection, type SectionStanding } from './sections';
import { usePart, useSession } from '@/components/editor/session/use-session';

const marks: Readonly<Record<SectionStanding['is'], { kind: MarkKind; icon: IconName }>> = {
  done: { kind: 'done', icon: 'done' },
  error: { kind: 'error', icon: 'error' },
  warning: { kind: 'warning', icon: 'warning' },
  half: { kind: 'idle', icon: 'half' },
  empty: { kind: 'idle', icon: 'blank' },
};

/** The six parts with how far each has come, and the days by which the report is due. */
export function Rail({ base, current, go }: { base: string; current: SectionId; go: (section: SectionId) => void }) {
  const session = useSession();
  const done = usePart(
    (state) => sectionIds.filter((id) => standingOf(session.format, id, state).is === 'done').length,
  );
  const published = session.view.head.publication !== null;
  return (
    <nav className="rail" aria-label="报告的六个部分">
      <p className="rail-title">
        <span>六个部分</span>
        <span>完成 {done} / 6</span>
      </p>
      <ol className="steps">
        {sectionIds.map((id) => (
          <Step key={id} id={id} href={`${base}/${id}`} current={id === current} go={go} />
        ))}
      </ol>
      <dl className="deadline">
        {session.view.deadlines.map((deadline) => (
          <div key={deadline.label}>
            <dt>{deadline.label}</dt>
            <dd>
              {shortDay(deadline.date)} {published ? null : <small>{daysLeft(deadline.daysLeft)}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  );
}

/** A plain press is answered in the page; with a modifier the browser opens the address as it would. */
export function followed(event: MouseEvent<HTMLAnchorElement>, go: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go();
}

function Step({
  id,
  href,
  current,
  go,
}: {
  id: SectionId;
  href: string;
  current: boolean;
  go: (section: SectionId) => void;
}) {
  const session = useSession();
  const words = usePart((state) => standingOf(session.format, id, state).words);
  const is = usePart((state) => standingOf(session.format, id, state).is);
  return (
    <li>
      <a
        href={href}
        aria-current={current ? 'step' : undefined}
        aria-label={`${titleOfSection(session.format, id)}，${words}`}
        onClick={(event) => followed(event, () => go(id))}
      >
        <span className="no">{numeralOfSection(id)}</span>
        <b>
          <BreakingTitle title={shortTitle(session.format, id)} />
        </b>
        <Mark kind={marks[is].kind} icon={marks[is].icon}>
          {words}
        </Mark>
      </a>
    </li>
  );
}

/** A heading of the report with the places where it may break. */
function BreakingTitle({ title }: { title: string }) {
  return title.split(/(?=政府信息|申请情况|行政复议|行政诉讼|及改进)/).map((part, index) => (
    <Fragment key={part}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
