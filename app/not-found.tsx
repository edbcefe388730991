import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Fault } from '@/components/office/fault';

export const metadata: Metadata = { title: '没有这个页面' };

/** Never rendered ahead: a page made at build time has no nonce, and its scripts would be refused. */
export default async function NotFound() {
  await connection();
  return (
    <Fault title="没有这个页面" happened="地址有误，或者这里的内容不在您的权限之内。" kept="已经保存的内容没有受影响。">
      <a className="button main" href="/office">
        我的报告
      </a>
      <a className="button" href="/">
        公布的报告
      </a>
    </Fault>
  );
}
