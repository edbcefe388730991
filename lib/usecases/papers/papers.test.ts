import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopReadingApart } from '@/lib/read/apart';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { archivePackage } from './archive-package';
import { approvalSlip } from './approval-slip';
import { compareOwnSite } from './compare-own-site';
import { copyAsHtml } from '@/lib/usecases/publishing/copy-as-html';
import { downloaded } from '@/lib/http/download';
import { fileEvidence } from './file-evidence';
import { openPapers } from './open-papers';
import { openReport } from '@/lib/usecases/writing/open-report';
import { publishedFile } from '@/lib/usecases/publishing/read-publication';
import { recordOwnSite } from './record-own-site';
import { reviewCopy } from './review-copy';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { edit, move, now, publish, year } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';
import { explained, facts, pdf, published, textOf } from '@/lib/usecases/test/papers-arena';

beforeAll(useTestDatabase);
afterAll(stopReadingApart);

describe('papers on the way to publication', () => {
  it('送审稿 says who takes a draft out, and who submitted what is in review; what is published has none', async () => {
    const place = await explained();
    const head = async (): Promise<string> =>
      textOf(granted(await reviewCopy(place.author, place.key, year, now)), 'word/header-review-odd.xml');
    expect(await head()).toBe('送审稿（尚未提交）周敏　2026年1月12日 10:00 下载\n');
    granted(await move(place, place.author, { do: 'submit' }));
    expect(textOf(granted(await reviewCopy(place.reviewer, place.key, year, now)), 'word/header-review-even.xml')).toBe(
      '送审稿（第 1 次提交）周敏　2026年1月12日 10:00 提交\n',
    );
    expect(await reviewCopy(place.foreigner, place.key, year, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await reviewCopy(null, place.key, year, now)).toMatchObject({ refused: 'not-signed-in' });
    granted(await move(place, place.reviewer, { do: 'approve' }));
    granted(await move(place, place.reviewer, { do: 'publish' }));
    expect(await reviewCopy(place.author, place.key, year, now)).toMatchObject({ refused: 'wrong-state' });
  });

  it('呈批单 has the key figures, what was found with the reasons, and what was decided on screen', async () => {
    const place = await explained();
    const { head } = granted(await openReport(place.author, place.key, year, now));
    granted(await move(place, place.author, { do: 'submit' }));
    granted(await move(place, place.reviewer, { do: 'approve' }));
    const text = textOf(granted(await approvalSlip(place.author, place.key, year, now)));
    for (const words of [
      head.agency.name,
      '第 1 次',
      '周敏',
      '2026年1月31日',
      '本年新收申请\n3\n—',
      '李建国　2026年1月12日 10:00　批准（第 1 次提交）',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/错误 0 处，待说明 1 处（已说明 1 处），提示 \d+ 处。/);
    expect(text).toContain('填报人说明：经核对无误。');
    expect(await approvalSlip(place.foreigner, place.key, year, now)).toMatchObject({ refused: 'not-permitted' });
  });

  it('of a correction are about it and none of what was decided before: which version, why, what differs', async () => {
    const place = await published();
    granted(await move(place, place.author, { do: 'correct', reason: '漏计1件' }));
    granted(await move(place, place.author, { do: 'restate', reason: '行政许可漏计1件。' }));
    const { draft } = granted(await openReport(place.author, place.key, year, now));
    granted(
      await saveEdits(
        place.author,
        place.key,
        year,
        {
          since: 0,
          edits: [edit('disclosure.licensing.decisions', '1', draft.seen['disclosure.licensing.decisions'])],
        },
        now,
      ),
    );
    granted(await move(place, place.author, { do: 'submit' }));
    const slip = async (): Promise<string> => textOf(granted(await approvalSlip(place.author, place.key, year, now)));
    for (const words of [
      '更正已公布的第 1 版：行政许可漏计1件。\n',
      '行政许可：本年处理决定数量：0 改为 1\n',
      '提交次数\n第 1 次\n',
    ])
      expect(await slip()).toContain(words);
    expect(await slip()).not.toContain('批准（');
    expect(
      textOf(granted(await reviewCopy(place.author, place.key, year, now)), 'word/header-review-odd.xml'),
    ).toContain('送审稿（更正第 1 版，第 1 次提交）');
    granted(await move(place, place.reviewer, { do: 'approve' }));
    granted(await move(place, place.reviewer, { do: 'publish' }));
    for (const words of ['更正已公布的第 1 版：行政许可漏计1件。\n', '批准（第 1 次提交）'])
      expect(await slip()).toContain(words);
  });
});

it('归档包 of an agency whose name has strokes and dots unpacks into its own folder', async () => {
  const place = await explained();
  await database().agency.update({ where: { key: place.key }, data: { name: '云泽市/../../局\n（筹）' } });
  await publish(place);
  const { body } = granted(await archivePackage(place.author, place.key, year, 1, now));
  const pieces: Uint8Array[] = [];
  for await (const piece of body as AsyncGenerator<Uint8Array>) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  for (const name of Object.keys(files)) expect(name).toMatch(/^[^/\n]+(?:\/[^/\n]+)?$/);
  const lines = strFromU8(files['校验值.txt'] ?? new Uint8Array())
    .trim()
    .split('\n');
  for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} [ *]/);
});

