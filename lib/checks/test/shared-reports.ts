import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { kindOf, type Report } from '../../report/report';
import { reportSchema } from '../../report/schema';
import type { SectionId } from '../../statute/format';
import { formatById } from '../../statute/formats';
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

const findingsSchema = z.object({
  findings: z.object({ must: z.array(z.object({ rule: z.string(), section: z.string().optional() })), may: z.array(z.string()), never: z.array(z.string()) }),
});

/** The five reports with hand-checked figures and findings; their prose is cut out of the text by its headings. */
export function expectedReports() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => {
      const expected: unknown = JSON.parse(readFileSync(folder + file, 'utf8'));
      const text = readFileSync(folder + file.replace('.expected.json', '.txt'), 'utf8');
      return { name: file.slice(0, 3), report: withProse(reportSchema.parse(expected), text), ...findingsSchema.parse(expected).findings };
    });
}

/** Two reports of one city. Their figures are parted by tabs and stand in the order of the form. */
export function cityReport(year: 2023 | 2024): Report {
  const text = readFileSync(`${folder}more/suqian-${year}.txt`, 'utf8');
  const figures = text.split('\n').flatMap((line) => (/(?:^|\t)\d/.test(line) ? line.split('\t').filter((part) => /^[\d.]+\r?$/.test(part)) : []));
  const cells = formatById('2021')?.cells.map(({ id }, index) => [id, figures[index]?.trim() ?? null]) ?? [];
  return withProse(reportSchema.parse({ format: '2021', year, agency: '宿迁市人民政府', cells: Object.fromEntries(cells) }), text);
}

const headings: readonly [SectionId, RegExp][] = [
  ['overview', /^\s*一、总体/m],
  ['disclosure', /^\s*二、主动公开/m],
  ['applications', /^\s*三、收到/m],
  ['remedies', /^\s*四、政府信息公开行政/m],
  ['problems', /^\s*五、/m],
  ['other', /^\s*六、其他/m],
];

function withProse(report: Report, text: string): Report {
  const starts = headings.map(([, heading]) => heading.exec(text)?.index ?? -1);
  const part = (index: number): string => {
    const [, ...lines] = text.slice(starts[index], starts[index + 1] ?? text.length).trim().split('\n');
    return lines.map((line) => line.trim()).filter((line) => line !== '').join('\n');
  };
  return { ...report, sections: { overview: part(0), disclosure: '', applications: '', remedies: '', problems: part(4), other: part(5) } };
}

export const checkFile = (report: Report, last: Report | null = null): CheckResult =>
  check(report, { purpose: 'file', kind: kindOf(report.agency), last });
