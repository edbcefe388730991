'use client';

import { usePart, useSession } from '@/components/editor/session/use-session';
import { useJump } from '@/components/editor/jump';
import { Icon } from '@/components/ui/icon';
import type { GridBlock } from './grid';
import { balanceOf } from './balance';

function Column({ column, at }: { column: string; at: number }) {
  const sides = usePart((state) => {
    const balance = balanceOf(state.resolved.report.cells, column);
    return balance.is === 'broken' ? `${balance.left} ${balance.right}` : balance.is;
  });
  if (sides === 'even') {
    return (
      <td role="cell" className={`balance k${at}`}>
        <span>
          <Icon name="done" /> 平
        </span>
      </td>
    );
  }
  if (sides === 'open') {
    return (
      <td role="cell" className={`balance open k${at}`}>
        <span>
          <Icon name="blank" /> 待填
        </span>
      </td>
    );
  }
  const [left = '0', right = '0'] = sides.split(' ');
  // Beyond eight characters the two sums stand below each other in smaller type.
  const long = sides.length > 8 ? ' long' : '';
  return (
    <td role="cell" className={`balance broken${long} k${at}`}>
      <b>
        {left} <wbr />≠ {right}
      </b>
      <span>
        <Icon name="error" /> 差 {Math.abs(Number(left) - Number(right))}
      </span>
    </td>
  );
}

/** 逐列勾稽: every column's identity, and the first one that does not hold with what would mend it. */
export function SheetFoot({ block }: { block: GridBlock }) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th role="rowheader" scope="row" colSpan={block.labels}>
          <b>逐列勾稽</b>一 + 二，须等于三（七）+ 四
        </th>
        {block.columns.map((column, index) => (
          <Column key={column.id} column={column.id} at={index + 1} />
        ))}
      </tr>
      <Verdict columns={block.labels + block.columns.length} />
    </tfoot>
  );
}

function Verdict({ columns }: { columns: number }) {
  const session = useSession();
  const jump = useJump();
  const finding = usePart((state) => {
    const broken = state.result.findings.filter((one) => one.rule === 'T3-03');
    return broken.find((one) => one.fix !== undefined) ?? broken[0] ?? null;
  });
  if (finding === null) return null;
  const { fix } = finding;
  const cell = fix?.cell ?? finding.culprits?.[0] ?? finding.cells[0];
  return (
    <tr role="row" className="verdict">
      <td role="cell" colSpan={columns}>
        <div className="verdict-box">
          <p>
            <b>{finding.title}。</b>
            {finding.terms?.map((term) => `${term.label} = ${term.value}`).join('；')}
            {finding.terms === undefined ? null : '。'}
            {finding.suggestion}
          </p>
          <span className="go">
            {fix === undefined || !session.mayEdit ? null : (
              <button
                type="button"
                className="button small main"
                onClick={() => session.apply([{ path: fix.cell, value: fix.value }])}
              >
                {fix.label}
              </button>
            )}
            {cell === undefined ? null : (
              <button type="button" className="button small" onClick={() => jump({ path: cell })}>
                转到该格
              </button>
            )}
          </span>
        </div>
      </td>
    </tr>
  );
}
