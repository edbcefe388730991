import { Masthead } from '@/components/office/masthead';
import type { Refusal } from '@/lib/workflow/refusal';

/** A page that may not be seen: one sentence, and the way back. */
export function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <>
      <Masthead />
      <main className="alone" id="main">
        <h1>不能打开这份报告</h1>
        <p>{refusal.message}。</p>
        <p>
          <a className="button" href="/office">
            回到我的工作台
          </a>
        </p>
      </main>
    </>
  );
}
