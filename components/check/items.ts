import { check } from '@/lib/checks/check';
import { gravestFirst, type CheckResult } from '@/lib/checks/finding';
import type { AgencyKind, Report } from '@/lib/report/report';
import { mostAtOnce, type CheckedFile } from '@/lib/workflow/checked-file';

/** One file on the page. It lives in the browser only and is gone with the page. */
export type Item = Waiting | Refused | Checked;

interface Named {
  readonly id: number;
  readonly name: string;
}

export interface Waiting extends Named {
  readonly is: 'waiting' | 'reading';
  readonly content: Blob;
}

/** A file that could not be read, and the sentence that says why. */
export interface Refused extends Named {
  readonly is: 'refused';
  readonly sentence: string;
}

export interface Checked extends Named {
  readonly is: 'checked';
  readonly file: CheckedFile;
  /** As told by the name, by the system or by whoever looks. */
  readonly kind: AgencyKind | null;
  readonly last: GivenReport | null;
  /** The gravest findings first: their order gives the numbers that stand at the places. */
  readonly result: CheckResult;
}

/** Last year's report and where it came from: null is the system itself. */
export interface GivenReport {
  readonly report: Report;
  readonly from: string | null;
}

export interface Desk {
  readonly items: readonly Item[];
  /** Whose report is shown; null while there is none. */
  readonly shown: number | null;
  readonly nextId: number;
  /** How many files were not taken because there were too many. */
  readonly left: number;
}

export const emptyDesk: Desk = { items: [], shown: null, nextId: 1, left: 0 };

export type Happening =
  | { readonly is: 'given'; readonly files: readonly { readonly name: string; readonly content: Blob }[] }
  | { readonly is: 'begun'; readonly id: number }
  | { readonly is: 'read'; readonly id: number; readonly file: CheckedFile }
  | { readonly is: 'refused'; readonly id: number; readonly sentence: string }
  | { readonly is: 'kind'; readonly id: number; readonly kind: AgencyKind }
  | { readonly is: 'last'; readonly id: number; readonly last: GivenReport | null }
  | { readonly is: 'show'; readonly id: number }
  | { readonly is: 'removed'; readonly id: number };

/** What becomes of the desk. Whatever bears on the checks has them run again, without a word to the server. */
export function after(desk: Desk, event: Happening): Desk {
  switch (event.is) {
    case 'given':
      return given(desk, event.files);
    case 'begun':
      return changed(desk, event.id, (item) => (item.is === 'waiting' ? { ...item, is: 'reading' } : item));
    case 'refused':
      return changed(desk, event.id, ({ id, name }) => ({ is: 'refused', id, name, sentence: event.sentence }));
    case 'read': {
      if (!desk.items.some(({ id }) => id === event.id)) return desk;
      const read = changed(desk, event.id, ({ id, name }) => checkedItem(id, name, event.file));
      return checkedAgain({
        ...read,
        shown: read.items.find(({ id }) => id === read.shown)?.is === 'checked' ? read.shown : event.id,
      });
    }
    case 'kind':
      return checkedAgain(
        changed(desk, event.id, (item) => (item.is === 'checked' ? { ...item, kind: event.kind } : item)),
      );
    case 'last':
      return checkedAgain(
        changed(desk, event.id, (item) => (item.is === 'checked' ? { ...item, last: event.last } : item)),
      );
    case 'show':
      return { ...desk, shown: event.id };
    case 'removed': {
      const items = desk.items.filter(({ id }) => id !== event.id);
      const other = items.find(({ is }) => is === 'checked')?.id ?? null;
      return checkedAgain({ ...desk, items, left: 0, shown: desk.shown === event.id ? other : desk.shown });
    }
  }
}

function given(desk: Desk, files: readonly { name: string; content: Blob }[]): Desk {
  const room = Math.max(0, mostAtOnce - desk.items.length);
  const taken = files.slice(0, room).map((file, index): Item => ({ is: 'waiting', id: desk.nextId + index, ...file }));
  return {
    ...desk,
    items: [...desk.items, ...taken],
    nextId: desk.nextId + taken.length,
    left: files.length - taken.length,
  };
}

function changed(desk: Desk, id: number, change: (item: Item) => Item): Desk {
  return { ...desk, items: desk.items.map((item) => (item.id === id ? change(item) : item)) };
}

function checkedItem(id: number, name: string, file: CheckedFile): Checked {
  return {
    is: 'checked',
    id,
    name,
    file,
    kind: file.kind,
    last: file.last === null ? null : { report: file.last, from: null },
    result: file.result,
  };
}

/** The files of other agencies and the same year tell what was copied from one to the other. */
function checkedAgain(desk: Desk): Desk {
  const reports = desk.items.flatMap((item) => (item.is === 'checked' ? [item.file.report] : []));
  const again = (item: Item): Item => {
    if (item.is !== 'checked') return item;
    const { report, written } = item.file;
    const others = reports.filter(({ year, agency }) => year === report.year && agency !== report.agency);
    const result = check(report, {
      purpose: 'file',
      kind: item.kind,
      last: item.last?.report ?? null,
      written,
      others,
    });
    return { ...item, result: { ...result, findings: gravestFirst(result.findings) } };
  };
  return { ...desk, items: desk.items.map(again) };
}
