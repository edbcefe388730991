'use client';

import { Fault } from '@/components/office/fault';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Fault
      title="这一页没有打开"
      happened="系统出现了没有预料到的错误。"
      kept="已经保存的内容都在；没来得及保存的，留在这台电脑的浏览器里，重新打开后会继续保存。"
      id={error.digest}
    >
      <button type="button" className="button main" onClick={reset}>
        重新打开
      </button>
      <a className="button" href="/office">
        我的报告
      </a>
    </Fault>
  );
}
