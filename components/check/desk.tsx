'use client';

import { useCallback, useReducer, useState } from 'react';
import { mostAtOnce } from '@/lib/workflow/checked-file';
import { Files } from './files';
import { givenIn, Intake, type Given } from './intake';
import { after, emptyDesk, type Checked } from './items';
import type { Author } from './make-draft';
import { ManyFiles } from './many-files';
import { Shown } from './shown';
import { useDropAnywhere } from './use-drop-anywhere';
import { useReadingInTurn } from './use-reading-in-turn';

/** More than are read while somebody waits: many files, or an archive of them. */
const areMany = (files: readonly Given[]): boolean =>
  files.length > mostAtOnce || files.some(({ name }) => /\.zip$/i.test(name));

/** The page on which files are checked: they are read one after the other and kept in the page only. */
export function CheckDesk({ author }: { author: Author | null }) {
  const [desk, tell] = useReducer(after, emptyDesk);
  const [many, setMany] = useState<readonly Given[] | null>(null);
  const staff = author !== null;
  const give = useCallback(
    (files: readonly Given[]) => {
      if (staff && areMany(files)) setMany(files);
      else if (files.length > 0) tell({ is: 'given', files });
    },
    [staff],
  );
  const dragging = useDropAnywhere(useCallback((data: DataTransfer) => give(givenIn(data)), [give]));
  useReadingInTurn(desk.items, tell);
  const shown = desk.items.find((item): item is Checked => item.is === 'checked' && item.id === desk.shown) ?? null;
  return (
    <main className={dragging ? 'checking is-dragging' : 'checking'} id="main" tabIndex={-1}>
      <div className="checking-head">
        <h1>核对一份报告</h1>
        <p>给出政府信息公开工作年度报告，读出六个部分和三张表，逐条核对，在原处指出问题。文件读完即弃，不保存。</p>
      </div>
      {many === null ? null : <ManyFiles files={many} close={() => setMany(null)} />}
      {desk.items.length === 0 ? (
        <Intake give={give} more={false} />
      ) : (
        <Files desk={desk} show={(id) => tell({ is: 'show', id })} remove={(id) => tell({ is: 'removed', id })} />
      )}
      {shown === null ? null : (
        <Shown
          key={shown.id}
          item={shown}
          telling={{
            chooseKind: (kind) => tell({ is: 'kind', id: shown.id, kind }),
            giveLast: (last) => tell({ is: 'last', id: shown.id, last }),
          }}
          author={author}
        />
      )}
      {desk.items.length === 0 ? null : (
        <details className="another">
          <summary>再核对一份</summary>
          <Intake give={give} more />
        </details>
      )}
    </main>
  );
}
