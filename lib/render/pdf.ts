import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Report } from '../report/report';
import { docxOf } from './docx';
import { standaloneOf } from './page';

const run = promisify(execFile);
const limit = { timeout: 120_000, maxBuffer: 8 * 1024 * 1024 };

/** First of these programs that stands in PATH. */
async function program(...names: string[]): Promise<string | null> {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (await access(path, constants.X_OK).then(() => true, () => false)) return path;
    }
  }
  return null;
}

/** The report as PDF, by LibreOffice from the .docx, else printed by a browser; null when neither is installed. */
export async function pdfOf(report: Report): Promise<Uint8Array | null> {
  const office = await program('soffice', 'libreoffice');
  const browser = process.env['CHROMIUM_PATH'] ?? (await program('chromium', 'chromium-browser', 'google-chrome'));
  if (office === null && browser === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const out = join(folder, 'report.pdf');
    if (office !== null) {
      await writeFile(join(folder, 'report.docx'), await docxOf(report));
      const profile = pathToFileURL(join(folder, 'profile')).href;
      await run(office, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')], limit);
    } else if (browser !== null) {
      const source = join(folder, 'report.html');
      await writeFile(source, standaloneOf(report));
      await run(browser, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', `--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer', `--print-to-pdf=${out}`, pathToFileURL(source).href], limit);
    }
    return new Uint8Array(await readFile(out));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
