import { isUnreadable } from '@/lib/read/result';
import { readFileAt, type FileRead } from './report-file';

/**
 * `nianbao read FILE…`: the reports as JSON on standard output, one object a file, in an array.
 * 0 done, 2 when a file is unreadable or the command is wrong.
 */
export async function run(files: string[]): Promise<number> {
  if (files.length === 0 || files.some((file) => file.startsWith('--'))) {
    process.stderr.write('用法：nianbao read 文件…\n');
    return 2;
  }
  const results: object[] = [];
  for (const file of files) results.push(outside(await readFileAt(file)));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return results.some((result) => 'error' in result) ? 2 : 0;
}

/** A result as others rely on it (interfaces.md). */
export function outside(result: FileRead): object {
  return isUnreadable(result) ? result : { file: result.file, report: result.report, unplaced: result.unplaced };
}
