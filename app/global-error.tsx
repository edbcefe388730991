'use client';

import { Unexpected, type UnexpectedError } from '@/components/office/unexpected';
import './globals.css';

export default function GlobalErrorPage({ error }: { error: UnexpectedError }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>页面没有打开 · 年报</title>
        <Unexpected title="页面没有打开" error={error}>
          <a className="button main" href="/office">
            重新打开
          </a>
        </Unexpected>
      </body>
    </html>
  );
}
