import { perPiece } from '@/lib/checks/engine/read-before';
import type { Sentence } from '@/lib/checks/engine/text';
import type { Statement, Told } from './statement';

/** 其中，…… and 按渠道分，…… take apart a number of the sentence before them. */
const takesUp = /^\s*(?:其中|按[^，。；\d]{1,12}(?:分|划分|统计)|从[^，。；\d]{1,10}看)/;

/** Whether a sentence may take apart a number of the one before it. */
export const takesUpBefore = perPiece(({ sentence }: Told) => takesUp.test(sentence.text));

/** A sentence that stands where another does, wherever that is. */
const standingWith = (other: Sentence, text: string): Sentence => ({
  section: other.section,
  text,
  get start() {
    return other.start;
  },
  get passage() {
    return other.passage;
  },
});

/**
 * Two sentences as one where the second takes apart a number of the first; null where it does not. Offsets are those of
 * the first; `opens` is where the second begins.
 */
export function joined(first: Told, second: Told | undefined): { readonly told: Told; readonly opens: number } | null {
  if (second === undefined || first.statements.length === 0 || !takesUpBefore(second)) return null;
  const { passage, start } = first.sentence;
  const opens = second.sentence.start - start;
  const between = passage.slice(start + first.sentence.text.length, second.sentence.start);
  if (/\n/.test(between)) return null;
  const sentence = standingWith(first.sentence, first.sentence.text + between + second.sentence.text);
  const moved = (one: Statement, by: number, index: number): Statement => ({
    ...one,
    sentence,
    index,
    from: one.from + by,
    quantity: { ...one.quantity, start: one.quantity.start + by, end: one.quantity.end + by },
  });
  const statements = [
    ...first.statements.map((one, index) => moved(one, 0, index)),
    ...second.statements.map((one, index) => moved(one, opens, first.statements.length + index)),
  ];
  return { told: { sentence, topic: second.topic, statements, derived: [] }, opens };
}
