import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a perfect reader and checker say of a real report (the README beside the reports). */
export interface ExpectedReport {
  readonly format: string;
  readonly year: number;
  readonly agency: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly findings: {
    readonly must: readonly { readonly rule: string; readonly cells?: readonly string[]; readonly section?: string }[];
    readonly may: readonly string[];
    readonly never: readonly string[];
  };
}

const folder = path.resolve('..', 'shared', 'reports');

/**
 * The five real reports with their expected figures, from the folder beside the repository.
 * Absent they are no reason to pass: in CI this throws, elsewhere it says that the tests are left out.
 */
export function sharedReports(): { name: string; expected: ExpectedReport }[] {
  if (!existsSync(folder)) {
    if (process.env.CI) throw new Error('the folder ../shared/reports is missing: these tests need it');
    console.warn('left out: tests against ../shared/reports, because the folder is not there');
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .sort()
    .map((file) => ({
      name: file.slice(0, 3),
      expected: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ExpectedReport,
    }));
}
