import { currentActor } from '@/lib/accounts/actor';
import { downloadFindings } from '@/lib/usecases/checking/download-findings';
import { answeredWithFile } from '@/lib/http/http';

export function POST(request: Request): Promise<Response> {
  return answeredWithFile(request, currentActor(), downloadFindings);
}
