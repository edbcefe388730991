import { agencyRules } from '@/lib/checks/rules/form/agency-name';
import { arrangement } from '@/lib/checks/rules/form/arrangement';
import { brevityRules } from '@/lib/checks/rules/form/brevity';
import { cellRules } from '@/lib/checks/rules/tables/cells';
import { dateRules } from '@/lib/checks/rules/prose/dates';
import { enumerationAddsUp, missingItem, roundedExactly } from '@/lib/checks/rules/prose/enumerations';
import { formVersionRules } from '@/lib/checks/rules/form/form-version';
import { headingRules } from '@/lib/checks/rules/form/headings';
import { introRules } from '@/lib/checks/rules/form/intro';
import { labelRules } from '@/lib/checks/rules/form/labels';
import { languageRules } from '@/lib/checks/rules/language/language';
import { leakRules } from '@/lib/checks/rules/language/leaks';
import { markRules } from '@/lib/checks/rules/language/marks';
import { personalRules } from '@/lib/checks/rules/language/personal';
import { numbering } from '@/lib/checks/rules/form/numbering';
import { problemsAndMeasures } from '@/lib/checks/rules/form/problems';
import { disclosureInProse } from '@/lib/checks/rules/prose/disclosure';
import { feeProseRules } from '@/lib/checks/rules/prose/fees';
import { handledProseRules } from '@/lib/checks/rules/prose/handled';
import { outcomeProseRules } from '@/lib/checks/rules/prose/outcomes';
import { platformProseRules } from '@/lib/checks/rules/prose/platforms';
import { receivedProseRules } from '@/lib/checks/rules/prose/received';
import { remedyProseRules } from '@/lib/checks/rules/prose/remedies';
import { percentFollows } from '@/lib/checks/rules/prose/shares';
import { changeSinceLastYear } from '@/lib/checks/rules/prose/year-on-year';
import { publicationRules } from '@/lib/checks/rules/form/publication';
import { repetitions } from '@/lib/checks/rules/language/repetitions';
import { converterRests } from '@/lib/checks/rules/language/residue';
import type { Entry, Rule } from '@/lib/checks/engine/rule';
import { sectionRules } from '@/lib/checks/rules/form/sections';
import { copied } from '@/lib/checks/rules/language/similarity';
import { tableFourRules } from '@/lib/checks/rules/tables/table-four';
import { culprit, tableThreeRules } from '@/lib/checks/rules/tables/table-three';
import { tableTwoRules } from '@/lib/checks/rules/tables/table-two';
import { wordRules } from '@/lib/checks/rules/language/words';
import { yearWordRules } from '@/lib/checks/rules/prose/year-words';
import { yearRules } from '@/lib/checks/rules/prose/years';
import { titleRules } from '@/lib/checks/rules/form/title';
import { topics } from '@/lib/checks/rules/form/topics';

/** A part of the printed catalogue. */
export interface Chapter {
  readonly title: string;
  readonly entries: readonly (Rule | Entry)[];
}

const parts: readonly Chapter[] = [
  { title: '标题和机关名称', entries: [...titleRules, ...agencyRules] },
  {
    title: '六个部分',
    entries: [...sectionRules, ...headingRules, topics, problemsAndMeasures, ...introRules, ...brevityRules, numbering],
  },
  { title: '格式和栏目', entries: [...formVersionRules, ...labelRules, arrangement] },
  { title: '单元格', entries: cellRules },
  { title: '表二 主动公开政府信息情况', entries: tableTwoRules },
  { title: '表三 收到和处理政府信息公开申请情况', entries: [...tableThreeRules, culprit] },
  { title: '表四 行政复议、行政诉讼情况', entries: tableFourRules },
  {
    title: '正文与表格',
    entries: [
      disclosureInProse,
      ...receivedProseRules,
      ...handledProseRules,
      ...outcomeProseRules,
      ...remedyProseRules,
      changeSinceLastYear,
    ],
  },
  {
    title: '正文中的数',
    entries: [enumerationAddsUp, missingItem, percentFollows, roundedExactly, ...platformProseRules, ...feeProseRules],
  },
  { title: '年份与日期', entries: [...yearRules, ...yearWordRules, ...dateRules] },
  { title: '文字', entries: [repetitions, ...wordRules, ...markRules, ...languageRules, copied] },
  { title: '不得公开的内容', entries: [...leakRules, ...personalRules, converterRests] },
  { title: '公布', entries: publicationRules },
];

/** By number within a prefix, and prefixes as they come: whoever looks for SEC-04 finds it behind SEC-03. */
function numbered(entries: Chapter['entries']): Chapter['entries'] {
  const prefix = ({ id }: Entry): string => id.slice(0, id.indexOf('-'));
  const prefixes = [...new Set(entries.map(prefix))];
  return [...entries].sort(
    (a, b) => prefixes.indexOf(prefix(a)) - prefixes.indexOf(prefix(b)) || (a.id < b.id ? -1 : 1),
  );
}

/** Every rule, in the order of the report. */
export const chapters: readonly Chapter[] = parts.map(({ title, entries }) => ({ title, entries: numbered(entries) }));

const runs = (entry: Rule | Entry): entry is Rule => 'run' in entry;

export const rules: readonly Rule[] = chapters.flatMap(({ entries }) => entries.filter(runs));
