import { contentFaults } from '@/lib/render/test/document-faults';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { sampleReport } from '@/lib/render/test/sample';
import { read } from '@/lib/read/read';
import { isUnreadable } from '@/lib/read/result';
import { csvOf } from '@/lib/render/csv';
import { corePropertiesOf, docxOf } from '@/lib/render/docx/docx';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { layoutOf } from '@/lib/render/docx/docx-layout';
import { pageOf } from '@/lib/render/page/page';
import { storedEntry, zipStream, type ZipEntry } from '@/lib/render/zip-archive';
import type { Report } from '@/lib/report/report';
import { byDocxtemplater } from '@/scripts/benchmarks/peers/docxtemplater';
import { byPythonDocx } from '@/scripts/benchmarks/peers/python-docx';
import { median, timed, type BenchmarkResult } from './result';

/** The same report with other figures in table and prose, so that nothing can be kept from one to the next. */
function variant(index: number): Report {
  const report = sampleReport();
  const sections = Object.fromEntries(
    Object.entries(report.sections).map(([id, text]) => [
      id,
      text?.replace(/\d+/g, (digits) => String(Number(digits) + index)),
    ]),
  );
  return {
    ...report,
    sections,
    cells: { ...report.cells, 'applications.received.naturalPerson': String(index % 1000) },
  };
}

/** What is wrong with a peer's document of a report: a figure that `lib/read` does not find in it. */
async function holds(report: Report, docx: Uint8Array, whose: string): Promise<void> {
  const found = await read(docx);
  if (isUnreadable(found)) throw new Error(`${whose}: ${found.error.message}`);
  const lost = Object.keys(report.cells).filter((id) => found.report.cells[id] !== report.cells[id]);
  if (lost.length > 0 || found.report.sections.overview !== report.sections.overview)
    throw new Error(`${whose} lost ${lost.join(', ') || 'prose'}`);
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export type DocumentWay = 'filled' | 'straight' | 'page' | 'csv' | 'docxtemplater';

/** Medians in milliseconds of `rounds` by turns, so that all meet the same machine; as many rounds before warm up. */
export async function documentTimes(rounds: number): Promise<Partial<Record<DocumentWay, number>>> {
  const report = sampleReport();
  const peer = await byDocxtemplater(layoutOf(report), corePropertiesOf(report));
  const faults = await contentFaults(report, await filledDocxOf(report));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  if (peer !== null) await holds(report, peer(), 'docxtemplater');
  if (!pageOf(report, { ...sampleFrame, files: [] }).includes('>318.65<') || !csvOf(report).includes('318.65'))
    throw new Error('the page or the table of data lost a figure');
  const times = new Map<DocumentWay, number[]>();
  for (let round = 0; round < 2 * rounds; round += 1) {
    const one = variant(round);
    const ways: [DocumentWay, (() => unknown) | null][] = [
      ['filled', () => filledDocxOf(one)],
      ['page', () => pageOf(one, { ...sampleFrame, files: [] })],
      ['csv', () => csvOf(one)],
      ['straight', () => docxOf(one)],
      ['docxtemplater', peer],
    ];
    for (const [name, work] of ways) {
      if (work === null) continue;
      const time = await timeOf(work);
      if (round >= rounds) times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
}

export interface StreamMeasures {
  readonly bytes: number;
  /** Milliseconds a report. */
  readonly each: number;
  /** Megabytes in use, buffers included, after a third of the reports and at the end. */
  readonly early: number;
  readonly late: number;
}

/** Makes the .docx of `count` different reports and streams them as one archive. */
export async function zipMany(count: number): Promise<StreamMeasures> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('run node with --expose-gc');
  const used = (): number => {
    gc();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1024 / 1024;
  };
  let early = 0;
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (let index = 0; index < count; index += 1) {
      yield storedEntry(`${index}/report.docx`, await filledDocxOf(variant(index)));
      if (index === Math.floor(count / 3)) early = used();
    }
  }
  const start = performance.now();
  let bytes = 0;
  let end: Buffer = Buffer.alloc(0);
  for await (const piece of zipStream(entries())) {
    bytes += piece.length;
    end = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
  }
  const each = (performance.now() - start) / count;
  if (end.readUInt16LE(end.length - 12) !== count) throw new Error('the archive lost a report');
  end = Buffer.alloc(0);
  return { bytes, each, early, late: used() };
}

const notInstalled = (name: string, peerName: string, what: string): BenchmarkResult => ({
  name,
  peerName,
  skipped: `${what} is not installed`,
});

/** The .docx against its peers, page and data against the straight .docx, and 3,000 reports in one stream. */
export async function documents(): Promise<BenchmarkResult[]> {
  const report = sampleReport();
  const { filled = NaN, straight = NaN, page = NaN, csv = NaN, docxtemplater } = await documentTimes(40);
  const python = byPythonDocx(layoutOf(report), 40);
  if (python !== null) await holds(report, python.docx, 'python-docx');
  (await import('node:v8')).setFlagsFromString('--expose-gc');
  globalThis.gc ??= (await import('node:vm')).runInNewContext('gc') as typeof globalThis.gc;
  const { bytes, each, early, late } = await zipMany(3000);
  console.error(
    `3000 reports zipped as a stream: ${(bytes / 1024 / 1024).toFixed(0)} MB, ${each.toFixed(2)} ms each; in use ${early.toFixed(1)} MB after a third, ${late.toFixed(1)} MB at the end`,
  );
  return [
    docxtemplater === undefined
      ? notInstalled('docx', 'docxtemplater', 'docxtemplater or pizzip')
      : timed('docx', filled, docxtemplater, 'docxtemplater filling a template of the same report'),
    python === null
      ? notInstalled('docx-python', 'python-docx', 'python-docx (Debian: python3-docx)')
      : timed('docx-python', filled, python.time, 'python-docx writing the same report'),
    timed('docx-straight', filled, straight, 'docx, the straight way'),
    timed('page', page, straight, 'the straight .docx'),
    timed('csv', csv, straight, 'the straight .docx'),
  ];
}
