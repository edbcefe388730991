import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Fault } from '@/components/office/fault';
import { currentActor } from '@/lib/accounts/actor';

export const metadata: Metadata = { title: '没有这个页面' };

/** Never rendered ahead: a page made at build time has no nonce, and its scripts would be refused. */
export default async function NotFound() {
  await connection();
  if ((await currentActor()) === null) {
    return (
      <Fault
        title="没有这个页面"
        happened="地址有误，或者要看的报告还没有公布。"
        kept="可以按机关名称和年度查找已经公布的报告。"
      >
        <a className="button main" href="/">
          查找公布的报告
        </a>
        <a className="button" href="/login">
          工作人员登录
        </a>
      </Fault>
    );
  }
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
