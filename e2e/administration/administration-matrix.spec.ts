import { expect, test, type APIRequestContext } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { database } from '@/lib/store/database/database';
import type { Role } from '@/lib/workflow/permissions';
import { makeAgency, makePerson, requestsOf, type Agency, type Person } from '@/e2e/support/arrange';
import { withRunningDatabase } from '@/e2e/support/running-database';
import { whos, type Who } from '@/e2e/support/whos';

/**
 * Every administrative command over HTTP, as everyone: only who governs the agency may, and a refusal changes nothing.
 */

const commands = [
  'createAgencyAction',
  'renameAgencyAction',
  'changeReviewStepsAction',
  'createAccountAction',
  'changeRolesAction',
  'resetPasswordAction',
  'disableAccountAction',
  'enableAccountAction',
] as const;
type CommandName = (typeof commands)[number];

/**
 * Written by hand: an administrator governs the own agency; the author, the reviewer and all foreigners nothing there.
 */
const allowed: readonly Who[] = ['administrator'];

const manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });
const actionIds = (): Map<string, string> => {
  const read = manifest.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')));
  return new Map(Object.entries(read.node).map(([id, action]) => [action.exportedName, id]));
};

withRunningDatabase();
const requests = new Map<Who, APIRequestContext>();
let own: Agency;

test.beforeAll(async ({ browser }) => {
  own = await makeAgency('云泽市受管局');
  const foreign = await makeAgency('云泽市旁观局');
  requests.set('stranger', await requestsOf(browser, null));
  for (const role of ['author', 'reviewer', 'administrator'] as const satisfies readonly Role[]) {
    requests.set(role, await requestsOf(browser, await makePerson(`受管${role}`, [{ agency: own, role }])));
    requests.set(
      `foreign ${role}`,
      await requestsOf(browser, await makePerson(`旁观${role}`, [{ agency: foreign, role }])),
    );
  }
});

let count = 0;
const unique = (): string => `${Date.now().toString(36)}-${(count += 1)}`;

/** What each command is asked to do, on an agency below the own one and a person in it, made afresh. */
function inputs(below: Agency, person: Person): Record<CommandName, object> {
  const key = `m-${unique()}`;
  return {
    createAgencyAction: {
      parent: below.key,
      name: '云泽市新设局',
      shortName: '新设局',
      key,
      kind: 'department',
      steps: ['审核'],
    },
    renameAgencyAction: { agency: below.key, name: '云泽市改名局', shortName: '改名局' },
    changeReviewStepsAction: { agency: below.key, steps: ['初审', '终审'] },
    createAccountAction: { agency: below.key, username: `new-${unique()}`, name: '新人', roles: ['author'] },
    changeRolesAction: { user: person.id, agency: below.key, roles: ['reviewer'] },
    resetPasswordAction: { user: person.id },
    disableAccountAction: { user: person.id },
    enableAccountAction: { user: person.id },
  };
}

async function everything(): Promise<string> {
  const db = database();
  const inside = { agency: { path: { startsWith: own.path } } };
  const people = (await db.membership.findMany({ where: inside, select: { userId: true } })).map((one) => one.userId);
  const [agencies, users, accounts, memberships, events] = await Promise.all([
    db.agency.findMany({ orderBy: { id: 'asc' }, where: { path: { startsWith: own.path } }, include: { names: true } }),
    db.user.findMany({ orderBy: { id: 'asc' }, where: { memberships: { some: inside } } }),
    db.account.findMany({ orderBy: { id: 'asc' }, where: { user: { memberships: { some: inside } } } }),
    db.membership.findMany({ orderBy: { id: 'asc' }, where: inside }),
    db.adminEvent.findMany({ orderBy: { id: 'asc' }, where: { actorId: { in: people } } }),
  ]);
  return JSON.stringify({ agencies, users, accounts, memberships, events });
}

test('only an administrator of the agency may administer what stands below it', async () => {
  test.setTimeout(240_000);
  const ids = actionIds();
  const origin = new URL(test.info().project.use.baseURL ?? '').origin;
  const counted = { allowed: 0, refused: 0 };
  for (const command of commands) {
    for (const who of whos) {
      const below = await makeAgency(`云泽市下级${unique()}局`, own.path);
      const person = await makePerson('下级填报', [{ agency: below, role: 'author' }]);
      if (command === 'enableAccountAction')
        await database().user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
      const before = await everything();
      const address = /Agency|Steps/.test(command) ? '/office/agencies' : '/office/accounts';
      const answer = await requests.get(who)?.post(address, {
        headers: {
          origin,
          'next-action': ids.get(command) ?? '',
          'content-type': 'text/plain;charset=UTF-8',
          accept: 'text/x-component',
        },
        data: JSON.stringify([inputs(below, person)[command]]),
        maxRedirects: 0,
      });
      const said = (await answer?.text()) ?? '';
      const told = `${who} → ${command}: ${answer?.status() ?? 'no answer'} ${said.slice(0, 200)}`;
      const after = await everything();
      if (allowed.includes(who)) {
        expect(answer?.status(), told).toBe(200);
        expect(said, told).not.toContain('"refused"');
        expect(after === before, told).toBe(false);
        counted.allowed += 1;
      } else {
        expect(after === before, told).toBe(true);
        expect(said.includes('"refused"') || [303, 307, 401, 403].includes(answer?.status() ?? 0), told).toBe(true);
        counted.refused += 1;
      }
    }
  }
  console.log(
    `administration matrix: ${counted.allowed} allowed, ${counted.refused} refused, ${counted.allowed + counted.refused} in all`,
  );
});
