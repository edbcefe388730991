import { emptyDraft, meet, type Edit, type Value } from '@/lib/report/draft';
import { format2021 } from '@/lib/statute/format-2021';
import { commandNames, type CommandName } from '@/lib/workflow/permissions';
import type { CommandRequest, EditsAnswer, EditsRequest, Standpoint } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import type { EditorView } from '@/lib/workflow/view';
import type { BrowserStorage } from './keep';
import type { Clock } from './sender';
import { Session } from './session';
import type { Answer, Transport } from './transport';

/** Two cells that may be typed into. */
export const cell = 'applications.received.naturalPerson';
export const other = 'applications.received.business';

/** A clock that stands still until it is turned. */
class FakeClock implements Clock {
  time = 1_700_000_000_000;
  shown = true;
  connected = true;
  private due: { at: number; run: () => void }[] = [];
  now = (): number => this.time;
  visible = (): boolean => this.shown;
  online = (): boolean => this.connected;
  after(ms: number, run: () => void): () => void {
    const entry = { at: this.time + ms, run };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter((one) => one !== entry);
    };
  }
  async turn(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      for (let i = 0; i < 20; i += 1) await Promise.resolve();
      const next = this.due.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.due = this.due.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = end;
  }
}

class FakeStorage implements BrowserStorage {
  readonly map = new Map<string, string>();
  get length(): number {
    return this.map.size;
  }
  key = (index: number): string | null => [...this.map.keys()][index] ?? null;
  getItem = (key: string): string | null => this.map.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.map.set(key, value);
  removeItem = (key: string): void => void this.map.delete(key);
}

/** A server with the rule of `meet`; it can be away, slow, or refuse. */
class FakeServer implements Transport {
  log: Standpoint[] = [];
  requests: EditsRequest[] = [];
  commands: CommandRequest[] = [];
  away = false;
  losesAnswers = false;
  refusal: Refusal | null = null;
  hold: Promise<void> | null = null;
  version = 1;
  state = 'draft';

  head(path: string): { id: string; value: Value } | null {
    const last = this.log.findLast((one) => one.path === path);
    return last === undefined ? null : { id: last.edit, value: last.value };
  }

  write(path: string, value: Value, by: string, edit = crypto.randomUUID() as string): void {
    this.log.push({ path, value, edit, by, at: '2026-01-19T07:06:00Z' });
  }

  async edits(request: EditsRequest): Promise<Answer<EditsAnswer>> {
    this.requests.push(request);
    if (this.hold !== null) await this.hold;
    if (this.away) return { is: 'unreachable' };
    if (this.refusal !== null) return { is: 'refusal', refusal: this.refusal };
    const results = request.edits.map((edit: Edit): EditsAnswer['results'][number] => {
      const known = this.log.some((one) => one.edit === edit.id);
      const meeting = known ? 'repeat' : meet(this.head(edit.path), edit);
      const theirs = this.log.findLast((one) => one.path === edit.path);
      if (meeting === 'conflict' && theirs !== undefined) return { id: edit.id, outcome: 'conflict', theirs };
      if (meeting === 'applies') this.write(edit.path, edit.value, '周敏', edit.id);
      return { id: edit.id, outcome: 'saved' };
    });
    if (this.losesAnswers) return { is: 'unreachable' };
    const news = [...new Map(this.log.slice(request.since).map((one) => [one.path, one])).values()];
    return { is: 'answer', value: { results, news, seq: this.log.length, version: this.version, state: this.state } };
  }

  command(request: CommandRequest): Promise<Answer<{ version: number; state: string }>> {
    this.commands.push(request);
    return Promise.resolve({ is: 'answer', value: { version: this.version, state: this.state } });
  }
}

function viewOf(may: boolean): EditorView {
  return {
    head: {
      id: 'r1',
      agency: { key: 'a', name: '某局', shortName: '某局', kind: 'department' },
      year: 2023,
      format: '2021',
      state: 'draft',
      step: 0,
      steps: [],
      submission: 0,
      seq: 0,
      version: 1,
      publication: null,
      correction: null,
    },
    draft: emptyDraft('2021', 2023, '某局'),
    last: null,
    published: null,
    reasons: [],
    comments: [],
    history: [],
    deadlines: [],
    viewer: {
      id: 'u1',
      name: '周敏',
      roles: ['author'],
      may: Object.fromEntries(commandNames.map((name) => [name, may])) as Record<CommandName, boolean>,
    },
  };
}

interface Arena {
  readonly clock: FakeClock;
  readonly server: FakeServer;
  readonly storage: FakeStorage;
  /** Opens the form in a page of this browser, which `stop` closes; `may` is whether the report can be written in. */
  open(may?: boolean): { session: Session; stop: () => void };
}

/** A server, a browser and its clock, in which no check finds anything. */
export function arena(): Arena {
  const clock = new FakeClock();
  const server = new FakeServer();
  const storage = new FakeStorage();
  const check = () => ({ findings: [], checked: { ran: 0, notChecked: [] } });
  return {
    clock,
    server,
    storage,
    open(may = true) {
      const session = new Session(viewOf(may), format2021, {
        transport: server,
        clock,
        newId: () => crypto.randomUUID(),
        check,
      });
      return { session, stop: session.start(storage) };
    },
  };
}
