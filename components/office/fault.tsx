import type { ReactNode } from 'react';
import { Seal } from './masthead';

/** A page for what went wrong: what happened, what was kept, what to do, and the number to give. */
export function Fault({
  title,
  happened,
  kept,
  id,
  children,
}: {
  title: string;
  happened: string;
  kept: string;
  id?: string;
  children: ReactNode;
}) {
  return (
    <main className="entrance" id="main">
      <div className="entrance-sheet fault-sheet">
        <p className="entrance-brand">
          <Seal />
          年报
        </p>
        <h1>{title}</h1>
        <p>{happened}</p>
        <p>{kept}</p>
        {id === undefined ? null : (
          <p>
            编号 <b>{id}</b>，请告诉管理员。
          </p>
        )}
        <p className="acts">{children}</p>
      </div>
    </main>
  );
}
