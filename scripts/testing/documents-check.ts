import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { contentFaults, fillingFaults } from '@/lib/render/test/document-faults';
import { generatedReports } from '@/lib/render/test/generated';
import { canConvert, convertAll, pdfFaults, type Named } from '@/lib/render/test/pdf-faults';
import { realReports } from '@/lib/render/test/real-reports';
import { schemaFaults } from '@/lib/render/test/schema-faults';
import { answer, command } from '@/scripts/setup/command';
import { openPageCheck } from './page-faults';

/**
 * `npm run documents -- [n]`: makes the .docx of the five real reports and of all generated ones (or of the first n)
 * and holds them against the Open XML SDK, their grid, their own reading, `docx` itself and LibreOffice, and their
 * pages against html-validate and axe; exit 1 when one fails.
 */
const batch = 20;

async function faultsOf({ report }: Named): Promise<Record<string, string[]>> {
  const docx = await filledDocxOf(report);
  return {
    'Open XML SDK': await schemaFaults(docx),
    'grid and reading': await contentFaults(report, docx),
    'filled as docx': await fillingFaults(report),
  };
}

async function inLibreOffice(reports: readonly Named[]): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-documents-'));
  try {
    const paths = await convertAll(folder, reports);
    return new Map(reports.map(({ name, report }) => [name, pdfFaults(report, paths.get(name) ?? '')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await command(async () => {
  const [count] = process.argv.slice(2);
  const generated = generatedReports().map(({ seed, report }): Named => ({ name: `generated-${seed}`, report }));
  const all: Named[] = [
    ...(await realReports()).map(({ name, report }) => ({ name: `real-${name}`, report })),
    ...generated,
  ].slice(0, count === undefined ? undefined : Number(count));
  const counts = new Map<string, number>();
  const lines: string[] = [];
  const note = (check: string, name: string, faults: readonly string[]): void => {
    counts.set(check, (counts.get(check) ?? 0) + (faults.length === 0 ? 1 : 0));
    lines.push(...faults.slice(0, 10).map((fault) => `FAULT: ${name}, ${check}: ${fault}`));
  };
  for (const [index, one] of all.entries()) {
    for (const [check, faults] of Object.entries(await faultsOf(one))) note(check, one.name, faults);
    if (index % batch === batch - 1) console.error(`${index + 1} of ${all.length}`);
  }
  const pages = await openPageCheck();
  if (pages === null) lines.push('no browser is here: axe was not run');
  else {
    for (const [index, { name, report }] of all.entries()) {
      for (const [check, faults] of Object.entries(await pages.faultsOf(report))) note(check, name, faults);
      if (index % batch === batch - 1) console.error(`pages: ${index + 1} of ${all.length}`);
    }
    await pages.close();
  }
  if (canConvert()) {
    for (let start = 0; start < all.length; start += batch) {
      const faults = await inLibreOffice(all.slice(start, start + batch));
      for (const [name, found] of faults) note('PDF by LibreOffice', name, found);
      console.error(`PDF: ${Math.min(start + batch, all.length)} of ${all.length}`);
    }
  } else lines.push('LibreOffice, pdftotext or pdfinfo is not here: no PDF was made');
  answer(
    [
      `${all.length} reports`,
      ...[...counts].map(([check, right]) => `${check}: ${right} without a fault`),
      ...lines,
    ].join('\n'),
  );
  if (lines.length > 0) process.exit(1);
});
