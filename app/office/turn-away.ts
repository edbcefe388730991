import { notFound, redirect } from 'next/navigation';
import { signInPage } from '@/lib/accounts/next-page';
import type { Refusal } from '@/lib/workflow/refusal';

/**
 * Where a page of the office sends somebody whom a use case refused: to sign in, or to the page that says the address
 * has nothing for them. A foreign agency's report and one that does not exist look alike.
 */
export function turnAway(refusal: Refusal, path: string): never {
  if (refusal.refused === 'not-signed-in') redirect(signInPage(path));
  notFound();
}

/** The year of an address; 0, which no report has, when it is none. */
export function yearOf(segment: string): number {
  return /^\d{4}$/.test(segment) ? Number(segment) : 0;
}
