import type { ReactNode } from 'react';

/** The band on top of every page of the office: where one is, the state of it, what can be done, who one is. */
export function Masthead({
  agency,
  detail,
  state,
  children,
  actions,
  person,
}: {
  agency?: string;
  /** 2023 年度报告 */
  detail?: string;
  state?: ReactNode;
  /** Next to the state, such as when it was saved. */
  children?: ReactNode;
  actions?: ReactNode;
  person?: ReactNode;
}) {
  return (
    <header className="masthead">
      <a className="brand" href="/office">
        <Seal />
        年报
      </a>
      {agency === undefined ? null : (
        <div className="where">
          <b>{agency}</b>
          <span>{detail}</span>
        </div>
      )}
      {state}
      {children === undefined ? null : <span className="saved">{children}</span>}
      <div className="actions push">
        {actions}
        {person === undefined ? null : <span className="person">{person}</span>}
      </div>
    </header>
  );
}

export function Seal() {
  return (
    <svg className="seal" viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="3" />
      <path d="M7 8.5h14M7 14h14M7 19.5h8M14 8.5v11" />
    </svg>
  );
}
