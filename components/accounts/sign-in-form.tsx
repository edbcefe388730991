'use client';

import { useActionState } from 'react';
import { Mark } from '@/components/ui/mark';

export interface SignInState {
  readonly message: string | null;
  readonly username: string;
  readonly remember: boolean;
}

/** Posts as a plain form where no script runs; the user name stays after a refusal, the password does not. */
export function SignInForm({
  action,
  next,
}: {
  action: (before: SignInState, form: FormData) => Promise<SignInState>;
  next: string;
}) {
  const [state, submit, pending] = useActionState(action, { message: null, username: '', remember: false });
  const failed = state.message !== null;
  return (
    <form action={submit} className="fields">
      <input type="hidden" name="next" value={next} />
      <p className="fields-fault" id="sign-in-fault" role="alert">
        {state.message === null ? null : <Mark kind="error">{state.message}</Mark>}
      </p>
      <label className="field">
        <span>用户名</span>
        <input
          name="username"
          defaultValue={state.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={!failed}
          required
          maxLength={100}
          aria-invalid={failed || undefined}
          aria-describedby="sign-in-fault"
        />
      </label>
      <label className="field">
        <span>密码</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus={failed}
          required
          maxLength={1000}
          aria-invalid={failed || undefined}
          aria-describedby="sign-in-fault"
        />
      </label>
      <label className="tick-line">
        <input type="checkbox" name="remember" defaultChecked={state.remember} />
        <span>在这台电脑上保持登录 7 天</span>
      </label>
      <button className="button main" type="submit" aria-disabled={pending || undefined}>
        {pending ? '正在登录…' : '登录'}
      </button>
    </form>
  );
}
