import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import { gridFaults, part, tablesOf } from '@/lib/render/test/docx-tables';
import { approvalSlipOf } from './approval-slip';
import { crowdedSlip, sampleSlip } from '@/lib/render/papers/test/sample-slip';

const textOf = (docx: Uint8Array): string =>
  part(docx, 'word/document.xml')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

describe('呈批单', () => {
  it.each([
    ['an ordinary one', sampleSlip],
    ['a crowded one', crowdedSlip],
    [
      'one with nothing found',
      { ...sampleSlip, findings: [], submission: 0, deadline: null, figures: sampleSlip.figures.slice(0, 3) },
    ],
  ])(
    'is valid Open XML, keeps its grid and has a named style in every paragraph: %s',
    async (_, slip) => {
      const docx = await approvalSlipOf(slip);
      expect(await validate(docx, 'docx')).toEqual([]);
      // The findings may go over to the next page, no other row.
      expect(tablesOf(docx).flatMap(gridFaults)).toEqual([expect.stringMatching(/^row \d+ may split$/)]);
      const styles = part(docx, 'word/styles.xml');
      const used = [...part(docx, 'word/document.xml').matchAll(/<w:p>(?:<w:pPr><w:pStyle w:val="([^"]+)")?/g)].map(
        ([, id]) => id,
      );
      expect(used.filter((id) => id === undefined || !styles.includes(`w:styleId="${id}"`))).toEqual([]);
    },
    60_000,
  );

  it('names report, submission and author, the figures beside last year’s, what was found and why, and a place to sign for each', async () => {
    const text = textOf(await approvalSlipOf(sampleSlip));
    for (const words of [
      '文件呈批单',
      '第 2 次',
      '周敏',
      '2025年1月10日',
      '2025年1月31日',
      '本年新收申请\n15\n9\n',
      '318.65\n—\n',
    ])
      expect(text).toContain(words);
    expect(text).toContain(
      '1．〔待说明〕表三 本年新收：自然人：本年新收比上年多 6 件，增长 67%\n　　填报人说明：流域治理项目开工',
    );
    for (const label of ['初审意见', '终审意见', '领导审批']) expect(text).toMatch(new RegExp(`${label}\n[^]*?签名：`));
  });

  it('of a correction says which version, why, and what becomes of which figure', async () => {
    const cells = [{ place: '表二 行政许可：本年处理决定数量', before: '82', after: '83' }];
    const told = async (texts: number): Promise<string> =>
      textOf(
        await approvalSlipOf({ ...sampleSlip, correction: { of: 1, reason: '行政许可决定漏计1件。', cells, texts } }),
      );
    expect(await told(0)).toContain(
      '更正\n更正已公布的第 1 版：行政许可决定漏计1件。\n表二 行政许可：本年处理决定数量：82 改为 83\n主要数据',
    );
    expect(await told(1)).toContain('82 改为 83\n文字 1 处也有改动。\n');
    const many = Array.from({ length: 30 }, (_, index) => ({
      place: `表三 予以公开：${index}`,
      before: '1286',
      after: '1288',
    }));
    expect(
      textOf(await approvalSlipOf({ ...crowdedSlip, correction: { of: 1, reason: '漏计。', cells: many, texts: 12 } })),
    ).toContain('另有表格 22 格，文字 12 处也有改动。');
    expect(textOf(await approvalSlipOf(sampleSlip))).not.toContain('更正');
  });

  it('says how many findings it leaves out rather than growing beyond two pages', async () => {
    const text = textOf(await approvalSlipOf(crowdedSlip));
    const shown = (text.match(/〔待说明〕/g) ?? []).length;
    expect(shown).toBeGreaterThan(0);
    expect(text).toContain(`另有 ${60 - shown} 处未在本单列出`);
  });

  it('is the same for the same value', async () => {
    expect(await approvalSlipOf(sampleSlip)).toEqual(await approvalSlipOf(sampleSlip));
  });
});
