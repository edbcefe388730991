'use client';

import { Fault } from '@/components/office/fault';
import './globals.css';

export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>页面没有打开 · 年报</title>
        <Fault
          title="页面没有打开"
          happened="系统出现了没有预料到的错误。"
          kept="已经保存的内容都在；没来得及保存的，留在这台电脑的浏览器里，重新打开后会继续保存。"
          id={error.digest}
        >
          <a className="button main" href="/office">
            重新打开
          </a>
        </Fault>
      </body>
    </html>
  );
}
