import { everywhere } from './read-before';
import { rule } from './rule';
import { doubtfulWords, wrongWords, type Slip } from './slips';
import { breachAt, quoteOf, type Spot } from './spots';
import type { Subject } from './subject';
import { normal, passages } from './text';

/** All slips as one pattern; the group that matched tells which it was. */
function findIn(slips: readonly Slip[]): (subject: Subject) => readonly Slipped[] {
  const pattern = new RegExp(slips.map(({ find }) => `(${find})`).join('|'), 'g');
  const search = everywhere((passage): readonly Slipped[] =>
    [...normal(passage.text).matchAll(pattern)].map((found) => {
      const which = found.slice(1).findIndex((group) => group !== undefined);
      const meant = (slips[which]?.meant ?? '').replace('…', found[0].slice(0, -1));
      return { ...passage, at: found.index, length: found[0].length, meant, sure: slips === wrongWords };
    }),
  );
  return ({ report }) => search(report);
}

interface Slipped extends Spot {
  readonly meant: string;
  readonly sure: boolean;
}

const findWrong = findIn(wrongWords);
const findDoubtful = findIn(doubtfulWords);

/** Every place where one of the words stands. The words are few and the user's own, so they are searched as they are. */
function* placesOf({ report }: Subject, words: readonly string[]): Generator<Spot & { readonly word: string }> {
  for (const word of words.filter((one) => one !== '')) {
    for (const passage of passages(report)) {
      for (let at = passage.text.indexOf(word); at >= 0; at = passage.text.indexOf(word, at + word.length)) yield { ...passage, at, length: word.length, word };
    }
  }
}

function slipsIn(subject: Subject): Slipped[] {
  const own = subject.context.dictionary?.slips ?? {};
  return [
    ...findWrong(subject),
    ...findDoubtful(subject),
    ...[...placesOf(subject, Object.keys(own))].map((spot) => ({ ...spot, meant: own[spot.word] ?? '', sure: true })),
  ];
}

export const knownSlips = rule('LNG-02', {
  source: '校对：常见错字与自定义词表',
  says: '不应有错字、漏字',
  severity: 'warning',
  note: '疑有漏字的为提示',
  reads: 'text',
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

export const sensitiveWords = rule('SEC-WORD', {
  source: '自定义词表',
  says: '词表中的敏感词，公布前应有人看过',
  severity: 'warning',
  note: '词表由使用者维护，默认为空',
  reads: 'text',
  forEach: (subject) => [...placesOf(subject, subject.context.dictionary?.sensitive ?? [])],
  holds: (spot) => breachAt(spot, { title: `有敏感词“${spot.word}”`, suggestion: '请核实这里的用法' }),
});

export const wordRules = [knownSlips, sensitiveWords];
