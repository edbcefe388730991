import type { ReactNode } from 'react';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';

const pages = [
  { href: '/office/accounts', name: '账号' },
  { href: '/office/agencies', name: '机关' },
  { href: '/office/records', name: '办理记录' },
] as const;
export type AdministrationAddress = (typeof pages)[number]['href'];

/** A page of administration: the way between its pages, what this one is, what can be done on it, and what it lists. */
export function AdministrationPage({
  person,
  here,
  says,
  tools,
  children,
}: {
  person: string;
  here: AdministrationAddress;
  /** Below the name of the page. */
  says: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <AdministrationFrame person={person}>
      <nav className="tabs" aria-label="管理">
        {pages.map(({ href, name }) => (
          <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className="work-head">
        <div>
          <h1>{pages.find(({ href }) => href === here)?.name}</h1>
          <p>{says}</p>
        </div>
        {tools === undefined ? null : <div className="tools">{tools}</div>}
      </div>
      {children}
    </AdministrationFrame>
  );
}

/** For somebody who administers nothing: why there is nothing to see, and the way back. */
export function AdministrationRefused({ person, message }: { person: string; message: string }) {
  return (
    <AdministrationFrame person={person}>
      <h1>不能打开这一页</h1>
      <p className="none-yet">
        {message}。<a href="/office">回到工作台</a>
      </p>
    </AdministrationFrame>
  );
}

function AdministrationFrame({ person, children }: { person: string; children: ReactNode }) {
  return (
    <>
      <Masthead agency="管理" person={<Person name={person} role="" />} />
      <main className="board administration" id="main">
        {children}
      </main>
    </>
  );
}
