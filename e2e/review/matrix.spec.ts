import { expect, test, type APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { database } from '@/lib/store/database/database';
import { openReport } from '@/lib/usecases/writing/open-report';
import type { Role } from '@/lib/workflow/permissions';
import { reportStates } from '@/lib/workflow/state';
import { granted } from '@/lib/usecases/test/commands';
import {
  calmProse,
  cellEdits,
  makeAgency,
  makeDraft,
  makePerson,
  requestsOf,
  type Agency,
  type Person,
} from '@/e2e/support/arrange';
import { carry, say, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';
import { whos, type Who } from '@/e2e/support/whos';

/**
 * Every command and address over HTTP, as everyone, in every state. What is allowed is written by hand; all else is
 * refused.
 */

const commands = [
  'edits',
  'submit',
  'recall',
  'return',
  'approve',
  'publish',
  'explain',
  'comment',
  'reply',
  'settle',
  'start',
  'correct',
  'restate',
  'abandon',
  'withdraw',
] as const;
type CommandName = (typeof commands)[number];

/** Every state, and a draft that corrects what is published. */
const situations = [...reportStates, 'correcting'] as const;
type Situation = (typeof situations)[number];

const allowedCommands: Record<Situation, Partial<Record<Who, readonly CommandName[]>>> = {
  draft: { author: ['edits', 'submit', 'explain', 'reply'], reviewer: ['reply', 'settle'] },
  submitted: { author: ['recall', 'reply'], reviewer: ['return', 'approve', 'comment', 'reply', 'settle'] },
  returned: { author: ['edits', 'submit', 'explain', 'reply'], reviewer: ['reply', 'settle'] },
  approved: { reviewer: ['return', 'publish'], administrator: ['publish'] },
  published: { author: ['correct'], reviewer: ['withdraw'], administrator: ['withdraw'] },
  withdrawn: { author: ['correct'] },
  // As long as nothing was changed a correction cannot be submitted: 422, not 409.
  correcting: {
    author: ['edits', 'explain', 'reply', 'restate', 'abandon'],
    reviewer: ['reply', 'settle', 'withdraw'],
    administrator: ['withdraw'],
  },
};

const addresses = [
  '',
  '/overview',
  '/disclosure',
  '/applications',
  '/remedies',
  '/problems',
  '/other',
  '/review',
  '/preview',
  '/preview/page',
  '/preview/report.docx',
  '/papers/approval-slip.docx',
] as const;
const readers: readonly Who[] = ['author', 'reviewer', 'administrator'];

interface Arena {
  readonly agency: Agency;
  readonly comment: string;
}

const cast: {
  own: Agency;
  foreign: Agency;
  people: Partial<Record<Who, Person>>;
  requests: Partial<Record<Who, APIRequestContext>>;
} = {
  own: { id: '', key: '', name: '', path: '' },
  foreign: { id: '', key: '', name: '', path: '' },
  people: {},
  requests: {},
};

const person = (who: Who): Person => {
  const found = cast.people[who];
  if (found === undefined) throw new Error(`no ${who}`);
  return found;
};
const request = (who: Who): APIRequestContext => {
  const found = cast.requests[who];
  if (found === undefined) throw new Error(`${who} has not entered`);
  return found;
};

withRunningDatabase();

test.beforeAll(async ({ browser }) => {
  cast.foreign = await makeAgency('云泽市别处局');
  cast.own = await makeAgency('云泽市本处局');
  for (const role of ['author', 'reviewer', 'administrator'] as const satisfies readonly Role[]) {
    cast.people[role] = await makePerson(`本处${role}`, [{ agency: cast.own, role }]);
    cast.people[`foreign ${role}`] = await makePerson(`别处${role}`, [{ agency: cast.foreign, role }]);
  }
  for (const who of whos) cast.requests[who] = await requestsOf(browser, who === 'stranger' ? null : person(who));
});

/** A fresh agency in which the own people hold their roles, with a report of the year in the wanted state. */
async function arenaIn(state: Situation): Promise<Arena> {
  const agency = await makeAgency();
  for (const role of ['author', 'reviewer', 'administrator'] as const) {
    await database().membership.create({ data: { userId: person(role).id, agencyId: agency.id, role } });
  }
  const at = (role: Role) => ({ ...person(role), roles: [{ agencyId: agency.id, agencyPath: agency.path, role }] });
  await makeDraft(at('author'), agency, year, [...cellEdits(year), ...calmProse()]);
  await carry(at('author'), agency, { do: 'submit' });
  await say(at('reviewer'), agency, {
    do: 'comment',
    path: 'applications.received.naturalPerson',
    quote: '',
    text: '请核对',
  });
  const view = granted(await openReport(at('author'), agency.key, year, new Date()));
  const comment = view.comments[0]?.id ?? '';
  if (state === 'draft') await carry(at('author'), agency, { do: 'recall' });
  if (state === 'returned') await carry(at('reviewer'), agency, { do: 'return', reason: '请核对' });
  if (['approved', 'published', 'withdrawn', 'correcting'].includes(state)) {
    await say(at('reviewer'), agency, { do: 'settle', comment, settled: true });
    await carry(at('reviewer'), agency, { do: 'approve' });
  }
  if (['published', 'withdrawn', 'correcting'].includes(state)) await carry(at('reviewer'), agency, { do: 'publish' });
  if (state === 'withdrawn') await carry(at('reviewer'), agency, { do: 'withdraw', reason: '含有个人信息' });
  if (state === 'correcting') await carry(at('author'), agency, { do: 'correct', reason: '一处数字有误' });
  const stands = granted(await openReport(at('author'), agency.key, year, new Date())).head.state;
  expect(stands).toBe(state === 'correcting' ? 'draft' : state);
  return { agency, comment };
}

async function issue(
  who: Who,
  arena: Arena,
  command: CommandName,
): Promise<{ status: number; body: { refused?: string } }> {
  const base = `/office/reports/${arena.agency.key}/${year}`;
  const report = await database().report.findFirstOrThrow({
    where: { agencyId: arena.agency.id },
    include: { values: { where: { path: 'disclosure.licensing.decisions' } } },
  });
  const version = report.version;
  const bodies: Record<CommandName, [string, object]> = {
    edits: [
      `${base}/edits`,
      {
        since: 0,
        edits: [
          {
            id: randomUUID(),
            path: 'disclosure.licensing.decisions',
            base: report.values[0]?.editId ?? null,
            value: '7',
          },
        ],
      },
    ],
    submit: [`${base}/commands`, { do: 'submit', version }],
    recall: [`${base}/commands`, { do: 'recall', version }],
    return: [`${base}/commands`, { do: 'return', version, reason: '请核对' }],
    approve: [`${base}/commands`, { do: 'approve', version }],
    publish: [`${base}/commands`, { do: 'publish', version }],
    explain: [`${base}/commands`, { do: 'explain', fingerprint: 'T3-05|x', rule: 'T3-05', text: '原因' }],
    comment: [`${base}/commands`, { do: 'comment', path: 'applications.received.total', quote: '', text: '请核对' }],
    reply: [`${base}/commands`, { do: 'reply', comment: arena.comment, text: '已核对' }],
    settle: [`${base}/commands`, { do: 'settle', comment: arena.comment, settled: true }],
    correct: [`${base}/commands`, { do: 'correct', version, reason: '一处数字有误' }],
    restate: [`${base}/commands`, { do: 'restate', version, reason: '两处数字有误' }],
    abandon: [`${base}/commands`, { do: 'abandon', version }],
    withdraw: [`${base}/commands`, { do: 'withdraw', version, reason: '含有个人信息' }],
    start: ['/office/reports', { agency: arena.agency.key, year }],
  };
  const [address, data] = bodies[command];
  const answer = await request(who).post(address, {
    data,
    headers: { origin: new URL(test.info().project.use.baseURL ?? '').origin },
  });
  return { status: answer.status(), body: (await answer.json()) as { refused?: string } };
}

/** Everything the database knows of a report, so that a refusal can be seen to have changed nothing. */
async function stateOf(arena: Arena): Promise<string> {
  const report = await database().report.findFirstOrThrow({
    where: { agencyId: arena.agency.id },
    include: {
      values: { orderBy: { path: 'asc' } },
      comments: { include: { replies: true }, orderBy: { id: 'asc' } },
      reasons: true,
      events: { orderBy: { number: 'asc' } },
    },
  });
  return JSON.stringify(report);
}

const counted = { allowed: 0, refused: 0 };

for (const state of situations) {
  test(`a report that is ${state} takes from each person the commands it should and no other`, async () => {
    test.setTimeout(180_000);
    const shared = await arenaIn(state);
    const untouched = await stateOf(shared);
    for (const who of whos) {
      for (const command of commands) {
        const isAllowed = allowedCommands[state][who]?.includes(command) ?? false;
        // `approve` needs every comment settled, which the arena leaves open until then.
        const place = isAllowed ? await arenaIn(state) : shared;
        if (isAllowed && command === 'approve')
          await database().comment.updateMany({ where: { id: place.comment }, data: { settledAt: new Date() } });
        const answer = await issue(who, place, command);
        const told = `${who} → ${command} in state ${state}: ${answer.status} ${JSON.stringify(answer.body)}`;
        if (isAllowed) {
          expect(answer.status, told).toBe(200);
          counted.allowed += 1;
        } else {
          const unchanged = state === 'correcting' && who === 'author' && command === 'submit';
          expect(unchanged ? [422] : [401, 403, 409], told).toContain(answer.status);
          expect(answer.body.refused, told).toBeTruthy();
          counted.refused += 1;
        }
      }
    }
    expect(await stateOf(shared)).toBe(untouched);
  });

  test(`the pages of a report that is ${state} open to its own people and to nobody else`, async () => {
    test.setTimeout(180_000);
    const { agency } = await arenaIn(state);
    for (const who of whos) {
      for (const address of addresses) {
        const answer = await request(who).get(`/office/reports/${agency.key}/${year}${address}`, { maxRedirects: 0 });
        const told = `${who} → GET ${address} in state ${state}: ${answer.status()}`;
        const isAllowed = readers.includes(who);
        if (isAllowed) {
          expect([200, 303, 307], told).toContain(answer.status());
          counted.allowed += 1;
        } else {
          const text = await answer.text();
          expect(text.includes('登记、审查、办理'), told).toBe(false);
          if (who === 'stranger') expect(answer.headers()['location'] ?? '', told).toContain('/login');
          else expect([403, 404], told).toContain(answer.status());
          counted.refused += 1;
        }
      }
    }
  });
}

test('a write from another origin is refused, whoever asks', async () => {
  for (const who of whos) {
    for (const origin of ['https://elsewhere.example', 'null']) {
      const answer = await request(who).post('/office/reports', {
        data: { agency: cast.own.key, year },
        headers: { origin },
      });
      expect(answer.status(), `${who} from ${origin}`).toBe(403);
      counted.refused += 1;
    }
  }
  expect(await database().report.count({ where: { agencyId: cast.own.id } })).toBe(0);
});

test('administration opens to administrators, each to their own agencies', async () => {
  for (const who of whos) {
    for (const address of ['/office/accounts', '/office/agencies']) {
      const answer = await request(who).get(address, { maxRedirects: 0 });
      const text = await answer.text();
      const told = `${who} → GET ${address}: ${answer.status()}`;
      if (who.endsWith('administrator')) {
        expect(answer.status(), told).toBe(200);
        expect(text.includes(cast.own.name), told).toBe(who === 'administrator');
        expect(text.includes(cast.foreign.name), told).toBe(who === 'foreign administrator');
        counted.allowed += 1;
      } else {
        expect(text.includes(cast.own.name) || text.includes(cast.foreign.name), told).toBe(false);
        counted.refused += 1;
      }
    }
  }
});

test('public addresses open to everyone', async () => {
  const { agency } = await arenaIn('published');
  const base = `/reports/${agency.key}/${year}`;
  for (const who of whos) {
    for (const address of [
      '/',
      base,
      `${base}/report.docx`,
      `${base}/report.html`,
      `${base}/report.json`,
      `${base}/report.csv`,
      `${base}/versions/1`,
      '/healthz',
    ]) {
      expect((await request(who).get(address)).status(), `${who} → GET ${address}`).toBe(200);
      counted.allowed += 1;
    }
    expect(
      (
        await request(who).post(base, { headers: { origin: new URL(test.info().project.use.baseURL ?? '').origin } })
      ).status(),
    ).toBe(405);
    counted.refused += 1;
  }
});

test.afterAll(async () => {
  console.log(
    `matrix: ${counted.allowed} allowed, ${counted.refused} refused, ${counted.allowed + counted.refused} in all`,
  );
});
