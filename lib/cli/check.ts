import { parseArgs } from 'node:util';
import { check } from '@/lib/checks/check';
import type { Finding } from '@/lib/checks/finding';
import { isUnreadable, type Read } from '@/lib/read/result';
import { agencyKinds, kindOf, type AgencyKind, type Report } from '@/lib/report/report';
import { outside } from './read';
import { readFileAt } from './report-file';

const usage = '用法：nianbao check 文件… [--last 上年文件] [--kind department|government|town]';

interface Wanted {
  readonly files: readonly string[];
  readonly last: string | undefined;
  readonly kind: AgencyKind | undefined;
}

/**
 * `nianbao check FILE… [--last FILE] [--kind …]`: the reports with all findings as JSON on standard output.
 * 0 without errors, 1 with errors, 2 when a file is unreadable or the command is wrong. Each report is held against the
 * other files too, to see what was copied.
 */
export async function run(args: string[]): Promise<number> {
  const wanted = wantedIn(args);
  if (wanted === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const last = wanted.last === undefined ? null : await readFileAt(wanted.last);
  if (last !== null && isUnreadable(last)) {
    process.stderr.write(`${last.error.message}\n`);
    return 2;
  }
  const read = [];
  for (const file of wanted.files) read.push(await readFileAt(file));
  const reports = read.flatMap((result) => (isUnreadable(result) ? [] : [result.report]));
  const others = reports.length > 1 ? reports : [];
  const results = read.map((result) =>
    isUnreadable(result) ? result : { ...outside(result), ...checked(result, last, others, wanted.kind) },
  );
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (results.some((result) => 'error' in result)) return 2;
  return results.some((result) => 'findings' in result && result.findings.some(({ severity }) => severity === 'error'))
    ? 1
    : 0;
}

function checked(
  { report, written }: Read,
  last: Read | null,
  others: readonly Report[],
  kind: AgencyKind | undefined,
) {
  const result = check(report, {
    purpose: 'file',
    kind: kind ?? kindOf(report.agency),
    last: last?.report ?? null,
    written,
    others,
  });
  return { findings: result.findings.map(ofContract), checked: result.checked };
}

/** A finding as others rely on it; what only the form needs stays inside. */
function ofContract({ rule, severity, message, cells, where, stated, expected, culprits, suggestion }: Finding) {
  return { rule, severity, message, cells, where, stated, expected, culprits, suggestion };
}

function wantedIn(args: string[]): Wanted | null {
  try {
    const { positionals: files, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { last: { type: 'string' }, kind: { type: 'string' } },
    });
    const kind = agencyKinds.find((known) => known === values.kind);
    return files.length === 0 || (values.kind !== undefined && kind === undefined)
      ? null
      : { files, last: values.last, kind };
  } catch {
    return null;
  }
}
