import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { part } from '@/lib/render/test/docx-tables';
import { sampleReport } from '@/lib/render/test/sample';
import { reviewCopyOf } from './review-copy';

const stamp = { standing: '第 2 次提交', by: '周敏<主任>', did: '提交', at: '2025-01-10T06:32:00Z' };

describe('送审稿', () => {
  it('is the document itself under a head that says which submission, whose and when, over a watermark', async () => {
    const docx = await docxOf(sampleReport());
    const copy = reviewCopyOf(docx, stamp);
    expect(await validate(copy, 'docx')).toEqual([]);
    const body = part(copy, 'word/document.xml');
    expect(body.replace(/<w:headerReference [^>]+>/g, '')).toBe(part(docx, 'word/document.xml'));
    expect(body.match(/<w:headerReference w:type="(?:default|even)"/g)).toHaveLength(2);
    for (const side of ['odd', 'even']) {
      const header = part(copy, `word/header-review-${side}.xml`);
      expect(header.replace(/<[^>]+>/g, '')).toBe('送审稿（第 2 次提交）周敏&lt;主任&gt;　2025年1月10日 14:32 提交');
      expect(header).toMatch(/<v:shape id="PowerPlusWaterMarkObject\d"[^>]*z-index:-\d+[^>]*>.*string="送审稿"/);
    }
  }, 60_000);

  it('is the same for the same document and stamp, and is made of nothing else', async () => {
    const docx = await docxOf(sampleReport());
    expect(reviewCopyOf(docx, stamp)).toEqual(reviewCopyOf(docx, stamp));
    expect(() => reviewCopyOf(new Uint8Array(30), stamp)).toThrow();
  });
});
