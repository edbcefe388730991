'use client';

import { Fault } from '@/components/office/fault';

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Fault
      title="本页出了错，没有打开"
      happened="这不是您操作的问题，请再试一次。"
      kept="已存入的内容都在；没有存入的留在本机，重新打开后会接着保存。"
      id={error.digest}
    >
      <button type="button" className="button main" onClick={reset}>
        再试一次
      </button>
    </Fault>
  );
}
