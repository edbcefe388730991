import type { ReactNode } from 'react';
import { Mark } from '@/components/ui/mark';
import type { BatchRow } from '@/lib/workflow/batch';
import { standingOf, type Standing } from './rows';

/** A batch in five numbers. */
export function Summary({ rows }: { rows: readonly BatchRow[] }) {
  const count = (standing: Standing): number => rows.filter((row) => standingOf(row) === standing).length;
  return (
    <div className="lanes batch-lanes">
      <Lane count={rows.length}>个文件</Lane>
      <Lane count={count('errors')} late>
        <Mark kind="error">有错误</Mark>
      </Lane>
      <Lane count={count('doubts')}>
        <Mark kind="warning">只有待说明或提示</Mark>
      </Lane>
      <Lane count={count('clean')}>
        <Mark kind="done">没有发现问题</Mark>
      </Lane>
      <Lane count={count('unread')}>
        <Mark kind="idle" icon="late">
          未能读取
        </Mark>
      </Lane>
    </div>
  );
}

function Lane({ count, late = false, children }: { count: number; late?: boolean; children: ReactNode }) {
  return (
    <p className={late && count > 0 ? 'late' : undefined}>
      <b>{count}</b>
      {children}
    </p>
  );
}
