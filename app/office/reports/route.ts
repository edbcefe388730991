import { currentActor } from '@/lib/accounts/actor';
import { answer, jsonOf } from '@/lib/usecases/http';
import { badInput } from '@/lib/usecases/sentences';
import { startReport } from '@/lib/usecases/start-report';
import { startRequestSchema } from '@/lib/workflow/protocol';

export async function POST(request: Request): Promise<Response> {
  const [actor, body] = await Promise.all([currentActor(), jsonOf(request)]);
  const parsed = startRequestSchema.safeParse(body);
  if (!parsed.success) return answer(badInput('请选择机关和年度'));
  return answer(await startReport(actor, parsed.data.agency, parsed.data.year, new Date()));
}
