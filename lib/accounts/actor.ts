import { headers } from 'next/headers';
import { cache } from 'react';
import type { Actor } from '@/lib/workflow/permissions';
import { auth } from './auth';
import { actorOf, personFrom, type Person } from './person';

/** Who is signed in, for server components, server actions and route handlers; in a component asked once a request. */
export const currentPerson = cache(async (): Promise<Person | null> => personFrom(await headers()));

/** Who acts, for server components, server actions and route handlers. */
export async function currentActor(): Promise<Actor | null> {
  return actorOf(await currentPerson());
}

/** Ends the session of this request and clears its cookie; in a server action or route handler. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
}
