'use server';

import { shownAnew } from '@/app/office/shown-anew';
import { currentActor } from '@/lib/accounts/actor';
import { changeReviewSteps } from '@/lib/usecases/administration/change-review-steps';
import { createAgency } from '@/lib/usecases/administration/create-agency';
import { renameAgency } from '@/lib/usecases/administration/rename-agency';
import { suggestAgencyKey } from '@/lib/usecases/administration/suggest-agency-key';
import { isRefusal } from '@/lib/workflow/refusal';

const here = '/office/agencies';

export async function createAgencyAction(input: unknown) {
  return shownAnew(here, await createAgency(await currentActor(), input, new Date()));
}

export async function renameAgencyAction(input: unknown) {
  return shownAnew(here, await renameAgency(await currentActor(), input, new Date()));
}

export async function changeReviewStepsAction(input: unknown) {
  return shownAnew(here, await changeReviewSteps(await currentActor(), input, new Date()));
}

/** The key that an agency of this name could have; empty when there is none to suggest. */
export async function suggestKeyAction(parent: string, shortName: string): Promise<string> {
  const suggested = await suggestAgencyKey(await currentActor(), String(parent), String(shortName));
  return isRefusal(suggested) ? '' : suggested.key;
}
