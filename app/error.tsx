'use client';

import { Unexpected, type UnexpectedError } from '@/components/office/unexpected';

export default function ErrorPage({ error, reset }: { error: UnexpectedError; reset: () => void }) {
  return (
    <Unexpected title="这一页没有打开" error={error}>
      <button type="button" className="button main" onClick={reset}>
        重新打开
      </button>
      <a className="button" href="/office">
        我的报告
      </a>
    </Unexpected>
  );
}
