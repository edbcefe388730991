import { beforeEach, describe, expect, it } from 'vitest';
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

const cell = 'applications.received.naturalPerson';
const other = 'applications.received.business';

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
      id: 'r1', agency: { key: 'a', name: '某局', shortName: '某局', kind: 'department' }, year: 2023, format: '2021', state: 'draft',
      step: 0, steps: [], submission: 0, seq: 0, version: 1, publication: null, correction: null,
    },
    draft: emptyDraft('2021', 2023, '某局'), last: null, published: null, reasons: [], comments: [], history: [], deadlines: [],
    viewer: { id: 'u1', name: '周敏', roles: ['author'], may: Object.fromEntries(commandNames.map((name) => [name, may])) as Record<CommandName, boolean> },
  };
}

let clock: FakeClock;
let server: FakeServer;
let storage: FakeStorage;

function open(may = true): { session: Session; stop: () => void } {
  const check = () => ({ findings: [], checked: { ran: 0, notChecked: [] } });
  const session = new Session(viewOf(may), format2021, { transport: server, clock, newId: () => crypto.randomUUID(), check });
  return { session, stop: session.start(storage) };
}

beforeEach(() => {
  clock = new FakeClock();
  server = new FakeServer();
  storage = new FakeStorage();
});

describe('stated totals', () => {
  const total = 'applications.received.total';
  const row = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganisation'].map((column) => ({ path: `applications.received.${column}`, value: '0' }));

  it('one that agrees with its parts follows them from then on', async () => {
    const { session } = open();
    session.apply([...row, { path: cell, value: '3' }, { path: total, value: '3' }]);
    expect(session.get().draft.cells[total]).toBeNull();
    session.type(cell, '4');
    session.leave();
    expect(session.get().cells[total]).toMatchObject({ value: null, computed: '4' });
    await clock.turn(3000);
    expect(server.head(total)?.value ?? null).toBeNull();
    expect(session.get().save.is).toBe('saved');
  });

  it('one that differs stays, also past a figure in typing that agrees by chance, until the parts agree', () => {
    const { session } = open();
    session.apply([...row, { path: total, value: '12' }]);
    for (const text of ['1', '12', '120']) session.type(cell, text);
    session.leave();
    expect(session.get().draft.cells[total]).toBe('12');
    session.type(cell, '12');
    expect(session.get().draft.cells[total]).toBe('12');
    session.leave();
    expect(session.get().draft.cells[total]).toBeNull();
  });
});

describe('saving', () => {
  it('saves within a second of a pause, the keystrokes of one cell as one edit', async () => {
    const { session } = open();
    session.type(cell, '1');
    await clock.turn(200);
    session.type(cell, '12');
    await clock.turn(999);
    expect(server.head(cell)?.value).toBe('12');
    expect(server.requests.flatMap((request) => request.edits)).toHaveLength(1);
    expect(session.get().save).toEqual({ is: 'saved', at: expect.any(Number) as number });
    expect(session.get().queue).toEqual([]);
  });

  it('saves at the latest two seconds after the first keystroke of someone who never pauses', async () => {
    const { session } = open();
    for (let i = 1; i <= 8; i += 1) {
      session.type(cell, String(i));
      await clock.turn(300);
    }
    expect(server.log.length).toBeGreaterThan(0);
  });

  it('says that it saves only when the answer takes longer than 400 ms', async () => {
    const { session } = open();
    let answer = (): void => undefined;
    server.hold = new Promise((done) => (answer = done));
    session.type(cell, '1');
    await clock.turn(900);
    expect(session.get().save.is).toBe('saved');
    await clock.turn(200);
    expect(session.get().save.is).toBe('saving');
    answer();
    server.hold = null;
    await clock.turn(1);
    expect(session.get().save.is).toBe('saved');
  });

  it('keeps one request in flight and sends what was typed meanwhile afterwards, on top of it', async () => {
    const { session } = open();
    let answer = (): void => undefined;
    server.hold = new Promise((done) => (answer = done));
    session.type(cell, '1');
    await clock.turn(700);
    session.type(cell, '15');
    await clock.turn(3000);
    expect(server.requests).toHaveLength(1);
    server.hold = null;
    answer();
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('15');
    expect(session.get().conflicts).toEqual([]);
  });

  it('does not meet itself when an answer was lost and the cell was changed since', async () => {
    const { session } = open();
    server.losesAnswers = true;
    session.type(cell, '1');
    await clock.turn(700);
    expect(session.get().save).toEqual({ is: 'retrying', count: 1 });
    session.type(cell, '2');
    server.losesAnswers = false;
    await clock.turn(3000);
    expect(server.head(cell)?.value).toBe('2');
    expect(session.get().conflicts).toEqual([]);
    expect(session.get().queue).toEqual([]);
  });
});

