import { currentActor } from '@/lib/accounts/actor';
import { answered } from '@/lib/http/http';
import { badInput } from '@/lib/usecases/sentences';
import { startReport } from '@/lib/usecases/writing/start-report';
import { startRequestSchema } from '@/lib/workflow/protocol';

export async function POST(request: Request): Promise<Response> {
  return answered(request, currentActor(), async (actor, body) => {
    const parsed = startRequestSchema.safeParse(body);
    if (!parsed.success) return badInput('请选择机关和年度');
    return startReport(actor, parsed.data.agency, parsed.data.year, new Date());
  });
}
