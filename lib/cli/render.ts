import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { csvOf } from '@/lib/render/csv';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { jsonOf } from '@/lib/render/json';
import { standaloneOf } from '@/lib/render/page/page';
import { pdfConverter, pdfOf, pdfSourceOf } from '@/lib/render/pdf/pdf';
import { isUnreadable } from '@/lib/read/result';
import type { Report } from '@/lib/report/report';
import { settings } from '@/lib/settings';
import { readFileAt, reasonOf } from './report-file';

const usage = '用法：nianbao render 文件 --to docx|html|json|csv|pdf --out 路径';

const kinds = {
  docx: filledDocxOf,
  html: standaloneOf,
  json: jsonOf,
  csv: csvOf,
  pdf: async (report: Report) => {
    const converter = await pdfConverter(settings().chromiumPath);
    return converter === null ? null : pdfOf(pdfSourceOf(report), converter);
  },
} as const satisfies Record<string, (report: Report) => string | Uint8Array | Promise<Uint8Array | null>>;

const isKind = (text: string): text is keyof typeof kinds => Object.hasOwn(kinds, text);

/** What stopped a command, in one sentence for the person who gave it. */
class Stopped extends Error {}

/**
 * FILE is anything `read` reads. `nianbao render FILE --to docx|html|json|csv|pdf --out PATH`; 0 done, 2 wrong use or
 * unreadable.
 */
export async function run(args: string[]): Promise<number> {
  try {
    const { file, to, out } = wanted(args);
    const report = await reportIn(file);
    const made = await kinds[to](report);
    if (made === null)
      throw new Stopped('没有找到 LibreOffice 或 Chromium，无法生成 PDF；请先安装其中之一，或用 --to docx');
    await writeFile(out, made).catch((error: unknown) => {
      throw new Stopped(`不能写入 ${out}：${reasonOf(error)}`);
    });
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function wanted(args: string[]): { file: string; to: keyof typeof kinds; out: string } {
  const parsed = (() => {
    try {
      return parseArgs({ args, allowPositionals: true, options: { to: { type: 'string' }, out: { type: 'string' } } });
    } catch {
      throw new Stopped(usage);
    }
  })();
  const [file, ...others] = parsed.positionals;
  const { to, out } = parsed.values;
  if (file === undefined || others.length > 0 || to === undefined || out === undefined || out === '')
    throw new Stopped(usage);
  if (!isKind(to)) throw new Stopped(`不能生成 ${to}，可用 docx、html、json、csv、pdf`);
  return { file, to, out };
}

async function reportIn(file: string): Promise<Report> {
  const result = await readFileAt(file);
  if (isUnreadable(result)) throw new Stopped(result.error.message);
  return result.report;
}
