import { fullDay } from '@/components/ui/time';
import { agencyKindNames } from '@/lib/report/report';
import type { AdministeredAgency } from '@/lib/workflow/administration-view';
import { AgencyActions, type AgencyCommands } from './agency-actions';

/** Agencies in the order of the tree, set in by depth, with the names they had. */
export function AgencyTree({
  agencies,
  commands,
}: {
  agencies: readonly AdministeredAgency[];
  commands: AgencyCommands;
}) {
  return (
    <table className="list agencies">
      <caption className="vh">机关</caption>
      <thead>
        <tr>
          <th scope="col">机关</th>
          <th scope="col">类别</th>
          <th scope="col">网址代号</th>
          <th scope="col">审核步骤</th>
          <th scope="col" className="num">
            账号
          </th>
          <th scope="col" className="act">
            办理
          </th>
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.key}>
            <th scope="row" className={`depth-${Math.min(agency.depth, 4)}`}>
              {agency.name}
              {agency.shortName === agency.name ? null : <small>{agency.shortName}</small>}
              <FormerNames agency={agency} />
            </th>
            <td data-label="类别">{agencyKindNames[agency.kind]}</td>
            <td data-label="网址代号">
              <code>{agency.key}</code>
            </td>
            <td data-label="审核步骤">{agency.steps.join(' → ')}</td>
            <td data-label="账号" className="num">
              <a href={`/office/accounts?q=${encodeURIComponent(agency.name)}`}>{agency.people.length}</a>
            </td>
            <td className="act">
              <AgencyActions agency={agency} commands={commands} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 曾用名 until the day on which the next name began. */
function FormerNames({ agency }: { agency: AdministeredAgency }) {
  const former = agency.names
    .slice(0, -1)
    .map((name, index) => ({ name: name.name, until: agency.names[index + 1]?.since ?? name.since }));
  if (former.length === 0) return null;
  return <small>曾用名：{former.map(({ name, until }) => `${name}（至 ${fullDay(until)}）`).join('、')}</small>;
}