describe('nothing is lost', () => {
  it('counts a place once that is changed again after its first change was sent in vain', async () => {
    const { session } = open();
    server.away = true;
    session.type(cell, '1');
    await clock.turn(700);
    session.type(cell, '12');
    await clock.turn(3000);
    expect(session.get().queue).toHaveLength(2);
    expect(session.get().save).toEqual({ is: 'offline', count: 1 });
  });

  it('keeps what was typed while the server was away, says so with the count, and saves it when it is back', async () => {
    const { session } = open();
    server.away = true;
    session.type(cell, '3');
    session.type(other, '4');
    await clock.turn(10_000);
    expect(session.get().save).toEqual({ is: 'offline', count: 2 });
    server.away = false;
    await clock.turn(30_000);
    expect(server.head(cell)?.value).toBe('3');
    expect(server.head(other)?.value).toBe('4');
    expect(session.get().save.is).toBe('saved');
    expect(storage.length).toBe(0);
  });

  it('takes up after a reload what the page before could not save', async () => {
    const first = open();
    server.away = true;
    first.session.type(cell, '3');
    first.session.type(other, '3x');
    await clock.turn(1000);
    first.stop();
    server.away = false;
    const { session } = open();
    expect(session.get().draft.cells[cell]).toBe('3');
    expect(session.get().refused[other]?.text).toBe('3x');
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('3');
    expect(session.get().cells[other]?.refused?.why).toContain('不是数字');
  });

  it('loses nothing when it is stopped and started again', async () => {
    const first = open();
    server.away = true;
    first.session.type(cell, '3');
    await clock.turn(1000);
    first.stop();
    const { session, stop } = open();
    stop();
    session.start(storage);
    expect(session.get().queue).toHaveLength(1);
    server.away = false;
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('3');
  });

  it('sends at once when the connection returns', async () => {
    const { session } = open();
    server.away = true;
    session.type(cell, '3');
    await clock.turn(40_000);
    server.away = false;
    session.sender.wake();
    await clock.turn(0);
    expect(server.head(cell)?.value).toBe('3');
  });

  it('keeps all while the sign-in has lapsed and goes on by itself after it', async () => {
    const { session } = open();
    server.refusal = { refused: 'not-signed-in', message: '请先登录' };
    session.type(cell, '3');
    await clock.turn(1000);
    session.type(other, '4');
    expect(session.get().save).toEqual({ is: 'expired', count: 2 });
    server.refusal = null;
    await clock.turn(6000);
    expect(server.head(other)?.value).toBe('4');
    expect(session.get().save.is).toBe('saved');
  });

  it('stops when the report was submitted meanwhile, says why, and keeps what was typed in the browser', async () => {
    const { session, stop } = open();
    server.refusal = { refused: 'wrong-state', message: '报告已提交，正在审核，请刷新页面查看最新状态' };
    session.type(cell, '3');
    await clock.turn(60_000);
    expect(session.get().save).toMatchObject({ is: 'refused', count: 1, refusal: { refused: 'wrong-state' } });
    expect(server.requests).toHaveLength(1);
    expect(storage.length).toBe(1);
    stop();
    const { session: readOnly } = open(false);
    expect(readOnly.get().said).toContain('1 处');
    expect(storage.length).toBe(1);
  });
});

describe('two people', () => {
  it('takes in what others wrote, within the time of one poll', async () => {
    const { session } = open();
    server.write(other, '9', '李华');
    await clock.turn(4100);
    expect(session.get().cells[other]?.value).toBe('9');
  });

  it('asks for no news while the page is hidden', async () => {
    open();
    clock.shown = false;
    await clock.turn(20_000);
    expect(server.requests).toHaveLength(0);
  });

  it('shows both values where both wrote the same cell, and mine becomes an edit on top of theirs', async () => {
    const { session } = open();
    server.write(cell, '9', '李华');
    session.type(cell, '5');
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('9');
    expect(session.get().conflicts).toMatchObject([{ path: cell, mine: '5', theirs: { value: '9', by: '李华' } }]);
    session.choose(cell, 'mine');
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('5');
    expect(session.get().conflicts).toEqual([]);
  });

  it('keeps a conflict over a reload, and undo brings mine back after theirs was chosen', async () => {
    const first = open();
    server.write(cell, '9', '李华');
    first.session.type(cell, '5');
    await clock.turn(1000);
    first.stop();
    const { session } = open();
    expect(session.get().conflicts).toMatchObject([{ mine: '5' }]);
    await clock.turn(5000);
    session.choose(cell, 'theirs');
    expect(session.get().draft.cells[cell]).toBe('9');
    session.turn('undo');
    expect(session.get().draft.cells[cell]).toBe('5');
  });

  it('writes over nothing when a paragraph changed under somebody who was composing in it', async () => {
    const { session } = open();
    const id = 'p-7f9a1c1e-3f0c-4c53-9f0a-0d7d3a2b8c11';
    const says = (text: string): Value => ({ place: 'overview', order: 'a0', runs: [{ text }] });
    server.write(id, says('今年'), '李华');
    await clock.turn(5000);
    session.clash({ path: id, value: says('主动') });
    session.apply([{ path: id, value: says('主动公开') }]);
    await clock.turn(5000);
    expect(server.head(id)?.value).toEqual(says('今年'));
    expect(session.get().conflicts).toMatchObject([{ path: id, mine: says('主动公开'), theirs: { value: says('今年') } }]);
    session.choose(id, 'mine');
    await clock.turn(1000);
    expect(server.head(id)?.value).toEqual(says('主动公开'));
    expect(session.get().conflicts).toEqual([]);
  });

  it('has no conflict where both wrote the same value', async () => {
    const { session } = open();
    server.write(cell, '9', '李华');
    session.type(cell, '9');
    await clock.turn(1000);
    expect(session.get().conflicts).toEqual([]);
  });
});

