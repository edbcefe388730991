import { z } from 'zod';
import { sha256 } from '@/lib/proof/digest';
import { comparePublished } from '@/lib/checks/rules/form/publication';
import { placeOfCells } from '@/lib/checks/findings-list';
import { readApart } from '@/lib/read/apart';
import { isUnreadable } from '@/lib/read/result';
import type { Report } from '@/lib/report/report';
import { normalLabel } from '@/lib/report/label';
import { formatById } from '@/lib/statute/formats';
import { database } from '@/lib/store/database/database';
import { publishedOfCopy, storeComparison } from '@/lib/store/publications/own-site';
import type { Comparison } from '@/lib/workflow/papers';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { maySend } from '@/lib/usecases/writing/may-send';
import { expired } from '@/lib/usecases/sentences';

/**
 * PUB-01: the figures of the own site's page, as a person saved it from the browser, against those of the publication.
 * What was found is kept with the recorded address. Refuses what is no page, and a page of another report.
 */
export async function compareOwnSite(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  id: string,
  page: { readonly name: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<Comparison | Refusal> {
  const refusal = await maySend(actor, 'record', agencyKey, year);
  if (refusal !== null || actor === null) return refusal ?? expired();
  const published = z.uuid().safeParse(id).success ? await publishedOfCopy(database(), agencyKey, year, id) : null;
  if (published === null) return refuse('not-found', '没有登记过这个网址，请刷新页面');
  const read = await readApart(page.bytes);
  if (isUnreadable(read)) return refuse('bad-input', read.error.message);
  if (read.kind !== 'html') return refuse('bad-input', '这不是网页，请在浏览器里用“另存为”保存网页后再上传');
  const { findings, checked } = comparePublished(read.report, published);
  if (checked.ran === 0)
    return refuse('bad-input', `没有可以核对的数字：${checked.notChecked[0]?.why ?? '网页上没有三张表'}`);
  const format = formatById(published.format);
  const comparison: Comparison = {
    file: page.name,
    sha256: sha256(page.bytes),
    by: actor.name,
    ran: checked.ran,
    differences: findings.map(({ cells, stated = '', expected = '' }) => ({
      cell: cells[0] ?? '',
      place: placeOfCells(cells, format),
      page: stated,
      published: expected,
    })),
    notCompared: checked.notChecked.map(({ cells, why }) => ({
      place: cells.length > 8 ? `${cells.length} 格` : placeOfCells(cells, format),
      why,
    })),
    otherAgency: otherAgency(read.report, published),
  };
  await storeComparison(database(), id, comparison, now);
  return comparison;
}

function otherAgency(page: Report, published: Report): string {
  const named = page.agency.trim();
  return named === '' || normalLabel(named) === normalLabel(published.agency) ? '' : named;
}
