import { sha256 } from '@/lib/proof/digest';
import { storable } from '@/lib/report/storable';
import { evidenceOf, storeEvidence } from '@/lib/store/reports/evidence';
import { lockReport, standingOf } from '@/lib/store/reports/reports';
import { transaction } from '@/lib/store/database/transaction';
import { largestScan, type EvidenceView, type PaperAnswer, type ScanFacts } from '@/lib/workflow/papers';
import { may, type Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { dayInShanghai } from '@/lib/usecases/deadlines';
import { scanKind } from './scan-kind';
import { expired, noSuchReport } from '@/lib/usecases/sentences';

/** Scans of one report; more than any office signs. */
const most = 50;

/**
 * Files a scan signed by a leader who never signs in as evidence of approval. Refuses what is no PDF, PNG or JPEG or
 * too large, a day to come, the same scan twice, and one in the place of another without saying why.
 */
export async function fileEvidence(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  scan: { readonly name: string; readonly bytes: Uint8Array },
  facts: ScanFacts,
  now: Date,
): Promise<PaperAnswer | Refusal> {
  const kind = scanKind(scan.bytes);
  if (kind === null) return refuse('bad-input', '签批件请用 PDF、PNG 或 JPEG 格式的扫描件；多页请扫描成一个 PDF');
  if (scan.bytes.byteLength > largestScan) return refuse('bad-input', '扫描件超过 20 MB，请降低分辨率后重新扫描');
  if (facts.signedOn > dayInShanghai(now)) return refuse('bad-input', '签批日期在今天以后，请按纸上的日期填写');
  const digest = sha256(scan.bytes);
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const refusal = may(actor, 'file', standingOf(report, []));
    if (refusal !== null || actor === null) return refusal ?? expired();
    const obstacle = obstacleTo(facts, digest, await evidenceOf(tx, report.id));
    if (isRefusal(obstacle)) return obstacle;
    const name = named(scan.name, kind.ending);
    return {
      id: await storeEvidence(tx, report, { ...kind, name, sha256: digest, bytes: scan.bytes }, facts, actor, now),
    };
  });
}

function obstacleTo({ replaces, note }: ScanFacts, digest: string, filed: readonly EvidenceView[]): Refusal | null {
  const same = filed.find((one) => one.sha256 === digest);
  if (same !== undefined) return refuse('exists', `这份扫描件已经归入，是签批件 ${same.number}`);
  if (filed.length >= most) return refuse('too-many', `一份报告最多归入 ${most} 件签批件`);
  if (replaces === null) return null;
  const wrong = filed.find((one) => one.id === replaces);
  if (wrong === undefined) return refuse('not-found', '没有要更换的签批件，请刷新页面');
  if (wrong.replacedBy !== null)
    return refuse('exists', `签批件 ${wrong.number} 已由签批件 ${wrong.replacedBy} 更换，请刷新页面`);
  return note === '' ? refuse('reason-missing', '请写明更换的原因，原来的签批件仍会保留') : null;
}

/** The sender's name for it, with the ending that its content has. */
function named(name: string, ending: string): string {
  const bare = storable(name)
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:pdf|png|jpe?g)$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${bare === '' ? '签批件' : [...bare].slice(0, 60).join('')}${ending}`;
}
