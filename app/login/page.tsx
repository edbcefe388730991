import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Seal } from '@/components/office/masthead';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { currentPerson } from '@/lib/accounts/actor';
import { nextPage } from '@/lib/accounts/next-page';
import { signInAction } from './actions';

export const metadata: Metadata = { title: '登录' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; out?: string }>;
}) {
  const { next, out } = await searchParams;
  const page = nextPage(typeof next === 'string' ? next : null);
  const person = await currentPerson();
  if (person !== null) redirect(person.mustChangePassword ? '/office/password' : page);
  return (
    <main className="entrance" id="main">
      <div className="entrance-sheet">
        <p className="entrance-brand">
          <Seal />
          年报
        </p>
        <h1>登录</h1>
        <p className="entrance-note">政府信息公开工作年度报告的填报、审核与公布</p>
        {out === undefined ? null : <p role="status">已退出登录。</p>}
        {page === nextPage(null) || out !== undefined ? null : <p role="status">登录后回到刚才要去的页面。</p>}
        <SignInForm action={signInAction} next={page} />
        <p className="entrance-help">忘记密码或没有账号，请与本机关管理员联系。</p>
      </div>
    </main>
  );
}
