'use client';

import { useMemo } from 'react';
import type { Checked } from '@/components/check/items';
import type { Author } from '@/components/check/make-draft';
import { Shown } from '@/components/check/shown';
import type { OpenedBatchFile } from '@/lib/workflow/batch';

/** One report of a batch as it was read, with every finding where it stands. */
export function OpenedFile({
  opened: { batch, file, lastFrom },
  author,
}: {
  opened: OpenedBatchFile;
  author: Author | null;
}) {
  const item = useMemo(
    (): Checked => ({
      is: 'checked',
      id: 1,
      name: file.file,
      file,
      kind: file.kind,
      last:
        file.last === null ? null : { report: file.last, from: lastFrom === null ? null : `同一批里的 ${lastFrom}` },
      result: file.result,
    }),
    [file, lastFrom],
  );
  return (
    <main className="checking" id="main" tabIndex={-1}>
      <div className="checking-head">
        <p className="back">
          <a href="/office/batches">批量核对</a> › <a href={`/office/batches/${batch.id}`}>{batch.name}</a> ›
        </p>
        <h1>{file.file}</h1>
        {batch.state === 'finished' ? null : <p>这一批没有核对完，这里只核对了这一份本身，没有与同批的互相比对。</p>}
      </div>
      <Shown item={item} telling={null} author={author} />
    </main>
  );
}
