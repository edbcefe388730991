import { administeredAgencies, peopleAt } from '@/lib/store/agencies/administered';
import { database } from '@/lib/store/database/database';
import { mayAdministerPerson } from '@/lib/workflow/administration';
import type { AdministeredAgency, AdministrationView, AgencyChoice } from '@/lib/workflow/administration-view';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

const shown = 200;

/**
 * The agencies that the actor governs, in the order of the tree, with their people; `query` looks in the names of both.
 * Refuses with `not-signed-in`, or `not-permitted` for somebody who governs none.
 */
export async function listAdministered(actor: Actor | null, query: string): Promise<AdministrationView | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const paths = actor.roles.filter((held) => held.role === 'administrator').map((held) => held.agencyPath);
  if (paths.length === 0) return refuse('not-permitted', '账号和机关由管理员管理，您没有管理身份');
  const db = database();
  const all = await administeredAgencies(db, paths);
  const base = Math.min(...all.map((agency) => depthOf(agency.path)));
  const choice = (agency: (typeof all)[number]): AgencyChoice => ({
    key: agency.key,
    name: agency.name,
    shortName: agency.shortName,
    depth: depthOf(agency.path) - base,
  });
  const words = query.trim().toLowerCase();
  const people = await peopleAt(
    db,
    all.map((agency) => agency.id),
  );
  const matches = (...texts: string[]): boolean => texts.some((text) => text.toLowerCase().includes(words));
  const found = all.flatMap((agency) => {
    const here = people.filter((person) => person.posts.some((post) => post.agencyId === agency.id));
    if (words === '' || matches(agency.name, agency.shortName, agency.key)) return [{ agency, here }];
    const named = here.filter((person) => matches(person.name, person.username));
    return named.length > 0 ? [{ agency, here: named }] : [];
  });
  const agencies = found.slice(0, shown).map(
    ({ agency, here }): AdministeredAgency => ({
      ...choice(agency),
      kind: agency.kind,
      parentName: agency.parentName,
      steps: agency.steps.map((step) => step.name),
      names: agency.names,
      people: here.map((person) => ({
        id: person.id,
        name: person.name,
        username: person.username,
        roles: person.posts.filter((post) => post.agencyId === agency.id).map((post) => post.role),
        disabled: person.disabledAt !== null,
        awaitsFirstPassword: person.mustChangePassword,
        self: person.id === actor.id,
        outside: mayAdministerPerson(actor, person.posts)?.message ?? null,
      })),
    }),
  );
  return { query, agencies, more: found.length > shown, choices: all.map(choice) };
}

function depthOf(path: string): number {
  return path.split('/').length;
}
