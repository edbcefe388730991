import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { docxOf } from '@/lib/render/docx/docx';
import type { Report } from '@/lib/report/report';
import { repositoryRoot } from '@/lib/store/database/repository-root';

/**
 * What our own renderers do not write: .doc and .pdf by LibreOffice where it is, and the texts and PDFs that are
 * shared.
 */
export async function seedTexts(report: Report): Promise<{ doc: Uint8Array[]; pdf: Uint8Array[]; text: string[] }> {
  const shared = join(repositoryRoot(), '../shared/reports');
  const files = existsSync(shared)
    ? [...readdirSync(shared), ...readdirSync(join(shared, 'more')).map((name) => join('more', name))]
    : [];
  const ending = (wanted: string): string[] =>
    files.filter((name) => name.endsWith(wanted)).map((name) => join(shared, name));
  const made = await converted(report);
  const text = ending('.txt').map((file) => readFileSync(file, 'utf8'));
  return {
    doc: made.doc,
    pdf: [...made.pdf, ...ending('.pdf').map((file) => new Uint8Array(readFileSync(file)))],
    text:
      text.length > 0
        ? text
        : [
            Object.entries(report.cells)
              .map(([id, value]) => `${id}\t${value}`)
              .join('\n'),
          ],
  };
}

async function converted(report: Report): Promise<{ doc: Uint8Array[]; pdf: Uint8Array[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-seed-'));
  try {
    const source = join(folder, 'report.docx');
    writeFileSync(source, await docxOf(report));
    const made = ['doc', 'pdf'].map((ending) => {
      spawnSync(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          ending,
          '--outdir',
          folder,
          source,
        ],
        { timeout: 120_000 },
      );
      const file = join(folder, `report.${ending}`);
      return existsSync(file) ? [new Uint8Array(readFileSync(file))] : [];
    });
    return { doc: made[0] ?? [], pdf: made[1] ?? [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
