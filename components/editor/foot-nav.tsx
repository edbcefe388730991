import { sectionIds, type SectionId } from '@/lib/statute/format';
import { followed } from './rail';
import { numeralOfSection } from './sections';

/** To the part before and after. */
export function FootNav({ base, current, go }: { base: string; current: SectionId; go: (section: SectionId) => void }) {
  const at = sectionIds.indexOf(current);
  const link = (id: SectionId | undefined, words: string) =>
    id === undefined ? (
      <span />
    ) : (
      <a className="button" href={`${base}/${id}`} onClick={(event) => followed(event, () => go(id))}>
        {words}：{numeralOfSection(id)}
      </a>
    );
  return (
    <nav className="foot-nav" aria-label="前后部分">
      {link(sectionIds[at - 1], '上一部分')}
      {link(sectionIds[at + 1], '下一部分')}
    </nav>
  );
}
