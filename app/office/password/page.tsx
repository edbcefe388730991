import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OwnPasswordForm } from '@/components/accounts/own-password-form';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { Mark } from '@/components/ui/mark';
import { currentPerson } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { changeOwnPasswordAction } from './actions';

export const metadata: Metadata = { title: '修改密码' };

export default async function PasswordPage({ searchParams }: { searchParams: Promise<{ changed?: string }> }) {
  const person = await currentPerson();
  if (person === null) redirect(signInPage('/office/password'));
  const { changed } = await searchParams;
  return (
    <>
      <Masthead agency="修改密码" person={<Person name={person.name} role="" />} />
      <main className="entrance" id="main">
        <div className="entrance-sheet">
          <h1>修改密码</h1>
          <p className="entrance-note">
            {person.name}，用户名 {person.username}
          </p>
          {changed !== undefined && !person.mustChangePassword ? (
            <div className="entrance-done" role="status">
              <Mark kind="done">密码已修改，别处的登录都已退出。</Mark>
              <a className="button main" href="/office">
                进入工作台
              </a>
            </div>
          ) : (
            <>
              {person.mustChangePassword ? <p>这是管理员设的初始密码，请先换成自己的密码，再开始工作。</p> : null}
              <OwnPasswordForm username={person.username} action={changeOwnPasswordAction} />
            </>
          )}
        </div>
      </main>
    </>
  );
}
