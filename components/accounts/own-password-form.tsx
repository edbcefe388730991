'use client';

import { useActionState } from 'react';
import { Mark } from '@/components/ui/mark';

/** Posts as a plain form where no script runs. */
export function OwnPasswordForm({ username, action }: { username: string; action: (before: string | null, form: FormData) => Promise<string | null> }) {
  const [fault, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className="fields">
      <p className="fields-fault" id="password-fault" role="alert">
        {fault === null ? null : <Mark kind="error">{fault}</Mark>}
      </p>
      {/* Password managers store the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <label className="field">
        <span>现在的密码</span>
        <input name="current" type="password" autoComplete="current-password" required aria-describedby="password-fault" />
      </label>
      <label className="field">
        <span>新密码</span>
        <input name="next" type="password" autoComplete="new-password" required aria-describedby="password-rule password-fault" />
        <span className="field-says" id="password-rule">
          至少 10 个字符，不能与用户名相同
        </span>
      </label>
      <label className="field">
        <span>再输一次新密码</span>
        <input name="again" type="password" autoComplete="new-password" required aria-describedby="password-fault" />
      </label>
      <button className="button main" type="submit" aria-disabled={pending || undefined}>
        {pending ? '正在修改…' : '修改密码'}
      </button>
    </form>
  );
}
