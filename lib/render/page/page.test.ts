import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { documentOf } from './document';
import { documentStyle } from './document-style';
import { publicationFiles } from '@/lib/render/files';
import { pageOf, pageStyleHash, standaloneOf, standaloneStyleHash } from './page';
import { generatedReports } from '@/lib/render/test/generated';
import { markupFaults } from '@/lib/render/test/markup-faults';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { sampleReport } from '@/lib/render/test/sample';

const page = pageOf(sampleReport(), {
  ...sampleFrame,
  files: [{ name: 'report.docx', label: 'Word 文档', size: 17_000, sha256: 'a'.repeat(64) }],
});
const standalone = standaloneOf(sampleReport());

const styleOf = (html: string): string => /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the published page', () => {
  it.each([
    ['the page', page],
    ['the single file', standalone],
    ['the page of the format of 2019', pageOf(sampleReport(2020), { ...sampleFrame, files: [] })],
  ])('is valid HTML: %s', async (_, html) => {
    expect(await markupFaults(html)).toEqual([]);
  });

  it('is valid HTML whatever the report: no prose, eighty paragraphs, a name of sixty characters, seven digits', async () => {
    for (const { report } of generatedReports([2, 3, 16, 78, 99])) {
      for (const html of [pageOf(report, { ...sampleFrame, files: [], pdfFollows: true }), standaloneOf(report)]) {
        expect(await markupFaults(html)).toEqual([]);
      }
    }
  }, 30_000);

  it('cuts a long name in the title of the window, never the year', () => {
    const long = { ...sampleReport(), title: `${'长'.repeat(60)}2024年政府信息公开工作年度报告` };
    expect(/<title>(.*)<\/title>/.exec(standaloneOf(long))?.[1]).toBe(
      `${'长'.repeat(49)}…2024年政府信息公开工作年度报告`,
    );
    expect(standaloneOf(long)).toContain(`content="${long.title}"`);
  });

  it('carries no executable script, no style attribute and nothing from another place', () => {
    for (const html of [page, standalone]) {
      expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(
        html === page ? ['<script type="application/ld+json">'] : [],
      );
      expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=/);
      expect(html).not.toMatch(/<(img|iframe|object|embed|link rel="(?!canonical))/);
      expect(html).not.toMatch(/url\(|@import/);
    }
  });

  it('has one style element whose hash the policy can name', () => {
    expect(sha(styleOf(page))).toBe(pageStyleHash);
    expect(sha(styleOf(standalone))).toBe(standaloneStyleHash);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(styleOf(page)).toContain(documentStyle);
  });

  it('holds the document as it is for every frame', () => {
    expect(page).toContain(documentOf(sampleReport()));
    expect(standalone).toContain(documentOf(sampleReport()));
    expect(documentOf(sampleReport(), 'article')).toMatch(/^<article class="document"/);
  });

  it('carries the meta tags that a government site owes, its times in Asia/Shanghai', () => {
    const meta = Object.fromEntries(
      [...page.matchAll(/<meta name="(\w+)" content="([^"]*)">/g)].map((match) => [match[1], match[2]]),
    );
    expect(meta).toMatchObject({
      SiteName: '临川市白鹭区政府信息公开年报',
      SiteDomain: 'nianbao.example.gov.cn',
      SiteIDCode: '3301000001',
      ColumnName: '政府信息公开年报',
      ColumnKeywords: '政府信息公开,年度报告',
      ColumnType: '政府信息公开年报',
      ArticleTitle: '临川市白鹭区水务局2024年政府信息公开工作年度报告',
      PubDate: '2025-01-20 01:30',
      ContentSource: '临川市白鹭区水务局',
      Author: '临川市白鹭区水务局',
      Url: 'https://nianbao.example.gov.cn/reports/shuiwuju/2024',
    });
    expect(meta['Description']).toMatch(/^本报告依照/);
    expect(page).toContain('2025年1月20日更正：表二“现行有效件数”由6改为7。');
  });

  it('links to the files of its own version and prints their hashes', async () => {
    const files = await publicationFiles(sampleReport(), sampleFrame);
    const html = new TextDecoder().decode(files.at(-1)?.bytes);
    for (const file of files.slice(0, -1)) {
      expect(html).toContain(`href="/reports/shuiwuju/2024/versions/2/${file.name}"`);
      expect(html).toContain(`<dt>${file.name}</dt><dd><a href="/verify?hash=${file.sha256}">${file.sha256}</a></dd>`);
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(file.sha256);
    }
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as {
      encoding: unknown[];
      datePublished: string;
      hasPart: { distribution: { encodingFormat: string }[] }[];
    };
    expect(data.encoding).toHaveLength(4);
    expect(data.hasPart.map((part) => part.distribution.map((one) => one.encodingFormat))).toEqual(
      Array.from({ length: 3 }, () => ['application/json', 'text/csv']),
    );
    expect(data.datePublished).toBe('2025-01-20T01:30:00+08:00');
  });

  it('shows hostile words as words', () => {
    const hostile = '</main><script>alert(1)</script>"\'><img src=x onerror=alert(2)>&lt;\u0000\u001b[31m';
    const report = sampleReport();
    report.agency = hostile;
    report.title = `${hostile}2024年报告`;
    report.preamble = hostile;
    report.sections = { overview: hostile, applications: hostile };
    report.signature = { agency: hostile, date: hostile };
    report.notes = { 'applications.received.total': hostile };
    report.extra = [{ table: 'disclosure', label: hostile, value: hostile }];
    report.cells['applications.received.total'] = '<b>1</b>';
    const html = pageOf(report, {
      ...sampleFrame,
      siteName: hostile,
      office: hostile,
      versions: [{ number: 1, publishedAt: '2025-01-17T01:30:00Z', note: hostile }],
      files: [],
    });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<b>1|onerror=alert\(2\)>(?!&)/);
    expect([...html].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('&lt;b&gt;1&lt;/b&gt;');
  });

  it('leaves a blank cell blank, which is not 0', () => {
    const report = sampleReport();
    report.cells['applications.received.business'] = null;
    const cells = [
      ...standaloneOf(report).matchAll(
        /<td data-cell="applications\.received\.(business|research)"[^>]*?class="([^"]+)"[^>]*>([^<]*)</g,
      ),
    ];
    expect(cells.map((match) => match.slice(1, 4))).toEqual([
      ['business', 'blank', ''],
      ['research', 'zero', '0'],
    ]);
  });
});
