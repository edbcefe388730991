import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import { gridFaults, part, tablesOf } from '@/lib/render/test/docx-tables';
import { approvalRecordOf } from './approval-record';
import { sampleRecord } from '@/lib/render/papers/test/sample-record';

describe('审批记录', () => {
  it.each([
    ['with all there can be', sampleRecord],
    ['with nothing said or filed', { ...sampleRecord, findings: [], comments: [], evidence: [] }],
  ])(
    'is valid Open XML with real headings: %s',
    async (_, record) => {
      const docx = await approvalRecordOf(record);
      expect(await validate(docx, 'docx')).toEqual([]);
      expect(part(docx, 'word/document.xml').match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
      expect(
        tablesOf(docx)
          .slice(1)
          .every(({ rows }) => rows[0]?.header === true),
      ).toBe(true);
      expect(await approvalRecordOf(record)).toEqual(docx);
    },
    60_000,
  );

  it('breaks no row over two pages but one with a long reason', async () => {
    const events = [
      { at: '2025年1月13日 16:30', what: '退回修改', by: '李建国', reason: '请核对。' },
      { at: '2025年1月14日 09:30', what: '退回修改', by: '李建国', reason: '请逐项核对。'.repeat(60) },
    ];
    const faults = tablesOf(await approvalRecordOf({ ...sampleRecord, events, evidence: [] })).flatMap(gridFaults);
    expect(faults.filter((fault) => fault.includes('may split'))).toEqual(['row 2 may split']);
  });

  it('leaves nothing out that it was given', async () => {
    const text = part(await approvalRecordOf(sampleRecord), 'word/document.xml').replace(/<[^>]+>/g, '');
    const given = JSON.stringify(sampleRecord).match(/[一-鿿]{4,}/g) ?? [];
    expect(given.filter((words) => !text.includes(words))).toEqual([]);
  });
});
