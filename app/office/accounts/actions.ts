'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/lib/accounts/actor';
import { changeRoles } from '@/lib/usecases/change-roles';
import { createAccount } from '@/lib/usecases/create-account';
import { disableAccount } from '@/lib/usecases/disable-account';
import { enableAccount } from '@/lib/usecases/enable-account';
import { resetPassword } from '@/lib/usecases/reset-password';
import { isRefusal } from '@/lib/workflow/refusal';

/** After a refusal nothing is loaded anew, so that a form keeps what was typed. */
function shownAnew<Result>(result: Result): Result {
  if (!isRefusal(result)) revalidatePath('/office/accounts');
  return result;
}

export async function createAccountAction(input: unknown) {
  return shownAnew(await createAccount(await currentActor(), input, new Date()));
}

export async function changeRolesAction(input: unknown) {
  return shownAnew(await changeRoles(await currentActor(), input, new Date()));
}

export async function resetPasswordAction(input: unknown) {
  return shownAnew(await resetPassword(await currentActor(), input, new Date()));
}

export async function disableAccountAction(input: unknown) {
  return shownAnew(await disableAccount(await currentActor(), input, new Date()));
}

export async function enableAccountAction(input: unknown) {
  return shownAnew(await enableAccount(await currentActor(), input, new Date()));
}
