import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '@/lib/checks/finding';
import { database } from '@/lib/store/database';
import { useTestDatabase } from '@/lib/store/test-database';
import { approvalSlip } from '../approval-slip';
import { carryOut } from '../carry-out';
import { checkedReport } from '../checked-report';
import type { Download } from '../download';
import { openReport } from '../open-report';
import { reviewCopy } from '../review-copy';
import { findReport } from '@/lib/store/reports';
import { arena, completeEdits, granted, now, written, year, type Arena } from './arena';

beforeAll(useTestDatabase);

async function move(place: Arena, actor: Arena['author'], what: 'submit' | 'approve' | 'publish'): Promise<void> {
  const { version } = granted(await openReport(place.author, place.key, year, now)).head;
  granted(await carryOut(actor, place.key, year, { do: what, version }, now));
}

function textOf({ body }: Download, part = 'word/document.xml'): string {
  if (!(body instanceof Uint8Array)) throw new Error('no bytes');
  return strFromU8(unzipSync(body)[part] ?? new Uint8Array()).replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

/** A report that breaks no rule but one that asks for a reason, which is given. */
async function explained(): Promise<Arena> {
  const place = await arena();
  await written(place, completeEdits({ 'disclosure.regulations.inForce': '1', 'applications.received.naturalPerson': '3', 'applications.granted.naturalPerson': '3' }));
  const report = await findReport(database(), place.key, year);
  if (report === null) throw new Error('no report');
  for (const finding of (await checkedReport(database(), report)).result.findings.filter(({ severity }) => severity === 'warning')) {
    granted(await carryOut(place.author, place.key, year, { do: 'explain', fingerprint: fingerprint(finding), rule: finding.rule, text: '经核对无误。' }, now));
  }
  return place;
}

describe('papers on the way to publication', () => {
  it('送审稿 says who takes a draft out, and who submitted what is in review; what is published has none', async () => {
    const place = await explained();
    const head = async (): Promise<string> => textOf(granted(await reviewCopy(place.author, place.key, year, now)), 'word/header-review-odd.xml');
    expect(await head()).toBe('送审稿（尚未提交）周敏　2026年1月12日 10:00 下载\n');
    await move(place, place.author, 'submit');
    expect(textOf(granted(await reviewCopy(place.reviewer, place.key, year, now)), 'word/header-review-even.xml')).toBe('送审稿（第 1 次提交）周敏　2026年1月12日 10:00 提交\n');
    expect(await reviewCopy(place.foreigner, place.key, year, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await reviewCopy(null, place.key, year, now)).toMatchObject({ refused: 'not-signed-in' });
    await move(place, place.reviewer, 'approve');
    await move(place, place.reviewer, 'publish');
    expect(await reviewCopy(place.author, place.key, year, now)).toMatchObject({ refused: 'wrong-state' });
  });

  it('呈批单 has the key figures, what was found with the reasons, and what was decided on screen', async () => {
    const place = await explained();
    const { head } = granted(await openReport(place.author, place.key, year, now));
    await move(place, place.author, 'submit');
    await move(place, place.reviewer, 'approve');
    const text = textOf(granted(await approvalSlip(place.author, place.key, year, now)));
    for (const words of [head.agency.name, '第 1 次', '周敏', '2026年1月31日', '本年新收申请\n3\n—', '李建国　2026年1月12日 10:00　批准（第 1 次提交）']) expect(text).toContain(words);
    expect(text).toMatch(/错误 0 处，待说明 1 处（已说明 1 处），提示 \d+ 处。/);
    expect(text).toContain('填报人说明：经核对无误。');
    expect(await approvalSlip(place.foreigner, place.key, year, now)).toMatchObject({ refused: 'not-permitted' });
  });
});