describe('the agency’s own site', () => {
  const copy = { version: 1, url: 'https://www.example.gov.cn/zwgk/2025nb.html', day: '2026-01-12' };

  it('is recorded fifty times at most for one version', async () => {
    const place = await published();
    const { id: publicationId } = await database().publication.findFirstOrThrow({ where: { agencyKey: place.key } });
    await database().ownSiteCopy.createMany({
      data: Array.from({ length: 49 }, () => ({
        publicationId,
        url: copy.url,
        day: copy.day,
        recordedBy: '周敏',
        recordedAt: now,
      })),
    });
    const answers = await Promise.all([1, 2, 3].map(() => recordOwnSite(place.author, place.key, year, copy, now)));
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'too-many')).toHaveLength(2);
  });

  it('is recorded with address and day by those of the agency, for a version that there is', async () => {
    const place = await published();
    expect(await recordOwnSite(place.foreigner, place.key, year, copy, now)).toMatchObject({
      refused: 'not-permitted',
    });
    for (const wrong of [
      { url: 'javascript:alert(1)' },
      { url: 'www.example.gov.cn' },
      { url: 'http://a:b@example.gov.cn/' },
      { day: '2026-01-13' },
      { day: '' },
    ]) {
      expect(await recordOwnSite(place.author, place.key, year, { ...copy, ...wrong }, now)).toMatchObject({
        refused: 'bad-input',
      });
    }
    expect(await recordOwnSite(place.author, place.key, year, { ...copy, version: 2 }, now)).toMatchObject({
      refused: 'not-found',
    });
    const { id } = granted(await recordOwnSite(place.administrator, place.key, year, copy, now));
    expect(granted(await openPapers(place.author, place.key, year)).versions).toMatchObject([
      { number: 1, copies: [{ id, url: copy.url, day: copy.day, by: '王芳', comparison: null }] },
    ]);
    expect(await database().logEntry.count({ where: { kind: 'OwnSiteCopy', subject: id } })).toBe(1);
  });

  it('is compared, as somebody saved its page, with what was published (PUB-01)', async () => {
    const place = await published();
    const { id } = granted(await recordOwnSite(place.author, place.key, year, copy, now));
    const page = (await publishedFile(`/reports/${place.key}/${year}/report.html`))?.bytes.toString('utf8') ?? '';
    const compare = (text: string, whose = place.author) =>
      compareOwnSite(whose, place.key, year, id, { name: '年报.html', bytes: new TextEncoder().encode(text) }, now);
    expect(granted(await compare(page))).toMatchObject({ differences: [], otherAgency: '' });
    const changed = page.replace(/(data-cell="applications\.granted\.naturalPerson"[^>]*>)3</, '$14<');
    expect(changed).not.toBe(page);
    expect(granted(await compare(changed)).differences).toEqual([
      { cell: 'applications.granted.naturalPerson', place: '表三 予以公开：自然人', page: '4', published: '3' },
    ]);
    expect(
      granted(await openPapers(place.author, place.key, year)).versions[0]?.copies[0]?.comparison?.differences,
    ).toHaveLength(1);
    expect(await compare('{"format":"2021"}')).toMatchObject({ refused: 'bad-input' });
    expect(await compare(page, place.foreigner)).toMatchObject({ refused: 'not-permitted' });
  }, 60_000);
});

