import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kindOf, type Report } from '../../report/report';
import type { SectionId } from '../../statute/format';
import { check } from '../check';
import type { CheckResult } from '../finding';

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url));

/** True when the real reports lie beside the repository; on CI their absence is a failure, elsewhere it is said. */
export function realReportsAreHere(): boolean {
  if (existsSync(folder)) return true;
  if (process.env.CI) throw new Error('../shared/reports is missing');
  console.warn('../shared/reports is missing: the rules were not tried on real reports');
  return false;
}

export interface Expected {
  readonly name: string;
  readonly report: Report;
  readonly must: readonly { readonly rule: string; readonly section?: string; readonly cells?: readonly string[] }[];
  readonly may: readonly string[];
  readonly never: readonly string[];
}

/** The five reports with hand-checked figures; their prose is cut out of the text by its headings. */
export function expectedReports(): Expected[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => {
      const expected = JSON.parse(readFileSync(folder + file, 'utf8'));
      const text = readFileSync(folder + file.replace('.expected.json', '.txt'), 'utf8');
      return { name: file.slice(0, 3), report: withProse(expected, text), ...expected.findings };
    });
}

/** Two reports of one city, their tables parted by tabs. */
export function cityReport(year: 2023 | 2024, cells: (text: string) => Report['cells']): Report {
  const text = readFileSync(`${folder}more/suqian-${year}.txt`, 'utf8');
  return withProse({ format: '2021', year, agency: '宿迁市人民政府', cells: cells(text) }, text);
}

const headings: readonly [SectionId, RegExp][] = [
  ['overview', /^\s*一、总体/m],
  ['disclosure', /^\s*二、主动公开/m],
  ['applications', /^\s*三、收到/m],
  ['remedies', /^\s*四、政府信息公开行政/m],
  ['problems', /^\s*五、/m],
  ['other', /^\s*六、其他/m],
];

export function withProse(head: Pick<Report, 'format' | 'year' | 'agency' | 'cells'>, text: string): Report {
  const starts = headings.map(([, heading]) => heading.exec(text)?.index ?? -1);
  const part = (index: number): string =>
    text.slice(starts[index], starts[index + 1] ?? text.length).trim().split('\n').slice(1).map((line) => line.trim()).filter((line) => line !== '').join('\n');
  return {
    format: head.format,
    year: head.year,
    agency: head.agency,
    title: `${head.agency}${head.year}年政府信息公开工作年度报告`,
    preamble: '',
    sections: { overview: part(0), disclosure: '', applications: '', remedies: '', problems: part(4), other: part(5) },
    cells: head.cells,
    signature: { agency: head.agency, date: null },
  };
}

export const checkFile = (report: Report, last: Report | null = null): CheckResult => check(report, { purpose: 'file', kind: kindOf(report.agency), last });
