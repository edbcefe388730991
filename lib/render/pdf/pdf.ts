import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { constants as system, setPriority, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '@/lib/report/report';
import { dayOf } from '@/lib/render/docx/docx';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { standaloneOf } from '@/lib/render/page/page';
import { officeSettings } from './pdf-fonts';
import { undatedPdf } from './pdf-undated';

/** A program that makes PDF: an office from the .docx, or a browser that prints the page. */
export interface PdfConverter {
  readonly kind: 'office' | 'browser';
  readonly program: string;
}

/** What a PDF is made of: the files of a report, whichever the converter takes, and the day that it bears. */
export interface PdfSource {
  readonly docx: () => Promise<Uint8Array>;
  readonly html: () => Promise<string | Uint8Array>;
  readonly day: string;
}

export const pdfSourceOf = (report: Report): PdfSource => ({
  docx: () => filledDocxOf(report),
  html: () => Promise.resolve(standaloneOf(report)),
  day: dayOf(report),
});

/** No conversion takes longer, unless it hangs. */
const patience = 120_000;

/** First of these programs that stands in PATH. */
async function program(...names: string[]): Promise<string | null> {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  return null;
}

/**
 * The converter of this machine: LibreOffice, else a browser (`browserPath` where one is set); null when it has none.
 */
export async function pdfConverter(browserPath?: string): Promise<PdfConverter | null> {
  const office = await program('soffice', 'libreoffice');
  if (office !== null) return { kind: 'office', program: office };
  const browser = browserPath ?? (await program('chromium', 'chromium-browser', 'google-chrome'));
  return browser === null ? null : { kind: 'browser', program: browser };
}

/** Tagged, with its title and bookmarks, after PDF/UA as far as LibreOffice goes. */
export const officeFilter = `pdf:writer_pdf_Export:${JSON.stringify(
  Object.fromEntries(
    ['UseTaggedPDF', 'PDFUACompliance', 'ExportBookmarks', 'DisplayPDFDocumentTitle'].map((name) => [
      name,
      { type: 'boolean', value: 'true' },
    ]),
  ),
)}`;

/** Nothing that the page needs lies elsewhere; what Chromium does of itself is switched off. */
const printing = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
];

/**
 * The report as PDF. The same report gives the same text and structure on every machine with the same converter and
 * fonts, and no time of day. Throws when the converter fails or takes longer than two minutes.
 */
export async function pdfOf({ docx, html, day }: PdfSource, converter: PdfConverter): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const out = join(folder, 'report.pdf');
    const profile = join(folder, 'profile');
    if (converter.kind === 'office') {
      const source = join(folder, 'report.docx');
      await writeFile(source, await docx());
      await mkdir(join(profile, 'user'), { recursive: true });
      await writeFile(join(profile, 'user', 'registrymodifications.xcu'), await officeSettings());
      await run(converter.program, [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        officeFilter,
        '--outdir',
        folder,
        source,
      ]);
    } else {
      const source = join(folder, 'report.html');
      await writeFile(source, await html());
      await run(converter.program, [
        ...printing,
        `--user-data-dir=${profile}`,
        `--print-to-pdf=${out}`,
        pathToFileURL(source).href,
      ]);
    }
    return undatedPdf(await readFile(out), day);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs a converter behind everything else; whatever it started ends with it. */
function run(path: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => {
      if (said.length < 50) said.push(part);
    });
    const end = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended, and all of its own with it.
      }
    };
    const limit = setTimeout(end, patience);
    process.once('exit', end);
    const settled = (error: Error | null): void => {
      clearTimeout(limit);
      process.off('exit', end);
      end();
      if (error === null) resolve();
      else reject(error);
    };
    child.on('error', settled);
    child.on('exit', (code, signal) => {
      settled(
        code === 0
          ? null
          : new Error(
              `The converter ended with ${signal ?? code ?? 'nothing'}: ${Buffer.concat(said).toString('utf8').trim().slice(0, 300)}`,
            ),
      );
    });
    if (child.pid !== undefined) quieter(child.pid);
  });
}

/** People wait for pages, nobody for a PDF. */
function quieter(pid: number): void {
  try {
    setPriority(pid, system.priority.PRIORITY_LOW);
  } catch {
    // Some systems do not let one: then it runs like everything else.
  }
}
