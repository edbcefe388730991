'use client';

import { Failed } from '@/components/review/failed';
import { ChooseFile } from './choose-file';
import { sendPage, useSending, type PapersPlace } from './send';

/** Takes a page of the own site that somebody saved from the browser; nothing is fetched from there. */
export function ComparePage({ place, copy, again }: { place: PapersPlace; copy: string; again: boolean }) {
  const sending = useSending();
  return (
    <div className="compare-page">
      <ChooseFile
        label={sending.busy ? '正在核对…' : again ? '再次核对保存的网页' : '核对保存的网页'}
        accept=".html,.htm,.mht,.mhtml"
        chosen={[]}
        onChoose={([file]) => {
          if (file !== undefined) void sending.run(() => sendPage(place, copy, file));
        }}
      />
      <Failed fault={sending.fault} />
    </div>
  );
}