describe('undo', () => {
  it('takes a whole paste back in one step and brings it again', async () => {
    const { session } = open();
    session.type(cell, '1');
    session.leave();
    session.apply([{ path: cell, value: '7' }, { path: other, value: '8' }]);
    session.turn('undo');
    expect([session.get().draft.cells[cell], session.get().draft.cells[other]]).toEqual(['1', null]);
    session.turn('redo');
    expect([session.get().draft.cells[cell], session.get().draft.cells[other]]).toEqual(['7', '8']);
    await clock.turn(1000);
    expect(server.head(other)?.value).toBe('8');
  });

  it('takes the keystrokes of one visit to a cell back together', () => {
    const { session } = open();
    session.type(cell, '1');
    session.type(cell, '12');
    session.leave();
    session.turn('undo');
    expect(session.get().draft.cells[cell]).toBe(null);
  });

  it('leaves alone what somebody else has written since', async () => {
    const { session } = open();
    session.type(cell, '1');
    await clock.turn(1000);
    server.write(cell, '9', '李华');
    await clock.turn(5000);
    session.turn('undo');
    expect(session.get().draft.cells[cell]).toBe('9');
  });
});

describe('reasons and commands', () => {
  it('sends a reason after the figures it speaks of', async () => {
    const { session } = open();
    session.type(cell, '1');
    session.explain('f', 'T3-05', '撤回');
    await clock.turn(1000);
    expect(server.commands).toEqual([{ do: 'explain', fingerprint: 'f', rule: 'T3-05', text: '撤回' }]);
    expect(server.head(cell)?.value).toBe('1');
    expect(storage.length).toBe(0);
  });

  it('saves everything before a submission, and does not submit what could not be saved', async () => {
    const { session } = open();
    session.type(cell, '1');
    const done = session.command({ do: 'submit', version: 1 });
    await clock.turn(10);
    expect(await done).toMatchObject({ is: 'answer' });
    expect(server.head(cell)?.value).toBe('1');
    server.away = true;
    session.type(cell, '2');
    const refused = session.command({ do: 'submit', version: 1 });
    await clock.turn(10);
    expect(await refused).toMatchObject({ is: 'refusal' });
    expect(server.commands).toHaveLength(1);
  });
});

describe('what the server calls wrong', () => {
  const wrong: Refusal = { refused: 'bad-input', message: '提交的内容有误：一个自然段最多 20000 字，请分段' };

  it('can be put right in the page: then it is saved, with what was typed meanwhile', async () => {
    const { session } = open();
    server.refusal = wrong;
    session.type(cell, '111');
    await clock.turn(3000);
    expect(session.get().save).toMatchObject({ is: 'refused', count: 1 });
    session.type(other, '2');
    await clock.turn(3000);
    expect(session.get().save).toMatchObject({ is: 'refused', count: 2 });
    server.refusal = null;
    session.type(cell, '1');
    await clock.turn(3000);
    expect(session.get().save.is).toBe('saved');
    expect([server.head(cell)?.value, server.head(other)?.value]).toEqual(['1', '2']);
    expect(server.log.some((one) => one.value === '111')).toBe(false);
    expect(session.get().conflicts).toEqual([]);
  });

  it('is no trap after the page is opened anew', async () => {
    server.refusal = wrong;
    const first = open();
    first.session.type(cell, '111');
    await clock.turn(3000);
    first.stop();
    const { session } = open();
    expect(session.get().cells[cell]?.value).toBe('111');
    server.refusal = null;
    session.type(cell, '1');
    await clock.turn(3000);
    expect(server.log.map((one) => one.value)).toEqual(['1']);
  });
});
