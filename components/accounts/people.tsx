import type { ReactNode } from 'react';
import { Mark } from '@/components/ui/mark';
import type { AdministeredAgency, AdministeredPerson } from '@/lib/workflow/administration-view';
import { roleNames } from '@/lib/workflow/permissions';
import { PersonActions, type PersonCommands } from './person-actions';

/** The people of each agency, with what can be done to each; `addTo` makes the button for one more. */
export function People({
  agencies,
  commands,
  addTo,
}: {
  agencies: readonly AdministeredAgency[];
  commands: PersonCommands;
  addTo: (agency: AdministeredAgency) => ReactNode;
}) {
  return (
    <table className="list people">
      <caption className="vh">各机关的账号</caption>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">用户名</th>
          <th scope="col">身份</th>
          <th scope="col">状态</th>
          <th scope="col" className="act">
            办理
          </th>
        </tr>
      </thead>
      {agencies.map((agency) => (
        <tbody key={agency.key}>
          <tr className="of-agency">
            <th scope="rowgroup" colSpan={4}>
              {agency.name}
              {agency.people.length === 0 ? <small>还没有账号</small> : null}
            </th>
            <td className="act">{addTo(agency)}</td>
          </tr>
          {agency.people.map((person) => (
            <PersonRow key={person.id} person={person} agency={agency} commands={commands} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function PersonRow({
  person,
  agency,
  commands,
}: {
  person: AdministeredPerson;
  agency: AdministeredAgency;
  commands: PersonCommands;
}) {
  return (
    <tr>
      <th scope="row">
        {person.name}
        {person.self ? '（本人）' : ''}
      </th>
      <td data-label="用户名">{person.username}</td>
      <td data-label="身份">{person.roles.map((role) => roleNames[role]).join('、')}</td>
      <td data-label="状态">
        <Standing person={person} />
      </td>
      <td className="act">
        <PersonActions person={person} agency={{ key: agency.key, name: agency.name }} commands={commands} />
        {person.outside === null ? null : <small>{person.outside}</small>}
      </td>
    </tr>
  );
}

function Standing({ person }: { person: AdministeredPerson }) {
  if (person.disabled) return <Mark kind="warning">已停用</Mark>;
  if (person.awaitsFirstPassword) return <Mark kind="idle">未改初始密码</Mark>;
  return <Mark kind="done">可用</Mark>;
}
