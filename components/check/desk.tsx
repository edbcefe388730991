'use client';

import { useCallback, useReducer, useState } from 'react';
import type { Finding } from '@/lib/checks/finding';
import type { CellId } from '@/lib/statute/table';
import { Coverage, Unplaced } from './coverage';
import { Downloads } from './downloads';
import { Facts } from './facts';
import { Files } from './files';
import { Findings } from './findings';
import { Intake, type Given } from './intake';
import { after, emptyDesk, type Checked, type Happening } from './items';
import { MakeDraft, type Author } from './make-draft';
import { cellOf, partAnchor, wordsAnchor } from './marks';
import { Paper } from './paper';
import { useDropAnywhere } from './use-drop-anywhere';
import { useReadingInTurn } from './use-reading-in-turn';

/** The page on which files are checked: they are read one after the other and kept in the page only. */
export function CheckDesk({ author }: { author: Author | null }) {
  const [desk, tell] = useReducer(after, emptyDesk);
  const give = useCallback((files: readonly Given[]) => tell({ is: 'given', files }), []);
  const dragging = useDropAnywhere(give);
  useReadingInTurn(desk.items, tell);
  const shown = desk.items.find((item): item is Checked => item.is === 'checked' && item.id === desk.shown) ?? null;
  return (
    <main className={dragging ? 'checking is-dragging' : 'checking'} id="main" tabIndex={-1}>
      <div className="checking-head">
        <h1>核对一份报告</h1>
        <p>给出政府信息公开工作年度报告，读出六个部分和三张表，逐条核对，在原处指出问题。文件读完即弃，不保存。</p>
      </div>
      {desk.items.length === 0 ? <Intake give={give} more={false} /> : <Files desk={desk} show={(id) => tell({ is: 'show', id })} remove={(id) => tell({ is: 'removed', id })} />}
      {shown === null ? null : <Shown key={shown.id} item={shown} tell={tell} author={author} />}
      {desk.items.length === 0 ? null : (
        <details className="another">
          <summary>再核对一份</summary>
          <Intake give={give} more />
        </details>
      )}
    </main>
  );
}

function Shown({ item, tell, author }: { item: Checked; tell: (event: Happening) => void; author: Author | null }) {
  const [target, setTarget] = useState<{ cell: CellId } | null>(null);
  const go = (finding: Finding, number: number): void => {
    const cell = finding.where === undefined ? cellOf(finding) : null;
    if (cell !== null) setTarget({ cell });
    else lookAt(document.getElementById(wordsAnchor(number)) ?? document.getElementById(partAnchor(finding.where?.section ?? 'title')));
  };
  return (
    <div className="checked">
      <aside className="about" aria-label="这份报告">
        <Facts item={item} chooseKind={(kind) => tell({ is: 'kind', id: item.id, kind })} giveLast={(last) => tell({ is: 'last', id: item.id, last })} />
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
