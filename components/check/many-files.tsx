'use client';

import { HandingIn } from '@/components/batch/handing';
import { useSending } from '@/components/batch/use-sending';
import { mostAtOnce } from '@/lib/workflow/checked-file';
import type { Given } from './intake';

/** Offers to hand what is too much for this page over to a batch. */
export function ManyFiles({ files, close }: { files: readonly Given[]; close: () => void }) {
  const sending = useSending();
  const { handing, give } = sending;
  const [first] = files;
  return (
    <section className="many-files" aria-label="批量核对">
      {handing.is !== 'idle' || handing.said.length > 0 ? null : (
        <>
          <p>
            {files.length > mostAtOnce
              ? `一共 ${files.length} 份，这一页一次最多核对 ${mostAtOnce} 份。`
              : `“${first?.name ?? ''}”是压缩包。`}
            可以交给批量核对：在后台逐份核对，完成后按机关列成一张表，保留 30 天，只有您看得到。
          </p>
          <p className="acts">
            <button
              type="button"
              className="button main"
              onClick={() => give(files.map(({ name, content }) => ({ path: name, file: content })))}
            >
              交给批量核对
            </button>
            <button type="button" className="button" onClick={close}>
              不用了
            </button>
          </p>
        </>
      )}
      <HandingIn {...sending} />
    </section>
  );
}
