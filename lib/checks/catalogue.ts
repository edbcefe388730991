import { agencyRules } from './agency-name';
import { arrangement } from './arrangement';
import { brevityRules } from './brevity';
import { cellRules } from './cells';
import { dateRules } from './dates';
import { enumerationAddsUp, missingItem, roundedExactly } from './enumerations';
import { formVersionRules } from './form-version';
import { headingRules } from './headings';
import { introRules } from './intro';
import { labelRules } from './labels';
import { languageRules } from './language';
import { leakRules } from './leaks';
import { markRules } from './marks';
import { personalRules } from './personal';
import { numbering } from './numbering';
import { problemsAndMeasures } from './problems';
import { disclosureInProse } from './prose-disclosure';
import { feeProseRules } from './prose-fees';
import { handledProseRules } from './prose-handled';
import { outcomeProseRules } from './prose-outcomes';
import { platformProseRules } from './prose-platforms';
import { receivedProseRules } from './prose-received';
import { remedyProseRules } from './prose-remedies';
import { percentFollows } from './prose-shares';
import { changeSinceLastYear } from './prose-year-on-year';
import { publicationRules } from './publication';
import { repetitions } from './repetitions';
import { converterRests } from './residue';
import type { Entry, Rule } from './rule';
import { sectionRules } from './sections';
import { copied } from './similarity';
import { tableFourRules } from './table-four';
import { culprit, tableThreeRules } from './table-three';
import { tableTwoRules } from './table-two';
import { wordRules } from './words';
import { yearWordRules } from './year-words';
import { yearRules } from './years';
import { titleRules } from './title';
import { topics } from './topics';

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
