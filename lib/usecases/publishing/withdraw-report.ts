import { markedPage } from '@/lib/render/page/marked-page';
import { withdrawalNotice } from '@/lib/render/page/withdrawal-notice';
import { settings } from '@/lib/settings';
import { lastVersion, storeMark, versionsOf } from '@/lib/store/publications/marks';
import type { StoredReport } from '@/lib/store/reports/reports';
import type { Transaction } from '@/lib/store/database/transaction';
import type { Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import type { ReportEvent } from '@/lib/workflow/state';
import { decideOnReport } from '@/lib/usecases/review/decide-on-report';
import { signMark } from './sign-publication';
import { publicLinks, siteOf } from '@/lib/usecases/site';

/**
 * Takes a published report out of publication: its page is marked, and where it stood a notice says who withdrew it,
 * when and why. Its versions and their files stay as they are.
 */
export async function withdrawReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  reason: string,
  version: number,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  return decideOnReport(actor, agencyKey, year, { do: 'withdraw', reason }, version, now, async (tx, report, event) => {
    await markWithdrawn(tx, report, event);
    return report;
  });
}

async function markWithdrawn(tx: Transaction, report: StoredReport, { at, reason, actor }: ReportEvent): Promise<void> {
  const { key } = report.agency;
  const last = await lastVersion(tx, key, report.year);
  if (last === null) throw new Error(`no publication of the published report ${key} ${report.year}`);
  const current = `/reports/${key}/${report.year}`;
  const { name: siteName, office } = await siteOf(tx);
  const { format, title, agency } = last.report;
  const when = at.toISOString();
  const page = markedPage(new TextDecoder().decode(last.page), {
    successor: null,
    number: last.number,
    at: when,
    reason,
    current,
    format,
    differences: null,
    withdrawn: null,
  });
  const notice = withdrawalNotice({
    ...{ siteName, office, basePath: '', origin: settings().appUrl, links: publicLinks },
    ...{ title, agency, year: report.year, at: when, reason, address: current, agencyAddress: `/reports/${key}` },
    versions: (await versionsOf(tx, key, report.year)).map((version) => ({
      ...version,
      publishedAt: version.publishedAt.toISOString(),
    })),
  });
  const bytes = new TextEncoder();
  const mark = {
    kind: 'withdrawn',
    at,
    by: actor.name,
    reason,
    successor: null,
    page: bytes.encode(page),
    notice: bytes.encode(notice),
  } as const;
  await storeMark(tx, last.id, mark);
  await signMark(tx, last.id, mark);
}
