import { databaseAnswers } from '@/lib/usecases/database-answers';

export const dynamic = 'force-dynamic';

/** For operators: 200 while the database answers, 503 otherwise. */
export async function GET(): Promise<Response> {
  const answers = await databaseAnswers();
  const body = { status: answers ? 'ok' : 'database does not answer' };
  return Response.json(body, { status: answers ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
