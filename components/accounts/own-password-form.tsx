'use client';

import { useActionState } from 'react';
import { passwordLength } from '@/lib/workflow/administration';
import { Field, FormFault } from './field';

/** Posts as a plain form where no script runs. */
export function OwnPasswordForm({
  username,
  action,
}: {
  username: string;
  action: (before: string | null, form: FormData) => Promise<string | null>;
}) {
  const [fault, submit, pending] = useActionState(action, null);
  return (
    <form action={submit} className="fields">
      <FormFault message={fault} />
      {/* Password managers store the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <Field label="现在的密码">
        {(control) => <input {...control} name="current" type="password" autoComplete="current-password" required />}
      </Field>
      <Field label="新密码" hint={`至少 ${passwordLength.min} 个字符，不能与用户名相同`}>
        {(control) => <input {...control} name="next" type="password" autoComplete="new-password" required />}
      </Field>
      <Field label="再输一次新密码">
        {(control) => <input {...control} name="again" type="password" autoComplete="new-password" required />}
      </Field>
      <button className="button main" type="submit" aria-disabled={pending || undefined}>
        {pending ? '正在修改…' : '修改密码'}
      </button>
    </form>
  );
}
