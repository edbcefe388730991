'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { isRefusal } from '@/lib/workflow/refusal';

/** Begins a report and goes to it. Somebody else may have begun it meanwhile: then this goes there too. */
export function StartReport({ agency, year, main = false }: { agency: string; year: number; main?: boolean }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function start(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setSaid('');
    const problem = await begin(agency, year);
    setBusy(false);
    if (problem === null) router.push(`/office/reports/${agency}/${year}`);
    else setSaid(problem);
  }

  return (
    <>
      <button
        type="button"
        className={main ? 'button main' : 'button'}
        aria-disabled={busy}
        onClick={() => void start()}
      >
        新建 {year} 年度报告
      </button>
      <span role="status" className="start-said">
        {said}
      </span>
    </>
  );
}

/** Null when the report is there now, else one sentence. */
async function begin(agency: string, year: number): Promise<string | null> {
  try {
    const answer = await fetch('/office/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agency, year }),
    });
    if (answer.ok) return null;
    const body: unknown = await answer.json().catch(() => null);
    if (isRefusal(body) && body.refused === 'exists') return null;
    return isRefusal(body) ? body.message : `没有建成，请稍后再试（${answer.status}）`;
  } catch {
    return '没有连上服务器，请稍后再试';
  }
}
