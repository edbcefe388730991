import { signOut } from '@/lib/accounts/actor';

/** POST only: a link or a picture on another page must not sign anybody out. */
export async function POST(): Promise<Response> {
  await signOut();
  return new Response(null, { status: 303, headers: { location: '/login?out=1' } });
}
