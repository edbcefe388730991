import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { docxOf } from '@/lib/render/docx/docx';
import { standaloneOf } from '@/lib/render/page/page';
import { jsonOf } from '@/lib/render/json';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { readApart } from '@/lib/read/apart';
import { read } from '@/lib/read/read';
import { limits } from '@/lib/read/reader-process';
import { isUnreadable } from '@/lib/read/result';
import { sampleReport } from '@/lib/render/test/sample';
import { oleOf } from './hostile-files';
import { seedTexts } from './seed-files';

export const readingKinds = ['docx', 'xml', 'doc', 'html', 'text', 'pdf', 'json'] as const;
type ReadingKind = (typeof readingKinds)[number];

export interface Outcomes {
  /** How often each kind of file ended in a report (`read`) or a code. */
  readonly counts: ReadonlyMap<ReadingKind, ReadonlyMap<string, number>>;
  /** Readings that threw, each with its input. */
  readonly faults: readonly string[];
  /** Readings that took longer than two seconds and still ended in time, each with its input. */
  readonly slow: readonly string[];
  /** Readings that took longer than any may, each with its input. */
  readonly late: readonly string[];
  /** Milliseconds. */
  readonly longest: number;
}

type Change = (bytes: Uint8Array, other: Uint8Array) => Uint8Array;

/**
 * Ways to break a file: bytes turned, cut off, cut out, doubled, filled, and the end of one put to the beginning of
 * another.
 */
const change: fc.Arbitrary<Change> = fc
  .record({
    way: fc.constantFrom('flip', 'truncate', 'cut', 'double', 'fill', 'splice'),
    at: fc.noBias(fc.integer({ min: 1, max: 9999 })),
    length: fc.nat(400),
    value: fc.nat(255),
  })
  .map(
    ({ way, at, length, value }): Change =>
      (bytes, other) => {
        const from = Math.floor((at / 10_000) * bytes.length);
        const join = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);
        if (way === 'truncate') return bytes.subarray(0, from);
        if (way === 'cut') return join(bytes.subarray(0, from), bytes.subarray(from + length));
        if (way === 'double') return join(bytes.subarray(0, from + length), bytes.subarray(from));
        if (way === 'splice')
          return join(bytes.subarray(0, from), other.subarray(Math.floor((at / 10_000) * other.length)));
        const copy = Uint8Array.from(bytes);
        if (way === 'fill') copy.fill(value, from, from + length);
        else
          for (let place = from; place < copy.length; place += 1 + length * 7)
            copy[place] = (copy[place] ?? 0) ^ (1 << (value % 8));
        return copy;
      },
  );

const mutation = fc.record({
  kind: fc.constantFrom(...readingKinds),
  seed: fc.nat(),
  other: fc.nat(),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
});

async function seeds(): Promise<Record<ReadingKind, Uint8Array[]>> {
  const reports = [2020, 2024].map((year) => sampleReport(year));
  const docx = await Promise.all(reports.map((report) => docxOf(report)));
  const { doc, pdf, text } = await seedTexts(reports[1] ?? sampleReport());
  return {
    docx,
    // Broken within its XML, then packed again.
    xml: docx.map((bytes) => unzipSync(bytes)['word/document.xml'] ?? new Uint8Array(0)),
    doc: [...doc, oleOf(['WordDocument', '1Table', 'Data'])],
    html: reports.map((report) => strToU8(standaloneOf(report))),
    text: text.map((content) => strToU8(content)),
    pdf,
    json: reports.map((report) => strToU8(jsonOf(report))),
  };
}

const packed = (xml: Uint8Array): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': xml }, { level: 1 });
const pick = (files: readonly Uint8Array[], index: number): Uint8Array =>
  files[index % Math.max(1, files.length)] ?? new Uint8Array(0);

/**
 * No reading of a report takes longer, in milliseconds. The process apart counts from when it listens, so its start is
 * added.
 */
const patience = (kind: ReadingKind): number => limits.milliseconds + (readers[kind] === undefined ? 0 : 5_000);
const slowness = 2_000;

/**
 * As the product reads it: pdf.js, which is not ours, may go round in circles and is ended; our own readers may not.
 */
const readers: Readonly<Partial<Record<ReadingKind, typeof read>>> = {
  pdf: (bytes) => readApart(bytes, repositoryRoot()),
};

/**
 * Reads `count` broken files, those before `from` left out; the same count and seed give the same files. `progress` is
 * told before each.
 */
export async function readMutated(
  count: number,
  seed: number,
  from: number,
  progress: (input: number, kind: ReadingKind, bytes: Uint8Array) => void,
): Promise<Outcomes> {
  const files = await seeds();
  const counts = new Map<ReadingKind, Map<string, number>>();
  const faults: string[] = [];
  const slow: string[] = [];
  const late: string[] = [];
  let longest = 0;
  for (const [input, { kind, seed: first, other, changes }] of fc
    .sample(mutation, { numRuns: count, seed })
    .entries()) {
    if (input < from) continue;
    const broken = changes.reduce((bytes, apply) => apply(bytes, pick(files[kind], other)), pick(files[kind], first));
    const bytes = kind === 'xml' ? packed(broken) : broken;
    progress(input, kind, bytes);
    const start = performance.now();
    let outcome = 'thrown';
    try {
      const result = await (readers[kind] ?? read)(bytes);
      outcome = isUnreadable(result) ? result.error.code : 'read';
    } catch (fault) {
      faults.push(
        `${kind}, input ${input} of seed ${seed}: ${fault instanceof Error ? (fault.stack ?? fault.message).slice(0, 600) : strFromU8(strToU8(String(fault)))}`,
      );
    }
    const taken = performance.now() - start;
    longest = Math.max(longest, taken);
    if (taken > slowness)
      (taken > patience(kind) ? late : slow).push(
        `${kind}, input ${input} of seed ${seed}: ${outcome}, ${Math.round(taken)} ms`,
      );
    const of = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, of.set(outcome, (of.get(outcome) ?? 0) + 1));
  }
  return { counts, faults, slow, late, longest };
}
