import type { ReactNode } from 'react';
import type { AdministrationAddress } from './administration-page';

/** What was found, or that nothing was; and whether there is more than is shown. */
export function FoundAgencies({
  here,
  all,
  query,
  count,
  more,
  children,
}: {
  here: AdministrationAddress;
  all: string;
  query: string;
  count: number;
  more: boolean;
  children: ReactNode;
}) {
  return (
    <>
      {count > 0 ? (
        children
      ) : (
        <p className="none-yet">
          没有找到“{query}”。<a href={here}>{all}</a>
        </p>
      )}
      {more ? <p className="none-yet">只显示了前 {count} 个机关，其余的请用上面的查找。</p> : null}
    </>
  );
}
