'use client';

import { useState } from 'react';
import type { Finding } from '@/lib/checks/finding';
import type { AgencyKind } from '@/lib/report/report';
import type { CellId } from '@/lib/statute/table';
import { Coverage, Unplaced } from './coverage';
import { Downloads } from './downloads';
import { Facts } from './facts';
import { Findings } from './findings';
import type { Checked, GivenReport } from './items';
import { MakeDraft, type Author } from './make-draft';
import { cardId, cellOf, partAnchor, wordsAnchor } from './marks';
import { Paper } from './paper';

/** What may be told otherwise of a report, after which it is checked again. */
export interface Telling {
  chooseKind(kind: AgencyKind): void;
  giveLast(last: GivenReport | null): void;
}

/**
 * A report as it was read, what was found in it, and what can be done with it. Without `telling` nothing is checked
 * again.
 */
export function Shown({ item, telling, author }: { item: Checked; telling: Telling | null; author: Author | null }) {
  const [target, setTarget] = useState<{ cell: CellId } | null>(null);
  const go = (finding: Finding, number: number): void => {
    document.getElementById(cardId(number))?.scrollIntoView({ block: 'nearest' });
    const cell = finding.where === undefined ? cellOf(finding) : null;
    if (cell !== null) setTarget({ cell });
    else
      lookAt(
        document.getElementById(wordsAnchor(number)) ??
          document.getElementById(partAnchor(finding.where?.section ?? 'title')),
      );
  };
  return (
    <div className="checked">
      <aside className="about" aria-label="这份报告">
        <Facts item={item} telling={telling} />
        <Downloads item={item} />
        {author === null || author.agencies.length === 0 ? null : <MakeDraft item={item} author={author} />}
      </aside>
      <div className="as-read-report">
        <Paper item={item} target={target} />
      </div>
      <aside className="panel" aria-label="核对结果">
        <Findings item={item} go={go} />
        <Unplaced texts={item.file.unplaced} />
        <Coverage item={item} />
      </aside>
    </div>
  );
}

function lookAt(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}
