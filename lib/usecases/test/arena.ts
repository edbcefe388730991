import { randomUUID } from 'node:crypto';
import type { Edit, Value } from '@/lib/report/draft';
import { formatFor } from '@/lib/statute/formats';
import { database } from '@/lib/store/database/database';
import type { Actor, Role } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { startReport } from '@/lib/usecases/writing/start-report';
import { granted, step, type Step } from './commands';

/** A day within the round of 2025. */
export const now = new Date('2026-01-12T02:00:00Z');
export const year = 2025;

let count = 0;

export interface Arena {
  readonly key: string;
  readonly author: Actor;
  readonly colleague: Actor;
  readonly reviewer: Actor;
  readonly administrator: Actor;
  readonly foreigner: Actor;
}

/** An agency of its own with people in every role, in the database of the test. */
export async function arena(kind: 'department' | 'government' = 'department'): Promise<Arena> {
  count += 1;
  const key = `arena-${count}`;
  const agency = await database().agency.create({
    data: {
      key,
      name: `云泽市试验${count}局`,
      shortName: `试验${count}局`,
      kind,
      path: `/${key}/`,
      steps: [{ id: 'review', name: '审核' }],
    },
  });
  const person = (role: Role, name: string): Actor => ({
    id: randomUUID(),
    name,
    roles: [{ agencyId: agency.id, agencyPath: agency.path, role }],
  });
  const elsewhere = { agencyId: randomUUID(), agencyPath: '/elsewhere/' };
  return {
    key,
    author: person('author', '周敏'),
    colleague: person('author', '何静'),
    reviewer: person('reviewer', '李建国'),
    administrator: person('administrator', '王芳'),
    foreigner: {
      id: randomUUID(),
      name: '外人',
      roles: (['author', 'reviewer', 'administrator'] as const).map((role) => ({ ...elsewhere, role })),
    },
  };
}

export const edit = (path: string, value: Value, base: string | null = null): Edit => ({
  id: randomUUID(),
  path,
  base,
  value,
});

export const paragraph = (
  place: 'overview' | 'problems' | 'other',
  order: string,
  ...runs: ({ text: string } | { figure: string })[]
): Edit => edit(`p-${randomUUID()}`, { place, order, runs });

/** Edits of a complete and correct report: every cell 0 except the given ones, and prose without figures. */
export function completeEdits(cells: Readonly<Record<string, string>> = {}): Edit[] {
  const format = formatFor(year);
  if (format === undefined) throw new Error('no format');
  return [
    ...format.cells.filter((cell) => !cell.isTotal).map((cell) => edit(cell.id, cells[cell.id] ?? '0')),
    paragraph('overview', 'a0', { text: '（一）主动公开情况' }),
    paragraph('overview', 'a1', {
      text: '本局按目录及时公开机构职能、办事指南和监管结果，由办公室逐条审核后发布，并在政务公开专栏集中展示。',
    }),
    paragraph('overview', 'a2', {
      text: '依申请公开按登记、审查、办理、答复、归档的次序办理；政府信息管理实行源头认定；平台建设以门户网站专栏为主；监督保障纳入科室考核。',
    }),
    paragraph('problems', 'a0', {
      text: '存在的主要问题是公开内容与群众关注点结合不够紧，解读形式单一。改进情况：已建立按季征集选题的办法，并安排专人回访。',
    }),
    paragraph('other', 'a0', { text: '本年度未收取政府信息公开信息处理费。' }),
  ];
}

/** A draft of the arena's agency with these edits in it. */
export async function written(place: Arena, edits: readonly Edit[] = completeEdits()): Promise<void> {
  granted(await startReport(place.author, place.key, year, now));
  granted(await saveEdits(place.author, place.key, year, { since: 0, edits }, now));
}

/** Moves the report on from where it stands; what came of it. */
export const move = (place: Arena, actor: Actor, command: Step, at = now): Promise<CommandAnswer | Refusal> =>
  step(actor, place.key, year, command, at);

/** Has what stands submitted, approved and published. */
export async function publish(place: Arena): Promise<void> {
  granted(await move(place, place.author, { do: 'submit' }));
  granted(await move(place, place.reviewer, { do: 'approve' }));
  granted(await move(place, place.reviewer, { do: 'publish' }));
}
