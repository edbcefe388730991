import type { HeadingAsWritten } from '@/lib/report/as-written';
import { labelWords, sameLabel } from '@/lib/report/label';
import { sectionIds, type Format, type SectionId } from '@/lib/statute/format';
import { linesOf } from '@/lib/statute/table';
import { documentRule } from '@/lib/checks/engine/as-document';
import { perFormat } from '@/lib/checks/engine/per-format';
import type { Verdict } from '@/lib/checks/engine/rule';

const source = '条例第五十条，统一格式';
const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A heading, and the section in which it stands when it heads none of the six. */
interface Placed extends HeadingAsWritten {
  readonly within: SectionId;
  readonly fault: 'doubled' | 'early' | 'series' | 'seventh' | null;
}

/** Labels of table three carry first-level numbers too: 一、本年新收……. */
const numberedRows = perFormat((format) =>
  format.tables.applications.blocks.flatMap(({ rows }) =>
    linesOf(rows).flatMap(({ labels }) => labels.map(labelWords)),
  ),
);

const after = (section: SectionId): number => sectionIds.indexOf(section);
const seventh = /^\s*(?:[七八九]|十[一二三]?)\s*[、.．]/;

/** Where each heading stands and what is wrong with its place; of another series only its first heading is named. */
function placed(headings: readonly HeadingAsWritten[], format: Format): Placed[] {
  const seen = new Set<SectionId>();
  let within: SectionId = 'overview';
  let inSeries = false;
  return headings.flatMap((heading): Placed[] => {
    const { section, text } = heading;
    if (section === null) {
      if (numberedRows(format).includes(labelWords(text))) return [];
      const first = !inSeries;
      inSeries = true;
      if (!first) return [];
      return [{ ...heading, within, fault: within === 'other' && seventh.test(text) ? 'seventh' : 'series' }];
    }
    inSeries = false;
    const fault = seen.has(section)
      ? 'doubled'
      : [...seen].some((other) => after(other) > after(section))
        ? 'early'
        : null;
    seen.add(section);
    within = section;
    return [{ ...heading, within, fault }];
  });
}

export const orderOfSections = documentRule<Placed>('SEC-02', {
  source,
  reads: [],
  says: '六个部分应依次排列，各出现一次，不混入另一套“一、二、”序号',
  severity: 'warning',
  note: '第六部分之后另有“七、”的为提示',
  forEach: ({ headings }, { format }) => placed(headings, format),
  holds: ({ text, within, fault }): Verdict => {
    if (fault === null) return null;
    const told = {
      doubled: { title: `“${quoted(text)}”出现两次`, detail: `“${quoted(text)}”出现不止一次` },
      early: { title: `“${quoted(text)}”次序不对`, detail: `“${quoted(text)}”排在了后面的部分之后` },
      series: {
        title: `另有一套序号：“${quoted(text)}”`,
        detail: `“${quoted(text)}”不是六个部分的标题，却用了“一、”一级的序号`,
      },
      seventh: { title: `多出“${quoted(text)}”`, detail: `六个部分之外还有“${quoted(text)}”` },
    }[fault];
    return {
      ...told,
      cells: [],
      where: { section: within },
      stated: quoted(text),
      ...(fault === 'seventh' && { severity: 'notice' as const }),
      ...(fault === 'series' && { suggestion: '部分之内的标题请用“（一）”' }),
    };
  },
});

export const sectionTitles = documentRule<HeadingAsWritten>('SEC-03', {
  source,
  reads: [],
  says: '六个部分的标题应与统一格式一致',
  severity: 'warning',
  forEach: ({ headings }) => headings.filter(({ section }) => section !== null),
  holds: ({ section, text }, { format }): Verdict => {
    const form = format.sections.find(({ id }) => id === section)?.title ?? '';
    if (section === null || sameLabel(text, form)) return null;
    return {
      title: `标题写作“${quoted(text)}”`,
      detail: `标题写作“${quoted(text)}”，统一格式为“${form}”`,
      cells: [],
      where: { section },
      stated: quoted(text),
      expected: form,
      suggestion: '请照统一格式改',
    };
  },
});

export const headingRules = [orderOfSections, sectionTitles];
