'use client';

import { Masthead } from '@/components/office/masthead';

/** What happened, what was kept, what to do, and the id under which it is logged. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <Masthead />
      <main className="alone" id="main">
        <h1>本页出了错，没有打开</h1>
        <p>已存入的内容都在；没有存入的内容留在本机，重新打开后会接着保存。</p>
        <p>请再试一次。还是不行，请把编号告诉管理员。</p>
        {error.digest === undefined ? null : <p>编号 {error.digest}</p>}
        <p>
          <button type="button" className="button main" onClick={reset}>
            再试一次
          </button>
        </p>
      </main>
    </>
  );
}
