import mammoth from 'mammoth';
import { check } from '@/lib/checks/check';
import { blocksOfDocx } from '@/lib/read/docx/docx';
import { read } from '@/lib/read/read';
import { isUnreadable, type Read } from '@/lib/read/result';
import { docxOf } from '@/lib/render/docx/docx';
import { sampleReport } from '@/lib/render/test/sample';
import { kindOf } from '@/lib/report/report';
import { median, timed, type BenchmarkResult } from './result';

/** Reports that differ in every figure and sentence, so that nothing can be kept from one to the next. */
async function reports(count: number): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const report = sampleReport();
      const prose = Object.entries(report.sections).map(([id, text]) => [
        id,
        text?.replace(/\d+/g, (digits) => String(Number(digits) + index)),
      ]);
      return Buffer.from(
        await docxOf({
          ...report,
          sections: Object.fromEntries(prose),
          cells: { ...report.cells, 'applications.received.naturalPerson': String(index) },
        }),
      );
    }),
  );
}

async function readWhole(bytes: Buffer): Promise<Read> {
  const result = await read(bytes);
  if (isUnreadable(result)) throw new Error(result.error.message);
  return result;
}

async function readAndChecked(bytes: Buffer): Promise<number> {
  const { report, written } = await readWhole(bytes);
  return check(report, { purpose: 'file', kind: kindOf(report.agency), last: null, others: [], written }).checked.ran;
}

export interface ReadingTimes {
  /** Paragraphs, headings and tables of the document, which is what the peer gives. */
  readonly document: number;
  /** The report in it: title, sections, cells, signature. */
  readonly read: number;
  readonly checked: number;
  readonly peer: number;
}

/** Milliseconds a file, over all files one after another. */
async function each(files: readonly Buffer[], work: (bytes: Buffer) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (const bytes of files) await work(bytes);
  return (performance.now() - start) / files.length;
}

/** Medians in milliseconds of `rounds` by turns, so that all meet the same machine; as many rounds before warm up. */
export async function readingTimes(rounds: number): Promise<ReadingTimes> {
  const files = await reports(12);
  await outputsHold(files);
  const times: Record<keyof ReadingTimes, number[]> = { document: [], read: [], checked: [], peer: [] };
  for (let round = 0; round < 2 * rounds; round += 1) {
    const taken: ReadingTimes = {
      document: await each(files, blocksOfDocx),
      read: await each(files, readWhole),
      checked: await each(files, readAndChecked),
      peer: await each(files, (buffer) => mammoth.convertToHtml({ buffer })),
    };
    if (round >= rounds)
      for (const key of ['document', 'read', 'checked', 'peer'] as const) times[key].push(taken[key]);
  }
  return {
    document: median(times.document),
    read: median(times.read),
    checked: median(times.checked),
    peer: median(times.peer),
  };
}

async function outputsHold(files: readonly Buffer[]): Promise<void> {
  for (const [index, bytes] of files.entries()) {
    const { report, unplaced } = await readWhole(bytes);
    if (report.cells['applications.received.naturalPerson'] !== String(index) || unplaced.length > 0)
      throw new Error('our reading lost a figure');
    if (!(await mammoth.convertToHtml({ buffer: bytes })).value.includes('1286'))
      throw new Error('the peer lost a figure');
    if ((await readAndChecked(bytes)) < 100) throw new Error('hardly a rule ran');
  }
}

/**
 * Megabytes of heap that are in use after `count` readings of different reports, after a third of them and at the end.
 */
export async function heapWhileReading(count: number): Promise<{ early: number; late: number }> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('run node with --expose-gc');
  const files = await reports(20);
  const used = (): number => {
    gc();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  let early = 0;
  for (let index = 0; index < count; index += 1) {
    await readAndChecked(files[index % files.length] ?? Buffer.alloc(0));
    if (index === Math.floor(count / 3)) early = used();
  }
  return { early, late: used() };
}

/**
 * Reading a .docx of five pages, and reading and checking it, against mammoth reading it alone; then a thousand in one
 * process.
 */
export async function reading(): Promise<BenchmarkResult[]> {
  const { document, read: report, checked, peer } = await readingTimes(10);
  (await import('node:v8')).setFlagsFromString('--expose-gc');
  globalThis.gc ??= (await import('node:vm')).runInNewContext('gc') as typeof globalThis.gc;
  const { early, late } = await heapWhileReading(1000);
  console.error(
    `1000 reports read and checked in one process: heap ${early.toFixed(1)} MB after a third of them, ${late.toFixed(1)} MB at the end`,
  );
  return [
    timed('reading', document, peer, 'mammoth reading the same .docx'),
    timed('reading-a-report', report, peer, 'mammoth reading the same .docx'),
    timed('reading-and-checking', checked, peer, 'mammoth reading alone'),
  ];
}
