'use client';

import { useCallback, useId, type ChangeEvent } from 'react';
import { useDropAnywhere } from '@/components/check/use-drop-anywhere';
import { chosenIn, droppedIn } from './dropped';
import { HandingIn } from './handing';
import { useSending } from './use-sending';

/** Takes files, folders and zip archives and hands them in as a batch. */
export function NewBatch() {
  const sending = useSending();
  const { handing, give } = sending;
  const take = useCallback((data: DataTransfer) => void droppedIn(data).then(give), [give]);
  const dragging = useDropAnywhere(take);
  const filesId = useId();
  const folderId = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const given = chosenIn(event.target.files);
    event.target.value = '';
    give(given);
  };
  return (
    <div className={dragging ? 'new-batch is-dragging' : 'new-batch'}>
      {handing.is === 'idle' ? (
        <div className="drop">
          <p>把文件、文件夹或 zip 压缩包拖到这里，或者</p>
          <div className="choices">
            <input className="vh" type="file" id={filesId} multiple onChange={choose} />
            <label className="button main" htmlFor={filesId}>
              选择文件
            </label>
            <input className="vh" type="file" id={folderId} multiple onChange={choose} {...{ webkitdirectory: '' }} />
            <label className="button" htmlFor={folderId}>
              选择文件夹
            </label>
          </div>
          <p className="hint">Word、网页、PDF、纯文本，每份 32 MB 以内，一批最多 1000 份</p>
        </div>
      ) : null}
      <HandingIn {...sending} />
    </div>
  );
}
