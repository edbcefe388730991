import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reportSchema } from '@/lib/report/schema';
import type { Report } from '@/lib/report/report';

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url));

/** True when the real reports lie beside the repository; on CI their absence is a failure, elsewhere it is said. */
export function sharedReportsAtHand(): boolean {
  if (existsSync(folder)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error('../shared/reports is missing');
  process.stderr.write('../shared/reports is not here: the real texts are skipped\n');
  return false;
}

const filesIn = (path: string): string[] => (existsSync(path) ? readdirSync(path).sort() : []);

/** The five reports as text, each with what has to be read from it. */
export function expectedTexts(): { name: string; bytes: Uint8Array; expected: Report }[] {
  return filesIn(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => ({
      name: name.slice(0, 3),
      bytes: readFileSync(folder + name.replace('.expected.json', '.txt')),
      expected: reportSchema.parse(JSON.parse(readFileSync(folder + name, 'utf8'))),
    }));
}

/** Every real report that is at hand as text, the seven of them. */
export function allTexts(): { name: string; bytes: Uint8Array }[] {
  return [folder, `${folder}more/`].flatMap((path) =>
    filesIn(path)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, bytes: readFileSync(path + name) })),
  );
}
