'use client';

import { Comments } from '@/components/findings/comments';
import { FindingsPanel } from '@/components/findings/panel';
import { FigureList } from '@/components/prose/figures/figure-list';
import { TopicGuide } from '@/components/prose/topic-guide';
import { History } from '@/components/review/history';
import type { Section } from '@/lib/statute/format';
import { Differing } from './correction';
import { usePart, useSession } from '@/components/editor/session/use-session';

/** Beside the page: findings, the reviewer's comments, what helps with writing, and the report's history. */
export function SidePanel({ section, insert }: { section: Section; insert: (cell: string) => void }) {
  const { view } = useSession();
  return (
    <aside className="panel" aria-label="核对结果、批注与经过">
      <Differing />
      <FindingsPanel section={section.id} />
      <Comments comments={view.comments} />
      {section.id === 'overview' ? <Topics /> : null}
      {section.table === null ? <Figures insert={insert} /> : null}
      <details className="past">
        <summary>报告的经过</summary>
        <p>
          <a href={`/office/reports/${view.head.agency.key}/${view.head.year}?view=history#papers`}>
            送审稿、呈批单等文书
          </a>
        </p>
        <History events={view.history} />
      </details>
    </aside>
  );
}

function Topics() {
  const { format } = useSession();
  const text = usePart((state) => state.resolved.report.sections.overview ?? '');
  return format.topics.length === 0 ? null : <TopicGuide format={format} text={text} />;
}

function Figures({ insert }: { insert: (cell: string) => void }) {
  const { format, mayEdit } = useSession();
  const cells = usePart((state) => state.resolved.report.cells);
  return mayEdit ? <FigureList format={format} cells={cells} onInsert={insert} /> : null;
}
