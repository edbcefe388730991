import { fullMoment } from '@/components/ui/time';
import type { AdminRecord } from '@/lib/workflow/administration-view';

/** What administrators did, newest first. */
export function Records({ records }: { records: readonly AdminRecord[] }) {
  return (
    <table className="list records">
      <caption className="vh">管理员办理的事项，最近的在前</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">办理人</th>
          <th scope="col">机关</th>
          <th scope="col">办理事项</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td data-label="时间">
              <time dateTime={record.at}>{fullMoment(record.at)}</time>
            </td>
            <td data-label="办理人">{record.by}</td>
            <td data-label="机关">{record.agency}</td>
            <td className="wide">{record.says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
