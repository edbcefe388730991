'use server';

import { redirect } from 'next/navigation';
import { currentPerson } from '@/lib/accounts/actor';
import { changeOwnPassword } from '@/lib/usecases/administration/change-own-password';
import { isRefusal } from '@/lib/workflow/refusal';

/** Changes the own password and goes on; on refusal the sentence. Works as a plain form too. */
export async function changeOwnPasswordAction(_before: string | null, form: FormData): Promise<string | null> {
  const [current, next, again] = ['current', 'next', 'again'].map((name) => String(form.get(name) ?? ''));
  if (next !== again) return '两次输入的新密码不一样，请重新输入';
  const result = await changeOwnPassword(await currentPerson(), { current, next }, new Date());
  if (isRefusal(result)) return result.message;
  redirect('/office/password?changed=1');
}
