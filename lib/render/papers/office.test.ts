import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { installed } from '@/lib/render/test/programs';
import { sampleReport } from '@/lib/render/test/sample';
import { approvalSlipOf } from './approval-slip';
import { reviewCopyOf } from './review-copy';
import { crowdedSlip, sampleSlip } from '@/lib/render/papers/test/sample-slip';

const ready = installed('soffice', 'pdftotext');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(!ready)(
  'in LibreOffice the slip takes one page, two at most, and the review copy no more than the report, each page with its head',
  async () => {
    const stamp = { standing: '第 2 次提交', by: '周敏', did: '提交', at: '2025-01-10T06:32:00Z' };
    writeFileSync(join(folder, 'slip.docx'), await approvalSlipOf(sampleSlip));
    writeFileSync(join(folder, 'crowded.docx'), await approvalSlipOf(crowdedSlip));
    writeFileSync(join(folder, 'copy.docx'), reviewCopyOf(await docxOf(sampleReport()), stamp));
    spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...['slip', 'crowded', 'copy'].map((name) => join(folder, `${name}.docx`)),
      ],
      { timeout: 100_000 },
    );
    const pages = (name: string): string[] =>
      spawnSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
        .stdout.split('\f')
        .filter((page) => page.trim() !== '');
    expect(pages('slip')).toHaveLength(1);
    expect(pages('crowded')).toHaveLength(2);
    expect(pages('copy')).toHaveLength(4);
    for (const page of pages('copy')) expect(page).toMatch(/送审稿（第 ?2 ?次提交）\s+周敏\s+2025 ?年/);
  },
  120_000,
);
