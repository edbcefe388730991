import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '@/lib/checks/finding';
import { stopReadingApart } from '@/lib/read/apart';
import { database } from '@/lib/store/database';
import { findReport } from '@/lib/store/reports';
import { useTestDatabase } from '@/lib/store/test-database';
import { archivePackage } from '../archive-package';
import { approvalSlip } from '../approval-slip';
import { carryOut } from '../carry-out';
import { compareOwnSite } from '../compare-own-site';
import { checkedReport } from '../checked-report';
import { downloaded, type Download } from '../download';
import { evidenceOverHttp } from '../evidence-over-http';
import { fileEvidence } from '../file-evidence';
import { openPapers } from '../open-papers';
import { openReport } from '../open-report';
import { publishedFile } from '../read-publication';
import { readEvidence } from '../read-evidence';
import { recordOwnSite } from '../record-own-site';
import { reviewCopy } from '../review-copy';
import { SCAN_HEADER } from '@/lib/workflow/papers';
import { arena, completeEdits, granted, now, written, year, type Arena } from './arena';

beforeAll(useTestDatabase);
afterAll(stopReadingApart);

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

const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n${text}\n%%EOF`);
const facts = { signedBy: '陈局长', signedOn: '2026-01-11', note: '', replaces: null };

describe('evidence of approval', () => {
  it('is filed once with who signed and the day on paper, is listed and read back, and stands for ever', async () => {
    const place = await explained();
    expect(await fileEvidence(place.author, place.key, year, { name: 'x.pdf', bytes: pdf('1') }, facts, now)).toMatchObject({ refused: 'wrong-state' });
    await move(place, place.author, 'submit');
    const { id } = granted(await fileEvidence(place.reviewer, place.key, year, { name: 'C:\\扫描\\签批.PDF', bytes: pdf('1') }, facts, now));
    expect(await fileEvidence(place.author, place.key, year, { name: 'y.pdf', bytes: pdf('1') }, facts, now)).toMatchObject({ refused: 'exists' });
    expect(granted(await openPapers(place.administrator, place.key, year)).evidence).toMatchObject([
      { id, number: 1, name: '签批.pdf', submission: 1, signedBy: '陈局长', signedOn: '2026-01-11', by: '李建国', replaces: null, replacedBy: null },
    ]);
    expect(granted(await readEvidence(place.administrator, place.key, year, id))).toMatchObject({ name: '签批.pdf', type: 'application/pdf' });
    expect(await readEvidence(place.foreigner, place.key, year, id)).toMatchObject({ refused: 'not-permitted' });
    expect(await readEvidence(place.author, place.key, year, 'none')).toMatchObject({ refused: 'not-found' });
    await expect(database().evidence.update({ where: { id }, data: { signedBy: '别人' } })).rejects.toThrow();
    await expect(database().evidence.delete({ where: { id } })).rejects.toThrow();
    expect(await database().logEntry.count({ where: { kind: 'Evidence', subject: id } })).toBe(1);
  });

  it('that was wrong gives way to another, once and with a reason; both stay', async () => {
    const place = await explained();
    await move(place, place.author, 'submit');
    const { id } = granted(await fileEvidence(place.author, place.key, year, { name: 'a.pdf', bytes: pdf('a') }, facts, now));
    const again = (text: string, note: string) => fileEvidence(place.author, place.key, year, { name: 'b.pdf', bytes: pdf(text) }, { ...facts, note, replaces: id }, new Date(now.getTime() + 1));
    expect(await again('b', '')).toMatchObject({ refused: 'reason-missing' });
    granted(await again('b', '漏扫第二页'));
    expect(await again('c', '又错')).toMatchObject({ refused: 'exists' });
    expect(granted(await openPapers(place.author, place.key, year)).evidence).toMatchObject([{ number: 1, replacedBy: 2 }, { number: 2, replaces: 1, note: '漏扫第二页' }]);
  });

  it('is refused when it is no scan, signed in days to come, or filed by whoever may not', async () => {
    const place = await explained();
    await move(place, place.author, 'submit');
    const file = (actor: Arena['author'] | null, bytes: Uint8Array, signedOn = '2026-01-12') => fileEvidence(actor, place.key, year, { name: 'a.pdf', bytes }, { ...facts, signedOn }, now);
    expect(await file(place.author, new TextEncoder().encode('<html></html>'))).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.author, new Uint8Array())).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.author, pdf('x'), '2026-01-13')).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.author, Buffer.concat([pdf('x'), Buffer.alloc(20 * 1024 * 1024)]))).toMatchObject({ refused: 'bad-input' });
    expect(await file(place.administrator, pdf('x'))).toMatchObject({ refused: 'not-permitted' });
    expect(await file(place.foreigner, pdf('x'))).toMatchObject({ refused: 'not-permitted' });
    expect(await file(null, pdf('x'))).toMatchObject({ refused: 'not-signed-in' });
    granted(await file(place.author, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)));
  });

  it('comes over HTTP from our own page only, its facts in a header', async () => {
    const place = await explained();
    await move(place, place.author, 'submit');
    const post = (headers: Record<string, string>) =>
      evidenceOverHttp(new Request('http://nianbao.test/office/reports/x/2025/papers/evidence', { method: 'POST', body: Uint8Array.from(pdf('x')), headers: { 'sec-fetch-site': 'same-origin', ...headers } }), Promise.resolve(place.author), place.key, year, now);
    const header = { [SCAN_HEADER]: encodeURIComponent(JSON.stringify(facts)) };
    expect((await post({ ...header, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ ...header, 'x-nianbao-person': '00000000-0000-4000-8000-000000000000' })).status).toBe(403);
    expect((await post({})).status).toBe(422);
    expect((await post({ [SCAN_HEADER]: encodeURIComponent(JSON.stringify({ ...facts, signedBy: '  ' })) })).status).toBe(422);
    expect((await post(header)).status).toBe(200);
  });
});

async function published(): Promise<Arena> {
  const place = await explained();
  await move(place, place.author, 'submit');
  await move(place, place.reviewer, 'approve');
  await move(place, place.reviewer, 'publish');
  return place;
}

describe('the agency’s own site', () => {
  const copy = { version: 1, url: 'https://www.example.gov.cn/zwgk/2025nb.html', day: '2026-01-12' };

  it('is recorded with address and day by those of the agency, for a version that there is', async () => {
    const place = await published();
    expect(await recordOwnSite(place.foreigner, place.key, year, copy, now)).toMatchObject({ refused: 'not-permitted' });
    for (const wrong of [{ url: 'javascript:alert(1)' }, { url: 'www.example.gov.cn' }, { url: 'http://a:b@example.gov.cn/' }, { day: '2026-01-13' }, { day: '' }]) {
      expect(await recordOwnSite(place.author, place.key, year, { ...copy, ...wrong }, now)).toMatchObject({ refused: 'bad-input' });
    }
    expect(await recordOwnSite(place.author, place.key, year, { ...copy, version: 2 }, now)).toMatchObject({ refused: 'not-found' });
    const { id } = granted(await recordOwnSite(place.administrator, place.key, year, copy, now));
    expect(granted(await openPapers(place.author, place.key, year)).versions).toMatchObject([{ number: 1, copies: [{ id, url: copy.url, day: copy.day, by: '王芳', comparison: null }] }]);
    expect(await database().logEntry.count({ where: { kind: 'OwnSiteCopy', subject: id } })).toBe(1);
  });

  it('is compared, as somebody saved its page, with what was published (PUB-01)', async () => {
    const place = await published();
    const { id } = granted(await recordOwnSite(place.author, place.key, year, copy, now));
    const page = (await publishedFile(`/reports/${place.key}/${year}/report.html`))?.bytes.toString('utf8') ?? '';
    const compare = (text: string, whose = place.author) => compareOwnSite(whose, place.key, year, id, { name: '年报.html', bytes: new TextEncoder().encode(text) }, now);
    expect(granted(await compare(page))).toMatchObject({ differences: [], otherAgency: '' });
    const changed = page.replace(/(data-cell="applications\.granted\.naturalPerson"[^>]*>)3</, '$14<');
    expect(changed).not.toBe(page);
    expect(granted(await compare(changed)).differences).toEqual([{ cell: 'applications.granted.naturalPerson', place: '表三 予以公开：自然人', page: '4', published: '3' }]);
    expect(granted(await openPapers(place.author, place.key, year)).versions[0]?.copies[0]?.comparison?.differences).toHaveLength(1);
    expect(await compare('{"format":"2021"}')).toMatchObject({ refused: 'bad-input' });
    expect(await compare(page, place.foreigner)).toMatchObject({ refused: 'not-permitted' });
  }, 60_000);
});

describe('归档包', () => {
  it('holds what was published as stored, signatures and keys, the record and the scans, each with its hash', async () => {
    const place = await published();
    granted(await fileEvidence(place.author, place.key, year, { name: '签批.pdf', bytes: pdf('1') }, facts, now));
    const fetched = async (): Promise<Buffer> => Buffer.from(await downloaded(granted(await archivePackage(place.administrator, place.key, year, 1, now))).arrayBuffer());
    const archive = await fetched();
    expect(archive.equals(await fetched())).toBe(true);
    const files = unzipSync(archive);
    const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
    const names = Object.keys(files);
    const document = names.find((name) => name.startsWith('公布文件/') && name.endsWith('.docx')) ?? '';
    expect(Buffer.from(files[document] ?? []).equals((await publishedFile(`/reports/${place.key}/${year}/report.docx`))?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(names.filter((name) => !name.startsWith('公布文件/')).map((name) => name.replace(/公钥-[0-9a-f]{16}/, '公钥'))).toEqual(['目录.txt', '校验值.txt', '签名/signature.json', '签名/公钥.pem', '审批记录/审批记录.docx', '签批件/签批件1-签批.pdf']);
    const sums = text('校验值.txt').trim().split('\n').map((one) => one.split('  '));
    expect(sums.map(([, path]) => path)).toEqual(names.slice(2));
    for (const [hash, path = ''] of sums) {
      expect(createHash('sha256').update(files[path] ?? '').digest('hex'), path).toBe(hash);
      expect(text('目录.txt')).toContain(hash);
    }
    const record = textOf({ name: '', type: '', body: files['审批记录/审批记录.docx'] ?? new Uint8Array() });
    for (const words of ['审批记录', '新建', '提交', '批准', '公布', '李建国', '填报人说明：经核对无误。', '没有批注。', '陈局长，2026年1月11日']) expect(record).toContain(words);
    expect(await archivePackage(place.foreigner, place.key, year, 1, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await archivePackage(place.author, place.key, year, 2, now)).toMatchObject({ refused: 'not-found' });
  });
});
