import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { check } from '../checks/check';
import type { Finding } from '../checks/finding';
import { agencyKinds, kindOf, type AgencyKind, type Report } from '../report/report';
import { reportSchema } from '../report/schema';

const usage = '用法：nianbao check 文件… [--last 上年文件] [--kind department|government|town]';

/** Why a file could not be read (interfaces.md). */
interface Unreadable {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string };
}

/**
 * `nianbao check FILE… [--last FILE] [--kind …]`: the reports with all findings as JSON on standard output.
 * 0 without errors, 1 with errors, 2 when a file is unreadable or the command is wrong. Reports in JSON only.
 */
export async function run(args: string[]): Promise<number> {
  const wanted = wantedIn(args);
  if (wanted === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const last = wanted.last === undefined ? null : await reportIn(wanted.last);
  if (last !== null && 'error' in last) {
    process.stderr.write(`${last.error.message}\n`);
    return 2;
  }
  const results = await Promise.all(wanted.files.map(async (file) => checkedFile(file, await reportIn(file), last, wanted.kind)));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (results.some((result) => 'error' in result)) return 2;
  return results.some((result) => 'findings' in result && result.findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function checkedFile(file: string, report: Report | Unreadable, last: Report | null, kind: AgencyKind | undefined) {
  if ('error' in report) return report;
  const { findings, checked } = check(report, { purpose: 'file', kind: kind ?? kindOf(report.agency), last });
  return { file, report, unplaced: [], findings: findings.map(outside), checked };
}

/** A finding as others rely on it; what only the form needs stays inside. */
function outside({ rule, severity, message, cells, where, stated, expected, culprits, suggestion }: Finding) {
  return { rule, severity, message, cells, where, stated, expected, culprits, suggestion };
}

function wantedIn(args: string[]): { files: string[]; last: string | undefined; kind: AgencyKind | undefined } | null {
  try {
    const { positionals: files, values } = parseArgs({ args, allowPositionals: true, options: { last: { type: 'string' }, kind: { type: 'string' } } });
    const kind = agencyKinds.find((known) => known === values.kind);
    return files.length === 0 || (values.kind !== undefined && kind === undefined) ? null : { files, last: values.last, kind };
  } catch {
    return null;
  }
}

async function reportIn(file: string): Promise<Report | Unreadable> {
  const refused = (code: string, message: string): Unreadable => ({ file, error: { code, message: `${file}：${message}` } });
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refused('unreadable-file', '不能读取，请核对路径和权限');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused('not-json', '不是 JSON，请给出 JSON 格式的报告');
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refused('not-a-report', `不是一份年度报告${issue === undefined ? '' : `（${[issue.path.join('.'), issue.message].filter((part) => part !== '').join('：')}）`}`);
}
