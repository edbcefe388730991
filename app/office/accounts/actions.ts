'use server';

import { shownAnew } from '@/app/office/shown-anew';
import { currentActor } from '@/lib/accounts/actor';
import { changeRoles } from '@/lib/usecases/administration/change-roles';
import { createAccount } from '@/lib/usecases/administration/create-account';
import { disableAccount } from '@/lib/usecases/administration/disable-account';
import { enableAccount } from '@/lib/usecases/administration/enable-account';
import { resetPassword } from '@/lib/usecases/administration/reset-password';

const here = '/office/accounts';

export async function createAccountAction(input: unknown) {
  return shownAnew(here, await createAccount(await currentActor(), input, new Date()));
}

export async function changeRolesAction(input: unknown) {
  return shownAnew(here, await changeRoles(await currentActor(), input, new Date()));
}

export async function resetPasswordAction(input: unknown) {
  return shownAnew(here, await resetPassword(await currentActor(), input, new Date()));
}

export async function disableAccountAction(input: unknown) {
  return shownAnew(here, await disableAccount(await currentActor(), input, new Date()));
}

export async function enableAccountAction(input: unknown) {
  return shownAnew(here, await enableAccount(await currentActor(), input, new Date()));
}
