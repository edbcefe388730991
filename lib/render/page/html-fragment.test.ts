import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { documentOf } from './document';
import { documentFragment } from './html-fragment';
import { sampleReport } from '@/lib/render/test/sample';

const textOf = (markup: string): string =>
  markup
    .replace(/<p class="swipe">[^<]*<\/p>|<span class="summary">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .trim();

describe.each([2024, 2020])('the fragment that is pasted into another site, %i', (year) => {
  const fragment = documentFragment(sampleReport(year));

  it('says word for word what the document says', () => {
    expect(textOf(fragment)).toBe(textOf(documentOf(sampleReport(year))));
    expect([...fragment.matchAll(/ headers="[^"]+"/g)]).toHaveLength(Object.keys(sampleReport(year).cells).length);
  });

  it('needs no style sheet, no script and nothing from another place', () => {
    expect(fragment).not.toMatch(/\sclass=|<style|<script|<link|url\(|@import/);
    const tags = [...fragment.matchAll(/<(h1|h2|h3|p|table|th|td)\b[^>]*>/g)].map(([tag]) => tag);
    expect(tags.length).toBeGreaterThan(250);
    expect(tags.filter((tag) => !tag.includes(' style="'))).toEqual([]);
  });

  it('is valid HTML where it stands in a page, its style attributes aside', async () => {
    const page = `<!DOCTYPE html>\n<html lang="zh-CN"><head><title>别处</title></head><body>\n${fragment}</body></html>\n`;
    const { results } = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'off' },
    }).validateString(page);
    expect(
      results.flatMap((result) =>
        result.messages.map((message) => `${message.line}: ${message.ruleId} ${message.message}`),
      ),
    ).toEqual([]);
  });
});

it('shows hostile words as words in the fragment too', () => {
  const report = sampleReport();
  report.preamble = '<p class="tall" onclick="x">"><script>alert(1)</script>';
  const fragment = documentFragment(report);
  expect(fragment).toContain('&lt;p class=&quot;tall&quot; onclick=&quot;x&quot;&gt;&quot;&gt;&lt;script&gt;');
  expect(fragment).not.toContain('<script');
});
