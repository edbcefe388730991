import { Icon } from '@/components/ui/icon';

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