describe('归档包', () => {
  it('holds what was published as stored, signatures and keys, the record and the scans, each with its hash', async () => {
    const place = await published();
    granted(await fileEvidence(place.author, place.key, year, { name: '签批.pdf', bytes: pdf('1') }, facts, now));
    const fetched = async (): Promise<Buffer> =>
      Buffer.from(
        await downloaded(granted(await archivePackage(place.administrator, place.key, year, 1, now))).arrayBuffer(),
      );
    const archive = await fetched();
    expect(archive.equals(await fetched())).toBe(true);
    const files = unzipSync(archive);
    const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
    const names = Object.keys(files);
    const document = names.find((name) => name.startsWith('公布文件/') && name.endsWith('.docx')) ?? '';
    expect(
      Buffer.from(files[document] ?? []).equals(
        (await publishedFile(`/reports/${place.key}/${year}/report.docx`))?.bytes ?? Buffer.alloc(0),
      ),
    ).toBe(true);
    expect(
      names.filter((name) => !name.startsWith('公布文件/')).map((name) => name.replace(/公钥-[0-9a-f]{16}/, '公钥')),
    ).toEqual([
      '目录.txt',
      '校验值.txt',
      '签名/signature.json',
      '签名/公钥.pem',
      '审批记录/审批记录.docx',
      '签批件/签批件1-签批.pdf',
    ]);
    const sums = text('校验值.txt')
      .trim()
      .split('\n')
      .map((one) => one.split('  '));
    expect(sums.map(([, path]) => path)).toEqual(names.slice(2));
    for (const [hash, path = ''] of sums) {
      expect(
        createHash('sha256')
          .update(files[path] ?? '')
          .digest('hex'),
        path,
      ).toBe(hash);
      expect(text('目录.txt')).toContain(hash);
    }
    const record = textOf({ name: '', type: '', body: files['审批记录/审批记录.docx'] ?? new Uint8Array() });
    for (const words of [
      '审批记录',
      '新建',
      '提交',
      '批准',
      '公布',
      '李建国',
      '填报人说明：经核对无误。',
      '没有批注。',
      '陈局长，2026年1月11日',
    ])
      expect(record).toContain(words);
    expect(await archivePackage(place.foreigner, place.key, year, 1, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await archivePackage(place.author, place.key, year, 2, now)).toMatchObject({ refused: 'not-found' });
  });
});

describe('归档包 of a version that was withdrawn', () => {
  it('has the page with its mark, the notice and the reason beside what was published', async () => {
    const place = await published();
    granted(await move(place, place.administrator, { do: 'withdraw', reason: '含有不应公开的内容' }));
    const files = unzipSync(
      Buffer.from(await downloaded(granted(await archivePackage(place.author, place.key, year, 1, now))).arrayBuffer()),
    );
    const endings = Object.keys(files)
      .filter((name) => name.endsWith('.html'))
      .map((name) => name.replace(/^.*年度报告/, ''));
    expect(endings).toEqual(['.html', '（公布页面）.html', '（公布页面，已撤回）.html', '（撤回说明）.html']);
    expect(textOf({ name: '', type: '', body: files['审批记录/审批记录.docx'] ?? new Uint8Array() })).toContain(
      '含有不应公开的内容',
    );
  });
});

describe('a version to be pasted elsewhere', () => {
  it('is what was published, as HTML without style sheet or script and as text', async () => {
    const place = await published();
    const { html, text } = granted(await copyAsHtml(place.author, place.key, year, 1));
    expect(html).not.toMatch(/<script|<style|<link| class=/);
    expect(html.match(/<table\b/g)).toHaveLength(3);
    for (const words of ['一、总体情况', '（一）主动公开情况', '本年新收', '本年度未收取政府信息公开信息处理费。'])
      for (const form of [html, text]) expect(form).toContain(words);
    expect(await copyAsHtml(place.foreigner, place.key, year, 1)).toMatchObject({ refused: 'not-permitted' });
    expect(await copyAsHtml(place.author, place.key, year, 2)).toMatchObject({ refused: 'not-found' });
  });
});
