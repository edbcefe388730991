import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocxLayout } from '@/lib/render/docx/docx-layout';
import { textsOf } from '@/lib/render/docx/docx-table-layout';

const script = fileURLToPath(new URL('report_by_python_docx.py', import.meta.url));

/** A Python that has python-docx; null where there is none. */
function python(): string | null {
  return (
    ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', 'import docx']).status === 0) ?? null
  );
}

/**
 * Milliseconds that python-docx takes for one report in a process of its own, warm, and the document; null where it is
 * not installed.
 */
export function byPythonDocx(layout: DocxLayout, rounds: number): { time: number; docx: Uint8Array } | null {
  const program = python();
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-peer-'));
  try {
    const out = join(folder, 'report.docx');
    const run = spawnSync(program, [script, out, String(rounds)], {
      input: JSON.stringify(plainPieces(layout)),
      encoding: 'utf8',
      timeout: 300_000,
    });
    if (run.status !== 0) throw new Error(`python-docx: ${run.stderr}`);
    return { time: Number(run.stdout), docx: new Uint8Array(readFileSync(out)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plainPieces({ pieces }: DocxLayout): object[] {
  return pieces.flatMap((piece): object[] => {
    if (piece.is === 'insert') return [];
    if (piece.is === 'paragraph') return [{ style: piece.style, lines: piece.lines }];
    const texts = textsOf(piece);
    let at = 0;
    const laid = piece.rows.map((row) => row.cells.map((cell) => ({ ...cell, lines: texts[at++] ?? [] })));
    const rows = piece.grid.rows.map((row, index) =>
      row.cells.map((cell) => ({
        column: cell.column,
        across: cell.colSpan,
        down: cell.rowSpan,
        lines: laid[index]?.find(({ column }) => column === cell.column)?.lines ?? [],
      })),
    );
    return [{ columns: piece.widths.length, rows }];
  });
}
