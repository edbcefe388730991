import { Fault } from '@/components/office/fault';
import type { Refusal } from '@/lib/workflow/refusal';

/** A report that may not be seen: one sentence, and the way back. */
export function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <Fault title="不能打开这份报告" happened={`${refusal.message}。`} kept="">
      <a className="button" href="/office">
        我的报告
      </a>
    </Fault>
  );
}
