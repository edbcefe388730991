import type { Report } from '@/lib/report/report';
import { read } from '@/lib/read/read';
import { isUnreadable, type Read } from '@/lib/read/result';

/** How one file was read, against what was written into it. */
export interface Measure {
  right: number;
  /** A number other than the one that stands there, or one where none stands. */
  wrong: string[];
  /** No value where a number stands, and neither `unplaced` nor `extra` holds it. */
  silent: string[];
  /** No value where a number stands, but told. */
  told: string[];
  /** Prose, title and signature that differ. */
  words: string[];
}

const bare = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');

export async function measure(report: Report, file: Uint8Array): Promise<Measure & { result: Read | null }> {
  const done: Measure & { result: Read | null } = {
    right: 0,
    wrong: [],
    silent: [],
    told: [],
    words: [],
    result: null,
  };
  const result = await read(file);
  if (isUnreadable(result)) return { ...done, words: [`unreadable: ${result.error.code}`] };
  done.result = result;
  const got = result.report;
  if (got.format !== report.format) done.words.push(`format ${got.format}`);
  const found = tally([...result.unplaced, ...(got.extra ?? []).map(({ value }) => value)].join('\n'));
  for (const [id, value] of Object.entries(report.cells)) {
    const read = got.cells[id] ?? null;
    if (read === value) done.right += 1;
    else if (read !== null) done.wrong.push(`${id} ${value}>${read}`);
    else if ((found.get(value ?? '') ?? 0) > 0) {
      found.set(value ?? '', (found.get(value ?? '') ?? 0) - 1);
      done.told.push(`${id} ${value}`);
    } else done.silent.push(`${id} ${value}`);
  }
  const words: [string, string | undefined, string | undefined][] = [
    ['title', report.title, got.title],
    ['agency', report.agency, got.agency],
    ['year', String(report.year), String(got.year)],
    ['preamble', report.preamble, got.preamble],
    ...(['overview', 'disclosure', 'applications', 'remedies', 'problems', 'other'] as const).map(
      (id): [string, string | undefined, string | undefined] => [id, report.sections[id], got.sections[id]],
    ),
    ['signature', report.signature.agency, got.signature.agency],
    ['date', report.signature.date ?? '', got.signature.date ?? ''],
  ];
  for (const [name, wanted, is] of words)
    if (bare(wanted) !== bare(is)) done.words.push(`${name}: ${wanted?.slice(0, 60)} > ${is?.slice(0, 200)}`);
  for (const name of ['overview', 'problems'] as const)
    if (
      bare(report.sections[name]) === bare(got.sections[name]) &&
      report.sections[name]?.split('\n').length !== got.sections[name]?.split('\n').length
    )
      done.words.push(`paragraphs of ${name}`);
  return done;
}

/** How often each number stands in a text. */
function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [number] of text
    .normalize('NFKC')
    .replace(/,/g, '')
    .matchAll(/-?\d+(?:\.\d+)?/g))
    counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
