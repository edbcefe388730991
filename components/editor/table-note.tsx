'use client';

import { useState } from 'react';
import { generateKeyBetween } from 'fractional-indexing';
import { paragraphsOf } from '@/lib/report/draft';
import type { Section } from '@/lib/statute/format';
import type { Target } from './jump';
import { Manuscript } from './manuscript';
import { newId } from '@/components/editor/session/new-id';
import { usePart, useSession } from '@/components/editor/session/use-session';

/** The note below a table: paragraphs of the table's own section. */
export function TableNote({ section, target }: { section: Section; target: Target | null }) {
  const session = useSession();
  const written = usePart((state) => paragraphsOf(state.draft, section.id).length > 0);
  const [begun, setBegun] = useState(false);
  const name = section.table === null ? '' : session.format.tables[section.table].name;
  const begin = (): void => {
    setBegun(true);
    const id = `p-${newId()}`;
    session.apply([{ path: id, value: { place: section.id, order: generateKeyBetween(null, null), runs: [] } }]);
  };
  if (written || begun) {
    return (
      <section className="note-below" aria-labelledby="note-below">
        <h2 id="note-below">
          表下说明 <small>印在{name}之后，不改变表内数字</small>
        </h2>
        <Manuscript place={section.id} label={`${name}的说明`} target={target} />
      </section>
    );
  }
  if (!session.mayEdit) return null;
  return (
    <div className="note-field">
      <button type="button" className="button small" onClick={begin}>
        添加表下说明
      </button>
      <span>说明印在{name}之后，不改变表内数字。</span>
    </div>
  );
}
