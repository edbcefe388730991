import { paragraphsIn, perPassage, perSection, type Paragraph, type Piece } from '@/lib/checks/engine/read-before';
import { normal, type Passage, type Sentence } from '@/lib/checks/engine/text';
import { quantitiesIn, type Quantity } from './quantity';
import { applicationWords, headingTopic, type Topic } from './topic';
import { yearsBefore, type Years } from './years';

/** A number of the prose together with the words that say what it counts. */
export interface Statement {
  /** Up to the full stop, semicolons included. */
  readonly sentence: Sentence;
  readonly quantity: Quantity;
  /** Its place among the quantities of the sentence. */
  readonly index: number;
  /** The words before the number, from the comma or number before them. */
  readonly lead: string;
  /** Offset of the lead in the sentence. */
  readonly from: number;
  /** The words after the unit, up to the comma or number after them. */
  readonly tail: string;
  /** Takes apart a number given before it: 其中……, 包括……, （……）. */
  readonly isPart: boolean;
  /** 较上年增加3件: counts a change. */
  readonly isChange: boolean;
  readonly years: Years;
  /** What the paragraph is about where the sentence itself does not say. */
  readonly topic: Topic;
}

export interface Told extends Piece {
  readonly sentence: Sentence;
  readonly statements: readonly Statement[];
  readonly topic: Topic;
}

const boundary = /[，,；;：:（()）]/;
/** What runs on for longer than this without a stop is no sentence, and would be slow to search. */
const longest = 2000;
/** A lead of these words alone says nothing: what came before the comma goes on (收到申请，经统计，全年共8件). */
const empty =
  /^[\s“”"，,：:；;]*(?:共|总|合|计|为|是|有|达到?|约|数量|总数|件数|总量|全年|全[市区县]|我[局市区县镇委办]|本年度?|一|仅|只|了|经统计|据统计|经汇总|累|[，,：:；;\s])*$/;
/** What the applications were about stands between them and their number: 收到申请，主要涉及土地征收，共8件. */
const aside = /(?:^|[，,])(?:主要|内容)?(?:涉及|集中)[^，,；;]*[，,]/;
const change = /(?:增加|减少|增长|下降|上升|降低|提高|提升|回落|(?<![新])增|减|多|少|上浮|多出|超出)(?:了|约|到)?\s*$/;

/** Whether what stands before a number leaves it inside 其中 or an open bracket that follows another number. */
function takesApart(before: string, hasEarlier: boolean): boolean {
  if (/其中[^；;]*$/.test(before)) return true;
  if (!hasEarlier) return false;
  const bracket = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('));
  if (bracket > Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))) return /\d/.test(before.slice(0, bracket));
  return /(?:包括|包含|分别[为是有]?)[^；;]*$/.test(before);
}

/** Where the words begin that say what a number counts. What follows another number belongs to that one. */
function leadFrom(text: string, earlier: number, start: number): number {
  const clause = (end: number): number => {
    let from = end;
    while (from > earlier && !boundary.test(text.charAt(from - 1))) from -= 1;
    return from;
  };
  const own = clause(start);
  let from = own;
  while (from > earlier && empty.test(text.slice(from, start).replace(/^/, '，').replace(aside, '，')))
    from = clause(from - 1);
  return from === earlier && earlier > 0 && from < own ? own : from;
}

function statementsIn(sentence: Sentence, topic: Topic): Statement[] {
  const { text } = sentence;
  if (!/\d|[一二两三四五六七八九十百千]/.test(text)) return [];
  const quantities = quantitiesIn(text);
  return quantities.flatMap((quantity, index): Statement[] => {
    const earlier = quantities[index - 1]?.end ?? 0;
    const before = text.slice(0, quantity.start);
    // A saying in quotation marks counts nothing: 办结一件、满意一件.
    if (before.lastIndexOf('“') > before.lastIndexOf('”')) return [];
    if (quantity.value === 1 && /[每凡逢][^，；\d]{0,6}$/.test(before)) return [];
    const from = leadFrom(text, earlier, quantity.start);
    const lead = text.slice(from, quantity.start).replace(aside, '，');
    const limit = quantities[index + 1]?.start ?? text.length;
    let to = quantity.end;
    while (to < limit && !boundary.test(text.charAt(to)) && text.charAt(to) !== '、') to += 1;
    return [
      {
        sentence,
        quantity,
        index,
        lead,
        from,
        tail: text.slice(quantity.end, to),
        isPart: takesApart(before, index > 0),
        isChange: change.test(lead) || /^\s*的(?:增长|增幅|降幅|下降)/.test(text.slice(quantity.end, quantity.end + 4)),
        years: yearsBefore(before),
        topic,
      },
    ];
  });
}

