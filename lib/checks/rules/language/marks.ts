import { isHeading } from '@/lib/report/prose';
import { foundInSections } from '@/lib/checks/engine/in-sections';
import { perParagraph, perPassage } from '@/lib/checks/engine/read-before';
import { rule } from '@/lib/checks/engine/rule';
import { breachAt, quoteOf, type Spot } from '@/lib/checks/engine/spots';
import type { Subject } from '@/lib/checks/engine/subject';
import { normal, textPlaces, type Passage } from '@/lib/checks/engine/text';

interface Fault extends Spot {
  readonly what: 'unpaired' | 'open-ended' | 'doubled';
  /** How many of its kind the text has. */
  readonly count: number;
}

const pairs: Readonly<Record<string, string>> = { '“': '”', '《': '》', '（': '）' };
const closing: Readonly<Record<string, string>> = { '”': '“', '》': '《', '）': '（' };

/**
 * The first mark of a paragraph that has no partner. Half-width brackets may close full-width ones; 1） and a） number
 * items.
 */
function unpaired(line: string): number | null {
  const open: { mark: string; at: number }[] = [];
  for (const { 0: found, index } of line.matchAll(/[“”《》（）()]/g)) {
    const mark = found === '(' ? '（' : found === ')' ? '）' : found;
    if (mark in pairs) open.push({ mark, at: index });
    else if (open.at(-1)?.mark === closing[mark]) open.pop();
    else if (
      mark === '）' &&
      /(?:^|[\s；;。，、：])(?:[\da-zA-Z]{1,2}|[一二三四五六七八九十]{1,2})$/.test(line.slice(0, index))
    )
      continue;
    else return index;
  }
  return open[0]?.at ?? null;
}

const ended = /[。！？：；…”》）)!?:;.]\s*$/;
const numbered =
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十]+|注[：:]|附|[a-zA-Z])/;

/** Running text that stops without a mark: a heading, an item of a list and a single word may. */
const openEnded = (line: string): boolean => {
  const bare = line.trim();
  if (ended.test(bare) || isHeading(bare) || bare.length < 20 || !(/[。；]/.test(bare) || /，.*，/.test(bare)))
    return false;
  return !(numbered.test(bare) && bare.length < 40 && !/[。；]/.test(bare)) && /[\u4e00-\u9fff\d]$/.test(bare);
};

/** 。。 and ，， , or two different ones: 。， */
const doubledMarks = /([。，；：、])\1+|[，、；：]+。|。[，、；]/g;

const faultsOfParagraph = perParagraph(({ section, text }): readonly Fault[] => {
  if (section === 'title' || section === 'signature') return [];
  const plain = normal(text);
  const at = (what: Fault['what'], offset: number, length: number): Fault => ({
    section,
    text,
    at: offset,
    length,
    what,
    count: 1,
  });
  const index = unpaired(plain);
  const end = plain.trimEnd().length;
  return [
    ...(index === null ? [] : [at('unpaired', index, 1)]),
    ...(openEnded(plain) ? [at('open-ended', Math.max(0, end - 6), Math.min(6, end))] : []),
    ...[...plain.matchAll(doubledMarks)].map((found) => at('doubled', found.index, found[0].length)),
  ];
});

/** Paragraphs without a mark at their end are told of once a text. */
const faultsIn = perPassage((passage): readonly Fault[] => {
  const faults = faultsOfParagraph(passage);
  const of = (what: Fault['what']): Fault[] => faults.filter((fault) => fault.what === what);
  const open = of('open-ended');
  return [...of('unpaired'), ...open.slice(0, 1).map((first) => ({ ...first, count: open.length })), ...of('doubled')];
});

function inText(find: (passage: Passage) => readonly Fault[]): (subject: Subject) => readonly Fault[] {
  const found = foundInSections(textPlaces, () => find);
  return ({ report }) => found(report);
}

export const unfinishedMarks = rule('LNG-03', {
  source: 'GB/T 15834 标点符号用法',
  says: '引号、书名号、括号应成对，段末应有标点，标点不应连用',
  severity: 'notice',
  note: '段末缺标点，每部分提示一次',
  reads: 'text',
  forEach: inText(faultsIn),
  holds: (fault) => {
    const quote = quoteOf(fault);
    if (fault.what === 'unpaired')
      return breachAt(fault, { title: `“${quote}”没有成对`, suggestion: `请补上与“${quote}”成对的一半，或删去` });
    if (fault.what === 'doubled') return breachAt(fault, { title: `标点“${quote}”连用`, suggestion: '请留下一个' });
    return breachAt(fault, {
      title: `${fault.count > 1 ? `${fault.count} 段` : '一段'}末尾没有标点`,
      detail: `“……${quote}”之后没有标点`,
      suggestion: '请补上句号',
    });
  },
});

const han = '[\\u4e00-\\u9fff”》）]';
const halfWidth = new RegExp(
  `(?<=${han})[,;:](?=[\\u4e00-\\u9fff“《（])|(?<=[\\u4e00-\\u9fff])\\((?=[\\u4e00-\\u9fff“《][^()（）]*\\))|(?<=\\([^()（）\\n]{2,80})\\)(?=[\\u4e00-\\u9fff，。；、])`,
  'g',
);

const halfWidthIn = perPassage(({ section, text }): readonly Fault[] => {
  if (section === 'title' || section === 'signature' || !/[,;:()]/.test(text)) return [];
  const found = [...text.matchAll(halfWidth)];
  const [first] = found;
  return first === undefined
    ? []
    : [{ section, text, at: first.index, length: first[0].length, what: 'doubled', count: found.length }];
});

export const halfWidthMarks = rule('LNG-04', {
  source: 'GB/T 15834 标点符号用法',
  says: '汉字之间应用全角标点',
  severity: 'notice',
  note: '每部分提示一次；表格不核对',
  reads: 'text',
  forEach: inText(halfWidthIn),
  holds: (fault) =>
    breachAt(fault, {
      title: `${fault.count > 1 ? `${fault.count} 处` : ''}半角标点“${quoteOf(fault)}”`,
      suggestion: '请改为全角标点',
    }),
});

export const markRules = [unfinishedMarks, halfWidthMarks];
