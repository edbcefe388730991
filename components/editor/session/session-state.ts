import type { CheckContext } from '@/lib/checks/context';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { Reason } from '@/lib/workflow/state';
import type { EditorView } from '@/lib/workflow/view';
import { cellViews, derive, type CellViews, type Check, type Derived } from './derive';
import type { RefusedText } from './keep';
import type { Work } from './queue';
import type { SaveState } from './save-state';
import type { Clock } from './sender';
import type { Transport } from './transport';
import { noHistory, type History } from './undo';

export interface SessionState extends Work, Derived {
  readonly cells: CellViews;
  readonly refused: Readonly<Record<CellId, RefusedText>>;
  readonly reasons: readonly Reason[];
  readonly history: History;
  readonly save: SaveState;
  /** False when the browser has no room to keep what is not saved. */
  readonly kept: boolean;
  /** The report's state and event number on the server, once they differ from the page's. */
  readonly moved: { readonly state: string; readonly version: number } | null;
  /** Said after an action that touched many cells; null when there is nothing to say. */
  readonly said: string | null;
}

export interface Deps {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly check: Check;
}

/**
 * The state in which a page is opened: what the server holds, nothing to save. The same on the server and in the
 * browser.
 */
export function firstState(view: EditorView, format: Format, check: Check, context: CheckContext): SessionState {
  const derived = derive(format, view.draft, check, context);
  return {
    draft: view.draft,
    queue: [],
    conflicts: [],
    ...derived,
    cells: cellViews(format, view.draft, derived, {}, [], {}),
    refused: {},
    reasons: view.reasons,
    history: noHistory,
    save: { is: 'saved', at: null },
    kept: true,
    moved: null,
    said: null,
  };
}
