import { countCopies, findVersion, storeCopy } from '@/lib/store/publications/own-site';
import { lockReport, standingOf } from '@/lib/store/reports/reports';
import { transaction } from '@/lib/store/database/transaction';
import { recordRequestSchema, type PaperAnswer } from '@/lib/workflow/papers';
import { may, type Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { dayInShanghai } from '@/lib/usecases/deadlines';
import { badInput, expired, noSuchReport } from '@/lib/usecases/sentences';

/** Addresses of one version; nothing that is recorded is ever taken back. */
const most = 50;

/** Records where a published version stands on the agency's own site, and since when. Nothing is fetched from there. */
export async function recordOwnSite(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  input: unknown,
  now: Date,
): Promise<PaperAnswer | Refusal> {
  if (actor === null) return expired();
  const request = recordRequestSchema.safeParse(input);
  if (!request.success) return badInput(request.error.issues[0]?.message ?? '格式不对');
  if (request.data.day > dayInShanghai(now)) return refuse('bad-input', '公布日期在今天以后，请按网页上的日期填写');
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const refusal = may(actor, 'record', standingOf(report, []));
    if (refusal !== null) return refusal;
    const publication = await findVersion(tx, agencyKey, year, request.data.version);
    if (publication === null) return refuse('not-found', '没有公布过这一版，请刷新页面');
    if ((await countCopies(tx, publication)) >= most) return refuse('too-many', `一版报告最多登记 ${most} 个网址`);
    return { id: await storeCopy(tx, publication, request.data, actor, now) };
  });
}
