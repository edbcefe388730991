'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SignInState } from '@/components/accounts/sign-in-form';
import { nextPage } from '@/lib/accounts/next-page';
import { signIn } from '@/lib/accounts/sign-in';
import { isRefusal } from '@/lib/workflow/refusal';

/** Signs in and goes on; on refusal the sentence, with the user name kept. Works as a plain form too. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const text = (name: string): string => String(form.get(name) ?? '');
  const input = { username: text('username'), password: text('password'), remember: form.has('remember') };
  const result = await signIn(input, await headers(), new Date());
  if (isRefusal(result)) return { message: result.message, username: input.username, remember: input.remember };
  redirect(result.mustChangePassword ? '/office/password' : nextPage(text('next')));
}