/** Where a section speaks of one matter throughout. */
const topics: Partial<Record<Passage['section'], Topic>> = { applications: 'application', remedies: 'remedy' };

/** Where a paragraph stands in its text. */
interface Place {
  start: number;
  passage: string;
}

/** A sentence of a paragraph, wherever that stands: only the place of the paragraph is told anew. */
class OfParagraph implements Sentence {
  within: Place = { start: 0, passage: '' };
  /** Offset in the paragraph. */
  at = 0;

  constructor(
    readonly section: Passage['section'],
    readonly text: string,
  ) {}

  get start(): number {
    return this.within.start + this.at;
  }

  get passage(): string {
    return this.within.passage;
  }
}

/** What was read of a sentence. */
interface Reading {
  readonly sentence: OfParagraph;
  readonly told: Told;
  /** The topic of what follows. */
  readonly next: Topic;
}

function readingOf(section: Passage['section'], text: string, opensParagraph: boolean, before: Topic): Reading {
  const topic = opensParagraph ? headingTopic(text, topics[section] ?? null, before) : before;
  const sentence = new OfParagraph(section, text);
  return {
    sentence,
    told: { sentence, statements: statementsIn(sentence, topic), topic, derived: [] },
    next: topic === null && applicationWords.test(text) ? 'application' : topic,
  };
}

/** The sentences of one paragraph, read after what set their topic. */
interface ReadParagraph {
  readonly paragraph: Paragraph;
  readonly before: Topic;
  readonly place: Place;
  readonly told: readonly Told[];
  readonly next: Topic;
}

const standing = perSection<Reading>();

/** `number`: sentences of the same words in two paragraphs stay two, for each has its own place. */
function readParagraph(paragraph: Paragraph, number: number, before: Topic): ReadParagraph {
  const { section, text } = paragraph.alone;
  const place: Place = { start: 0, passage: '' };
  let topic = before;
  const told = [...normal(text).matchAll(/[^。！？]+/g)].flatMap(({ 0: words, index }) => {
    if (words.length > longest) return [];
    const [opens, set] = [index === 0, topic];
    const reading = standing(section).piece(`${number} ${opens ? '\n' : ''}${set ?? ''} ${words}`, () =>
      readingOf(section, words, opens, set),
    );
    topic = reading.next;
    reading.sentence.within = place;
    reading.sentence.at = index;
    return [reading.told];
  });
  return { paragraph, before, place, told, next: topic };
}

const lastRead = new Map<Passage['section'], readonly ReadParagraph[]>();

/** The sentences of a text, each with its numbers; a sentence that stood in the text before is the same again. */
export const tell = perPassage((passage): readonly Told[] => {
  const { section, text } = passage;
  const { standing: paragraphs, starts } = paragraphsIn(passage);
  const last = lastRead.get(section) ?? [];
  standing(section).begin();
  const all: Told[] = [];
  let topic: Topic = topics[section] ?? null;
  const read = paragraphs.map((paragraph, number): ReadParagraph => {
    const same = last[number];
    const own = same?.paragraph === paragraph && same.before === topic ? same : readParagraph(paragraph, number, topic);
    own.place.start = starts[number] ?? 0;
    own.place.passage = text;
    all.push(...own.told);
    topic = own.next;
    return own;
  });
  lastRead.set(section, read);
  return all;
});
