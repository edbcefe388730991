import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import { severityNames } from '@/lib/checks/finding';
import { findingsList, type FindingsList } from '@/lib/checks/findings-list';
import { reportWith } from '@/lib/checks/test/reports';
import { isRefusal } from '@/lib/workflow/refusal';
import { downloadFindings } from './download-findings';

function listOf(cells: Readonly<Record<string, string>>): FindingsList {
  const report = reportWith(cells);
  const result = check(report, { purpose: 'file', kind: 'department', last: null });
  return findingsList(report, result, {
    file: '年报<1>.docx',
    kind: 'department',
    checkedOn: '2026-01-12',
    unplaced: ['无处可放的一行'],
  });
}

async function textOf(list: unknown): Promise<string> {
  const file = await downloadFindings(null, list);
  if (isRefusal(file)) throw new Error(file.message);
  const xml = unzipSync(file)['word/document.xml'];
  return strFromU8(xml ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

describe('核对意见 as a Word document', () => {
  const list = listOf({ 'applications.received.naturalPerson': '8' });
  it('names file, agency, year, day and result', async () => {
    const text = await textOf(list);
    for (const words of [
      '云泽市应急管理局',
      '2023年度报告核对意见',
      '年报&lt;1&gt;.docx',
      '2026年1月12日',
      `共核 ${list.ran} 项`,
      '政府部门',
    ])
      expect(text).toContain(words);
  });
  it('holds every finding with rule, severity and message', async () => {
    const text = await textOf(list);
    expect(list.findings.length).toBeGreaterThan(0);
    for (const { number, title, severity, rule } of list.findings)
      expect(text).toContain(`${number}.${title}（${severityNames[severity]}，${rule}）`);
  });
  it('says what found no place and what was not checked', async () => {
    const text = await textOf(list);
    expect(text).toContain('无处可放的一行');
    for (const { rule } of list.notChecked) expect(text).toContain(rule);
  });
  it('says so when nothing was found', async () => {
    const text = await textOf({ ...list, findings: [] });
    expect(text).toContain('没有发现问题');
  });
  it('is the same for the same list', async () => {
    expect(await downloadFindings(null, list)).toEqual(await downloadFindings(null, list));
  });
  it('numbers its pages', async () => {
    const file = await downloadFindings(null, list);
    if (isRefusal(file)) throw new Error(file.message);
    const feet = Object.entries(unzipSync(file)).filter(([path]) => /^word\/footer\d*\.xml$/.test(path));
    expect(feet.map(([, xml]) => strFromU8(xml).includes('PAGE'))).toEqual([true, true]);
  });
  it('is not made of anything else', async () => {
    expect(await downloadFindings(null, { ...list, more: 1 })).toMatchObject({ refused: 'bad-input' });
    expect(await downloadFindings(null, undefined)).toMatchObject({ refused: 'bad-input' });
  });
});
