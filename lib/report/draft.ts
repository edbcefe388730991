import type { CellId } from '@/lib/statute/table';
import { sameInsert, type Insert } from './insert';
import type { Place } from './report';

/** A piece of a paragraph: words, or a figure of the tables that the sentence follows until publication. */
export type Run = { readonly text: string } | { readonly figure: CellId };

/** What an edit on a paragraph carries; the paragraph's id is the edit's path. */
export interface ParagraphValue {
  readonly place: Place;
  /** Key between those of its neighbours (fractional index), so that two authors can insert at once. */
  readonly order: string;
  readonly runs: readonly Run[];
  /** A picture or a table in the place of words: then `runs` is empty. */
  readonly insert?: Insert;
}

export interface Paragraph extends ParagraphValue {
  /** Permanent: `p-` and a UUID. */
  readonly id: string;
}

/** A cell id or a paragraph id. */
export type Path = string;

export const isParagraphPath = (path: Path): boolean => path.startsWith('p-');

/** null: a blank cell, a computed total, a removed paragraph. */
export type Value = string | ParagraphValue | null;

/**
 * One change of one cell or paragraph. `id` is made by the client, so a repeat does nothing;
 * `base` is the id of the last edit of this path that the writer had seen, null when there was none.
 */
export interface Edit {
  readonly id: string;
  readonly path: Path;
  readonly base: string | null;
  readonly value: Value;
}

/** The current value of one report while it is being written. */
export interface Draft {
  readonly format: string;
  readonly year: number;
  readonly agency: string;
  /** Data cells as typed; a total only where one was stated by paste or file and not yet settled. */
  readonly cells: Readonly<Record<CellId, string | null>>;
  /** In reading order within each place. */
  readonly paragraphs: readonly Paragraph[];
  /** The last edit of each path. */
  readonly seen: Readonly<Record<Path, string>>;
}

/** A draft in which nothing was written. */
export function emptyDraft(format: string, year: number, agency: string): Draft {
  return { format, year, agency, cells: {}, paragraphs: [], seen: {} };
}

const byOrder = (a: Paragraph, b: Paragraph): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The draft with one path set, whatever stood there: whether it may be set is `meet`'s question. */
export function withEdit(draft: Draft, edit: Edit): Draft {
  const seen = { ...draft.seen, [edit.path]: edit.id };
  if (!isParagraphPath(edit.path)) {
    return {
      ...draft,
      seen,
      cells: { ...draft.cells, [edit.path]: typeof edit.value === 'string' ? edit.value : null },
    };
  }
  const others = draft.paragraphs.filter((paragraph) => paragraph.id !== edit.path);
  const value = edit.value;
  if (value === null || typeof value === 'string') return { ...draft, seen, paragraphs: others };
  return { ...draft, seen, paragraphs: [...others, { ...value, id: edit.path }].sort(byOrder) };
}

/** A draft from the stored value of every path. */
export function draftFrom(
  head: Pick<Draft, 'format' | 'year' | 'agency'>,
  stored: readonly { path: Path; value: Value; edit: string }[],
): Draft {
  const cells: Record<CellId, string | null> = {};
  const paragraphs: Paragraph[] = [];
  const seen: Record<Path, string> = {};
  for (const { path, value, edit } of stored) {
    seen[path] = edit;
    if (!isParagraphPath(path)) cells[path] = typeof value === 'string' ? value : null;
    else if (value !== null && typeof value !== 'string') paragraphs.push({ ...value, id: path });
  }
  return { ...head, cells, paragraphs: paragraphs.sort(byOrder), seen };
}

/**
 * What happens when an edit meets the value that stands: it takes effect, was there already, or two values conflict.
 */
export type Meeting = 'applies' | 'repeat' | 'conflict';

/**
 * `current` is the last edit of the path (null when there is none). An edit applies when its writer had seen what
 * stands, or means the same value; otherwise both values are shown and a person chooses (house.md, edits).
 */
export function meet(current: { id: string; value: Value } | null, edit: Edit): Meeting {
  if (current === null) return 'applies';
  if (current.id === edit.id) return 'repeat';
  if (current.id === edit.base) return 'applies';
  return sameValue(current.value, edit.value) ? 'applies' : 'conflict';
}

/** Whether two values of a path are the same to everybody who reads them. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.place === b.place && a.order === b.order && sameRuns(a.runs, b.runs) && sameInsert(a.insert, b.insert);
}

/** Whether two texts have the same words and linked figures. */
export function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
  return (
    a.length === b.length &&
    a.every((run, index) => {
      const other = b[index];
      if (other === undefined) return false;
      if ('text' in run) return 'text' in other && run.text === other.text;
      return 'figure' in other && run.figure === other.figure;
    })
  );
}

/** What an edit on this paragraph would carry. */
function valueOfParagraph({ place, order, runs, insert }: ParagraphValue): ParagraphValue {
  return insert === undefined ? { place, order, runs } : { place, order, runs, insert };
}

/** What stands at a path of a draft. */
export function valueAt(draft: Draft, path: Path): Value {
  const paragraph = draft.paragraphs.find((candidate) => candidate.id === path);
  return paragraph === undefined ? (draft.cells[path] ?? null) : valueOfParagraph(paragraph);
}

/** Paragraphs of one place in reading order. */
export function paragraphsOf(draft: Draft, place: Place): Paragraph[] {
  return draft.paragraphs.filter((paragraph) => paragraph.place === place);
}
