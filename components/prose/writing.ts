import { isHeading, numeralOf } from '@/lib/report/prose';
import type { Topic } from '@/lib/statute/format';

const numeral = /^（[一二三四五六七八九十]+）/;

/** The numeral before a paragraph's words, `（二）`; empty when there is none. */
export function numeralBefore(text: string): string {
  return numeral.exec(text)?.[0] ?? '';
}

/** The numeral of the next heading after paragraphs that stand above it. */
export function nextNumeral(above: readonly string[]): string {
  for (let index = above.length - 1; index >= 0; index -= 1) {
    const text = above[index] ?? '';
    if (!isHeading(text)) continue;
    for (let n = 1; n < 99; n += 1) if (numeralBefore(text) === `（${numeralOf(n)}）`) return `（${numeralOf(n + 1)}）`;
  }
  return '（一）';
}

/** Length as word processors count it: every Han character and mark is one, so is a word or number of other letters. */
export function lengthOf(text: string): number {
  return (
    text.match(
      /[\p{Script=Han}\u3000-\u303f\uff01-\uff65‘’“”—…×·]|[^\s\p{Script=Han}\u3000-\u303f\uff01-\uff65‘’“”—…×·]+/gu,
    )?.length ?? 0
  );
}

export type TopicState = 'written' | 'heading' | 'missing';

/**
 * How far each of the five subjects is written: under a heading that names it, or in a paragraph that begins with it.
 * `heading` when nothing stands below its heading.
 */
export function topicStates(topics: readonly Topic[], text: string): Readonly<Record<string, TopicState>> {
  const paragraphs = text.split('\n').filter((paragraph) => paragraph.trim() !== '');
  const stateOf = (topic: Topic): TopicState => {
    let state: TopicState = 'missing';
    paragraphs.forEach((paragraph, index) => {
      const lead = /^[^，。；：]*/.exec(paragraph.trim())?.[0] ?? '';
      if (isHeading(paragraph) && topic.words.some((word) => paragraph.includes(word))) {
        const next = paragraphs[index + 1];
        if (next !== undefined && !isHeading(next)) state = 'written';
        else if (state === 'missing') state = 'heading';
      } else if (
        !isHeading(paragraph) &&
        lead.length <= 20 &&
        topic.words.some((word) => lead.slice(0, word.length + 4).includes(word))
      )
        state = 'written';
    });
    return state;
  };
  return Object.fromEntries(topics.map((topic) => [topic.id, stateOf(topic)]));
}
