import { currentActor } from '@/lib/accounts/actor';
import { downloadFindings } from '@/lib/usecases/download-findings';
import { answeredWithFile } from '@/lib/usecases/http';

export function POST(request: Request): Promise<Response> {
  return answeredWithFile(request, currentActor(), downloadFindings);
}
