import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { differences } from '@/lib/report/differences';
import { markedPage, type Mark } from './marked-page';
import { markStyle } from './mark-style';
import { pageOf } from './page';
import { withdrawalNotice } from './withdrawal-notice';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { sampleReport } from '@/lib/render/test/sample';

const before = sampleReport();
const cell = Object.keys(before.cells).find((id) => id.startsWith('applications.refused')) ?? '';
const after = {
  ...before,
  cells: { ...before.cells, [cell]: '909' },
  sections: { ...before.sections, overview: `${before.sections.overview ?? ''}\n另行补充<一>段。` },
};
const page = pageOf(before, { ...sampleFrame, files: [] });
const mark: Mark = {
  successor: 3,
  number: 2,
  at: '2025-03-05T16:30:00Z',
  reason: '表三漏计<b>一件</b>。\n第一部分补充一段。',
  current: '/reports/shuiwuju/2024',
  format: before.format,
  differences: differences(before, after),
  withdrawn: null,
};

describe('the page of a version that was superseded', () => {
  const marked = markedPage(page, mark);

  it('is the stored page with two pieces put in: taken away again they leave it byte for byte', () => {
    const style = `<style>${markStyle}</style>`;
    const band = /<aside class="version-mark"[\s\S]*?<\/aside>/.exec(marked)?.[0] ?? '';
    expect(band.length).toBeGreaterThan(100);
    expect(marked.replace(style, '').replace(band, '')).toBe(page);
  });

  it('says by what, when, what was corrected and why, and escapes what people wrote', () => {
    expect(marked).toContain('已被第 3 版取代');
    expect(marked).toContain('2025年3月6日，本机关公布了更正后的第 3 版，以下是更正前的第 2 版。');
    expect(marked).toContain('表三漏计&lt;b&gt;一件&lt;/b&gt;。<br>第一部分补充一段。');
    expect(marked).toContain('<a href="/reports/shuiwuju/2024">看现行版本</a>');
  });

  it('lists every differing cell with its table, row and column, and every differing paragraph', () => {
    expect(marked).toContain('两版的差别：表格 1 格，文字 1 处');
    expect(marked).toMatch(
      /<b>表三<\/b><span>三、本年度办理结果 › [^<]+<\/span><span>[^<]+<\/span><\/th><td>\d+<\/td><td>909<\/td>/,
    );
    expect(marked).toContain('<small>新增</small></dt><dd><ins>另行补充&lt;一&gt;段。</ins></dd>');
  });

  it('admits its style by hash, since it stands in an element of its own', () => {
    const styles = [...marked.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) =>
      createHash('sha256').update(text).digest('hex'),
    );
    expect(styles).toContain(createHash('sha256').update(markStyle).digest('hex'));
    expect(styles).toHaveLength(2);
    expect(marked).not.toMatch(/style="/);
  });

  it('is made for a page of any age', () => {
    expect(
      markedPage('<!DOCTYPE html><html><head><title>旧</title></head><body class="x"><p>旧版</p></body></html>', mark),
    ).toMatch(/<\/style><\/head><body class="x"><aside/);
    expect(marked).toMatch(/<body>\n<a class="skip" href="#document">跳到正文<\/a><aside class="version-mark"/);
    expect(() => markedPage('no page', mark)).toThrow('head');
  });
});

it('a withdrawn version says so, and nothing of differences', () => {
  const marked = markedPage(page, { ...mark, successor: null, differences: null });
  expect(marked).toContain('<b>已撤回</b>');
  expect(marked).toContain('看撤回说明');
  expect(marked).not.toContain('两版的差别');
});

it('the notice tells agency, day, reason and versions, and offers no file', () => {
  const notice = withdrawalNotice({
    ...sampleFrame,
    title: before.title,
    agency: before.agency,
    year: before.year,
    at: '2025-04-01T01:00:00Z',
    reason: '含有"个人"信息',
    address: '/reports/shuiwuju/2024',
    agencyAddress: '/reports/shuiwuju',
  });
  expect(notice).toContain(`<title>已撤回：${before.title}</title>`);
  for (const part of [
    '2025年4月1日',
    '含有&quot;个人&quot;信息',
    '/reports/shuiwuju/2024/versions/2',
    '/reports/shuiwuju/2024/versions/1',
    '更正：表二“现行有效件数”由6改为7。',
  ])
    expect(notice).toContain(part);
  expect(notice).not.toMatch(/report\.\w+|<script/);
});
