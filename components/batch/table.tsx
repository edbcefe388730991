'use client';

import { useMemo, useState } from 'react';
import type { BatchRow } from '@/lib/workflow/batch';
import { columnNames, columns, shownRows, standingOf, totalsOf, type Column, type Filter, type Order } from './rows';
import { TableRow } from './table-row';

const filters: readonly { readonly filter: Filter; readonly name: string }[] = [
  { filter: 'all', name: '全部' },
  { filter: 'errors', name: '有错误' },
  { filter: 'unread', name: '未能读取' },
];
const figures: readonly Column[] = ['year', 'error', 'warning', 'notice', 'notChecked'];

/** The table in which a batch ends: one row a file, sorted by any column. */
export function BatchTable({ id, rows }: { id: string; rows: readonly BatchRow[] }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>(null);
  const shown = useMemo(() => shownRows(rows, filter, order), [rows, filter, order]);
  const totals = totalsOf(shown);
  const count = (one: Filter): number =>
    one === 'all' ? rows.length : rows.filter((row) => standingOf(row) === one).length;
  const sort = (column: Column): void =>
    setOrder((now) => ({ column, down: now?.column === column ? !now.down : figures.includes(column) }));
  return (
    <section aria-label="核对结果">
      <div className="batch-tools">
        <div className="batch-filters" role="group" aria-label="只看">
          {filters.map((one) => (
            <button
              key={one.filter}
              type="button"
              className="button small"
              aria-pressed={filter === one.filter}
              onClick={() => setFilter(one.filter)}
            >
              {one.name} {count(one.filter)}
            </button>
          ))}
        </div>
        <label className="order">
          排序
          <select
            className="select"
            value={order?.column ?? ''}
            onChange={(event) => setOrder(chosen(event.target.value))}
          >
            <option value="">问题多的在前</option>
            {columns.map((column) => (
              <option key={column} value={column}>
                按{columnNames[column]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <table className="list batch-table" role="table">
        <caption className="vh">每个文件一行</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                role="columnheader"
                className={figures.includes(column) ? 'num' : undefined}
                aria-sort={order?.column === column ? (order.down ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" className="sort" onClick={() => sort(column)}>
                  {columnNames[column]}
                  <span aria-hidden="true">{order?.column === column ? (order.down ? '↓' : '↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <TableRow key={row.id} batch={id} row={row} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader" colSpan={2}>
              合计 {shown.length} 个文件
            </th>
            {(['error', 'warning', 'notice'] as const).map((severity) => (
              <td key={severity} role="cell" className="num" data-label={columnNames[severity]}>
                {totals[severity]}
              </td>
            ))}
            <td role="cell" colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function chosen(value: string): Order {
  const column = columns.find((known) => known === value);
  return column === undefined ? null : { column, down: figures.includes(column) };
}
