import type { About } from '@/lib/checks/engine/about';
import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { doubtfulWords, wrongWords, type Slip } from './slips';
import { breachAt, quoteOf, type Spot } from '@/lib/checks/engine/spots';
import { normal, type Passage } from '@/lib/checks/engine/text';

/** All slips as one pattern; the group that matched tells which it was. */
function findIn(slips: readonly Slip[]): (paragraph: Passage) => readonly Slipped[] {
  const pattern = new RegExp(slips.map(({ find }) => `(${find})`).join('|'), 'g');
  return (paragraph) =>
    [...normal(paragraph.text).matchAll(pattern)].map((found) => {
      const which = found.slice(1).findIndex((group) => group !== undefined);
      const meant = (slips[which]?.meant ?? '').replace('…', found[0].slice(0, -1));
      return { ...paragraph, at: found.index, length: found[0].length, meant, sure: slips === wrongWords };
    });
}

interface Slipped extends Spot {
  readonly meant: string;
  readonly sure: boolean;
}

const findWrong = findIn(wrongWords);
const findDoubtful = findIn(doubtfulWords);

/**
 * Every place where one of the words stands. The words are few and the user's own, so they are searched as they are.
 */
function* placesOf(paragraph: Passage, words: readonly string[]): Generator<Spot & { readonly word: string }> {
  for (const word of words) {
    if (word === '') continue;
    for (let at = paragraph.text.indexOf(word); at >= 0; at = paragraph.text.indexOf(word, at + word.length))
      yield { ...paragraph, at, length: word.length, word };
  }
}

function slipsIn(paragraph: Passage, { context: { dictionary } }: About): Slipped[] {
  const own = dictionary?.slips ?? {};
  return [
    ...findWrong(paragraph),
    ...findDoubtful(paragraph),
    ...[...placesOf(paragraph, Object.keys(own))].map((spot) => ({ ...spot, meant: own[spot.word] ?? '', sure: true })),
  ];
}

export const knownSlips = paragraphRule('LNG-02', {
  source: '校对：常见错字与自定义词表',
  says: '不应有错字、漏字',
  severity: 'warning',
  note: '疑有漏字的为提示',
  forEach: slipsIn,
  holds: (spot) => {
    const quote = quoteOf(spot);
    return breachAt(spot, {
      title: `“${quote}”疑为“${spot.meant}”之误`,
      severity: spot.sure ? 'warning' : 'notice',
      expected: spot.meant,
      suggestion: `请核实是否应为“${spot.meant}”`,
    });
  },
});

export const sensitiveWords = paragraphRule('SEC-WORD', {
  source: '自定义词表',
  says: '词表中的敏感词，公布前应有人看过',
  severity: 'warning',
  note: '词表由使用者维护，默认为空',
  forEach: (paragraph, { context: { dictionary } }) => [...placesOf(paragraph, dictionary?.sensitive ?? [])],
  holds: (spot) => breachAt(spot, { title: `有敏感词“${spot.word}”`, suggestion: '请核实这里的用法' }),
});

export const wordRules = [knownSlips, sensitiveWords];
