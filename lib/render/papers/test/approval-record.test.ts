import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import { part, tablesOf } from '../../test/docx-tables';
import { approvalRecordOf } from '../approval-record';
import { sampleRecord } from './sample-record';

describe('审批记录', () => {
  it.each([
    ['with all there can be', sampleRecord],
    ['with nothing said or filed', { ...sampleRecord, findings: [], comments: [], evidence: [] }],
  ])('is valid Open XML with real headings: %s', async (_, record) => {
    const docx = await approvalRecordOf(record);
    expect(await validate(docx, 'docx')).toEqual([]);
    expect(part(docx, 'word/document.xml').match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
    expect(tablesOf(docx).slice(1).every(({ rows }) => rows[0]?.header === true)).toBe(true);
    expect(await approvalRecordOf(record)).toEqual(docx);
  }, 60_000);

  it('leaves nothing out that it was given', async () => {
    const text = part(await approvalRecordOf(sampleRecord), 'word/document.xml').replace(/<[^>]+>/g, '');
    const given = JSON.stringify(sampleRecord).match(/[一-鿿]{4,}/g) ?? [];
    expect(given.filter((words) => !text.includes(words))).toEqual([]);
  });
});
