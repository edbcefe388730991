import { Mark } from '@/components/ui/mark';
import type { AdministeredAgency, AdministeredPerson } from '@/lib/workflow/administration-view';
import { roleNames } from '@/lib/workflow/permissions';
import { PersonActions, type PersonCommands } from './person-actions';

/** The people of one agency, with what can be done to each. */
export function People({ agency, commands }: { agency: AdministeredAgency; commands: PersonCommands }) {
  return (
    <table className="list people">
      <caption className="vh">{agency.name}的账号</caption>
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
      <tbody>
        {agency.people.map((person) => (
          <tr key={person.id}>
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
        ))}
      </tbody>
    </table>
  );
}

function Standing({ person }: { person: AdministeredPerson }) {
  if (person.disabled) return <Mark kind="warning">已停用</Mark>;
  if (person.awaitsFirstPassword) return <Mark kind="idle">未改初始密码</Mark>;
  return <Mark kind="done">可用</Mark>;
}
