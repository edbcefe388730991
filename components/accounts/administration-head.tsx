import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { Icon } from '@/components/ui/icon';

const pages = [
  { href: '/office/accounts', name: '账号' },
  { href: '/office/agencies', name: '机关' },
  { href: '/office/records', name: '办理记录' },
] as const;

/** The band of the pages of administration, with the way between them. */
export function AdministrationMasthead({ person }: { person: string }) {
  return <Masthead agency="管理" person={<Person name={person} role="" />} />;
}

export function AdministrationNav({ here }: { here: (typeof pages)[number]['href'] }) {
  return (
    <nav className="tabs" aria-label="管理">
      {pages.map(({ href, name }) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** A plain form that looks in the names of agencies and people. */
export function LookFor({ action, label, query }: { action: string; label: string; query: string }) {
  return (
    <form className="look-for" action={action} role="search">
      <label className="vh" htmlFor="look-for">
        {label}
      </label>
      <Icon name="find" />
      <input id="look-for" type="search" name="q" defaultValue={query} placeholder={label} />
      <button type="submit" className="button small">
        查找
      </button>
    </form>
  );
}
