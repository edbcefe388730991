import { sectionIds, type SectionId } from '@/lib/statute/format';
import { foundInSections } from '@/lib/checks/engine/in-sections';
import { ofParagraphs, paragraphsIn, perPassage } from '@/lib/checks/engine/read-before';
import { rule, type Verdict } from '@/lib/checks/engine/rule';
import { bare, saysNothing } from './sections';
import { normal, passageOf, where, type Passage } from '@/lib/checks/engine/text';

interface Stray extends Passage {
  readonly at: number;
  readonly words: string;
}

const short = /^[\u3400-\u9fff]{1,3}$/;
/**
 * Lines that short which mean something: nothing to tell, what comes next, an agency's short name, a page's own words.
 */
const meant =
  /^(?:无|略|暂无|没有|空|附件|附表|附录|附|目录|前言|引言|序言|摘要|正文|结语|结束|完|如下|表[一二三四]|打印|关闭|分享|下载|收藏|返回|首页|字号|[大中小]|上一篇|下一篇|纠错|导出|更多)$|(?:局|委|办|厅|府|室|院|会|处|所|队|校|站|社|心|署|部|镇|乡|区|县|市|省|旗|州|盟|件|元)$/;

/** The words of a line if they are too short to mean something, else none; null for an empty line. */
const shortIn = ofParagraphs(({ text }): { readonly at: number; readonly words: string } | null => {
  const line = normal(text);
  const words = line.replace(/\s/g, '');
  if (words === '') return null;
  return { at: line.search(/\S/), words: short.test(words) && !meant.test(words) ? line.trim() : '' };
});

/** Short lines before the first heading, and at the edges of the sections. */
const strays = perPassage((passage): readonly Stray[] => {
  const { section, text } = passage;
  const { starts } = paragraphsIn(passage);
  const lines = shortIn(passage);
  const [first, last] = [lines.findIndex((line) => line !== null), lines.findLastIndex((line) => line !== null)];
  const edges = section === 'preamble' ? [...lines.keys()] : first < last ? [first, last] : [];
  return edges.flatMap((index): Stray[] => {
    const line = lines[index];
    return line == null || line.words === ''
      ? []
      : [{ section, text, at: (starts[index] ?? 0) + line.at, words: line.words }];
  });
});

const linesIn = foundInSections(
  ['preamble', ...sectionIds],
  () =>
    (passage): readonly (Stray | null)[] =>
      passage.text === '' || strays(passage).length > 0 ? strays(passage) : [null],
);

export const strayLine = rule('SEC-10', {
  source: '校对',
  reads: 'text',
  says: '标题与正文之间、各部分之间不应有多余的短行',
  severity: 'warning',
  forEach: ({ report }) => linesIn(report),
  holds: (stray): Verdict => {
    if (stray === null) return null;
    const { section, text, at, words } = stray;
    return {
      title: `多出一行“${words}”`,
      detail: `单独一行“${words}”，不是标题，也不成句`,
      cells: [],
      where: where(section, text, at, words.length),
      stated: words,
      suggestion: '请核实后删去',
    };
  },
});

const least: readonly (readonly [SectionId, number])[] = [
  ['overview', 150],
  ['problems', 80],
];

const hanIn = ofParagraphs(({ text }) => text.match(/[\u3400-\u9fff]/g)?.length ?? 0);
/** More characters than any text of `saysNothing` has: only shorter ones are held against it. */
const surelySays = 20;

/** The Chinese characters of a text; null where it says nothing. */
const countHan = perPassage((passage): number | null => {
  const han = hanIn(passage).reduce((sum, count) => sum + count, 0);
  return han < surelySays && (passage.text.trim() === '' || saysNothing.test(bare(passage.text))) ? null : han;
});

export const tooShort = rule('SEC-12', {
  source: '国办公开办函〔2021〕30号（四）明确责任',
  reads: ['overview', 'problems'],
  says: '总体情况不少于 150 字、第五部分不少于 80 字，过短难免内容空泛',
  severity: 'notice',
  forEach: ({ report }) =>
    least.flatMap(([section, count]) => {
      const han = countHan(passageOf(report, section));
      return han === null ? [] : [{ section, count, han }];
    }),
  holds: ({ section, count, han }, { format }): Verdict => {
    if (han >= count) return null;
    const title = format.sections.find(({ id }) => id === section)?.title ?? sectionIds[0];
    return {
      title: `“${title}”只有 ${han} 字`,
      detail: `“${title}”有 ${han} 个汉字，少于 ${count} 个`,
      cells: [],
      where: { section },
      stated: String(han),
      expected: `不少于 ${count}`,
    };
  },
});

export const brevityRules = [strayLine, tooShort];
