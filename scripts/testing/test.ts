import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { settings } from '@/lib/settings';
import { browserTests, lint, typecheck, unitTests } from './parts';
import { provideTestPrograms } from './test-programs';

type Count = { passed: number; failed: number; skipped: number };

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-test-'));

/** Lint and types have no tests to count: only their failing counts. */
function checked(ok: boolean): Count {
  return { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function readReport<Report>(name: string, schema: z.ZodType<Report>): Report | null {
  const file = path.join(reports, name);
  return fs.existsSync(file) ? schema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : null;
}

/** A run that ends badly without a failed test (a file that does not load, no test at all) counts as one failure. */
function counted(ok: boolean, count: Count | null): Count {
  const { passed, failed, skipped } = count ?? { passed: 0, failed: 0, skipped: 0 };
  return { passed, failed: ok ? failed : Math.max(failed, 1), skipped };
}

function unitCount(): Count {
  const output = path.join(reports, 'vitest.json');
  const ok = unitTests(['--reporter=default', '--reporter=json', `--outputFile.json=${output}`]);
  const report = readReport('vitest.json', vitestReport);
  return counted(
    ok,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

function browserCount(hasBrowser: boolean): Count {
  if (!hasBrowser) return checked(false);
  const output = path.join(reports, 'playwright.json');
  const ok = browserTests(['--reporter=list,json'], [`PLAYWRIGHT_JSON_OUTPUT_FILE=${output}`]);
  const report = readReport('playwright.json', playwrightReport);
  return counted(
    ok,
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    },
  );
}

const missing = provideTestPrograms();
const others = missing.filter((name) => name !== 'chromium');
const counts = [
  checked(lint()),
  checked(typecheck()),
  unitCount(),
  browserCount(!missing.includes('chromium')),
  // Elsewhere the tests that need them skip themselves; where everything must be shown that would hide something.
  checked(others.length === 0 || !settings().ci),
];
fs.rmSync(reports, { recursive: true, force: true });

if (missing.includes('chromium')) {
  console.log(
    '\nThe browser tests need Chromium, which is not here and could not be installed; install it or set CHROMIUM_PATH.',
  );
}
if (others.length > 0)
  console.log(`\nNot here and not installable by this user, so not tested with: ${others.join(', ')}.`);
const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
if (sum('skipped') > 0) console.log(`\n${sum('skipped')} skipped`);
fs.writeSync(1, `\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') === 0 ? 0 : 1);
