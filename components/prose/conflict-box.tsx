'use client';

import type { ReactNode } from 'react';
import type { ParagraphValue } from '@/lib/report/draft';
import { textOfParagraph } from '@/lib/report/resolve';
import { moment } from '@/components/ui/time';
import { InsertShown } from '@/components/prose/inserts/insert-shown';
import type { Cells } from '@/components/prose/document/runs';

/** Two values of one paragraph, by whom and when; one is chosen. */
export interface ProseConflict {
  readonly path: string;
  readonly mine: ParagraphValue | null;
  readonly theirs: ParagraphValue | null;
  readonly by: string;
  /** ISO moment; empty when it is not known. */
  readonly at: string;
}

const removed = '（这一段已删去）';

interface Props {
  conflict: ProseConflict;
  cells: Cells;
  addressOf: (sha256: string) => string;
  onChoose: (which: 'mine' | 'theirs') => void;
}

export function ConflictBox({ conflict, cells, addressOf, onChoose }: Props) {
  const { mine, theirs, by, at } = conflict;
  const shown = (value: ParagraphValue | null): ReactNode =>
    value?.insert !== undefined ? (
      <InsertShown insert={value.insert} addressOf={addressOf} />
    ) : value === null ? (
      removed
    ) : (
      textOfParagraph(value, cells) || removed
    );
  return (
    <section className="prose-conflict" aria-label="两人同时改了这一段">
      <p className="prose-conflict-lead">两人同时改了这一段，请选定一个。选定前两份都留着。</p>
      <dl>
        <div>
          <dt>
            <b>{by === '' ? '另一位填报人' : by}</b>
            {at === '' ? null : <span> {moment(at)}</span>}
          </dt>
          <dd>{shown(theirs)}</dd>
          <dd className="prose-conflict-choose">
            <button type="button" className="button small" onClick={() => onChoose('theirs')}>
              用对方的
            </button>
          </dd>
        </div>
        <div>
          <dt>
            <b>我的</b>
          </dt>
          <dd>{shown(mine)}</dd>
          <dd className="prose-conflict-choose">
            <button type="button" className="button small" onClick={() => onChoose('mine')}>
              用我的
            </button>
          </dd>
        </div>
      </dl>
    </section>
  );
}
