'use client';

import { useState } from 'react';
import type { CopyableReport } from '@/lib/workflow/papers';
import { copyReport } from './clipboard';
import { papersAt, type PapersPlace } from './send';

/** Copies a published version as HTML for the editor of the agency's own site, and says what was copied. */
export function CopyPage({ place, version }: { place: PapersPlace; version: number }) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    setSaid('正在复制…');
    const coming = fetched(`${papersAt(place)}/copy-${version}.json`);
    try {
      await copyReport(coming);
      const { html } = await coming;
      setSaid(
        `已复制第 ${version} 版全文：标题、6 个部分、${html.match(/<table\b/g)?.length ?? 0} 张表，带格式。到本机关网站的编辑器里粘贴即可。`,
      );
    } catch {
      setSaid('没有复制成。请下载单个网页，打开后全选复制，或直接上传到本机关网站。');
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        复制为网页内容
      </button>
      <p role="status">{said}</p>
    </>
  );
}

async function fetched(address: string): Promise<CopyableReport> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as CopyableReport;
}
