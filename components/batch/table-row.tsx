import { Mark } from '@/components/ui/mark';
import { severities, severityNames } from '@/lib/checks/finding';
import type { BatchRow } from '@/lib/workflow/batch';

/** One file: what was found in it, or why it could not be read. */
export function TableRow({ batch, row }: { batch: string; row: BatchRow }) {
  const { id, file, agency, year, counts, notChecked, error } = row;
  if (error !== null) {
    return (
      <tr role="row" className="unread">
        <td role="cell" colSpan={6} className="why">
          <Mark kind="idle" icon="late">
            未能读取
          </Mark>{' '}
          {error}。
        </td>
        <th scope="row" role="rowheader" className="file">
          {file}
        </th>
      </tr>
    );
  }
  return (
    <tr role="row">
      <th scope="row" role="rowheader" className="agency">
        <a href={`/office/batches/${batch}/${id}`}>{agency === '' ? '没有读到机关名称' : agency}</a>
      </th>
      <td role="cell" className="num" data-label="年度">
        {year}
      </td>
      {counts === null ? (
        <td role="cell" colSpan={4} className="why">
          已读取，取消前没有核对
        </td>
      ) : (
        <>
          {severities.map((severity) => (
            <td
              key={severity}
              role="cell"
              className="num count"
              data-label={counts[severity] === 0 ? severityNames[severity] : undefined}
            >
              {counts[severity] === 0 ? (
                <span className="zero">0</span>
              ) : (
                <Mark kind={severity}>
                  <span className="narrow-only">{severityNames[severity]} </span>
                  {counts[severity]}
                </Mark>
              )}
            </td>
          ))}
          <td role="cell" className="num not-checked" data-label="没有核对">
            {notChecked}
          </td>
        </>
      )}
      <td role="cell" className="file">
        {file}
      </td>
    </tr>
  );
}
