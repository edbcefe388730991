import { hashPassword } from '@/lib/accounts/passwords';
import { insertAccount } from '@/lib/store/agencies/accounts';
import { database } from '@/lib/store/database/database';
import { roleNames, type Actor } from '@/lib/workflow/permissions';
import { defaultSteps } from '@/lib/workflow/state';
import { sampleAccounts, sampleAgencies, samplePassword } from './agencies';
import { sampleReports } from './district';
import { fillReport } from './fill';
import { sampleYears } from './profiles';
import { shanghai } from './timeline';

/**
 * How many agencies are filled at a time: rendering keeps one processor busy while another report waits for the
 * database.
 */
const atOnce = 4;

export interface FilledSample {
  /** The accounts worth printing when the demo starts. */
  readonly accounts: readonly {
    readonly user: string;
    readonly password: string;
    readonly role: string;
    readonly agency: string;
    readonly shows: string;
  }[];
}

async function makeAgencies(): Promise<Map<string, { id: string; path: string }>> {
  const made = new Map<string, { id: string; path: string }>();
  const since = shanghai(2020, 1, 1, 9, 0);
  for (const { key, name, shortName, kind, path, parent } of sampleAgencies) {
    const parentId = parent === null ? null : (made.get(parent)?.id ?? null);
    const steps = defaultSteps.map((step) => ({ ...step }));
    const { id } = await database().agency.create({
      data: { key, name, shortName, kind, path, parentId, steps, createdAt: since, names: { create: { name, since } } },
      select: { id: true },
    });
    made.set(key, { id, path });
  }
  return made;
}

async function makeAccounts(agencies: ReadonlyMap<string, { id: string; path: string }>): Promise<Map<string, Actor>> {
  // They share one password, so one hash does for all.
  const passwordHash = await hashPassword(samplePassword);
  const actors = new Map<string, Actor>();
  for (const { userName, name, roles } of sampleAccounts) {
    const held = roles.map(({ agency, role }) => {
      const place = agencies.get(agency);
      if (place === undefined) throw new Error(`no sample agency ${agency}`);
      return { agencyId: place.id, agencyPath: place.path, role };
    });
    const posts = held.map(({ agencyId, role }) => ({ agencyId, role }));
    const id = await insertAccount(database(), {
      username: userName,
      name,
      passwordHash,
      mustChangePassword: false,
      posts,
    });
    actors.set(userName, { id, name, roles: held });
  }
  return actors;
}

/** Runs the pieces of work, `atOnce` at a time. */
async function inTurns(work: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...work];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Fills an empty database with the invented district 云泽市澄湖区 as it stands on the day of `now`: twelve agencies, their
 * accounts, and the reports of 2020 to 2025. The caller sees to it that the database is empty.
 */
export async function fillSampleData(now = new Date()): Promise<FilledSample> {
  const actors = await makeAccounts(await makeAgencies());
  const actorOf = (userName: string): Actor => {
    const actor = actors.get(userName);
    if (actor === undefined) throw new Error(`no sample account ${userName}`);
    return actor;
  };
  const reports = sampleReports(now);
  // Year by year: a report is checked against the one that its agency published the year before.
  for (const year of sampleYears) {
    await inTurns(reports.filter((report) => report.year === year).map((report) => () => fillReport(report, actorOf)));
  }
  const nameOf = new Map(sampleAgencies.map((agency) => [agency.key, agency.shortName]));
  return {
    accounts: sampleAccounts.flatMap(({ userName, roles, shows }) =>
      shows === null
        ? []
        : [
            {
              user: userName,
              password: samplePassword,
              shows,
              role: roles.map(({ role }) => roleNames[role]).join('、'),
              agency: roles.map(({ agency }) => nameOf.get(agency) ?? '').join('、'),
            },
          ],
    ),
  };
}
