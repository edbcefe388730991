import * as fc from 'fast-check';
import { keyOf } from '@/lib/read/tables/label-key';

/** Ways in which prints word the same label: each leaves it the same label. */
export type Wording = (label: string, luck: readonly number[]) => string;

const at = (text: string, luck: number): number => 1 + (luck % Math.max(1, text.length - 1));
const put = (text: string, index: number, what: string): string => text.slice(0, index) + what + text.slice(index);

export const wordings: Readonly<Record<string, Wording>> = {
  'as the form has it': (label) => label,
  'blanks between': (label, [luck = 0]) => put(put(label, at(label, luck), ' '), at(label, luck * 7), '　'),
  'broken over lines': (label, [luck = 0]) => put(label, at(label, luck), '\n'),
  'half-width brackets': (label) => label.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ','),
  'blank after the number': (label) => label.replace(/^(（.）|\d\.|.、)/, '$1 '),
  'another mark after the number': (label) => label.replace(/^(\d)\./, '$1、').replace(/^([一二三四])、/, '$1.'),
  'circled or bracketed numbers': (label) =>
    label
      .replace(/^（([一二三四五六七])）/, (_, han: string) => '㈠㈡㈢㈣㈤㈥㈦'.charAt('一二三四五六七'.indexOf(han)))
      .replace(/^(\d)\./, '（$1）'),
  'number dropped': (label) => label.replace(/^(（.）|\d\.|[一二三四]、)/, ''),
  'explanation dropped': (label) => label.replace(/（区分处理.*$|（单位.*$/, ''),
  'one character mistyped': (label, luck) => mistyped(label, luck, () => '某'),
  'one character left out': (label, luck) => mistyped(label, luck, () => ''),
  'one character doubled': (label, luck) => mistyped(label, luck, (character) => character + character),
};

/** Changes one Han character of the words behind the number, where they are four or more. */
function mistyped(label: string, [luck = 0]: readonly number[], change: (character: string) => string): string {
  if (keyOf(label).key.length < 4 || /第二十条/.test(label)) return label;
  const start = /^(（.）|\d\.|[一二三四]、)/.exec(label)?.[0].length ?? 0;
  const words = [...label.slice(start)].flatMap((character, index) =>
    /\p{Script=Han}/u.test(character) && !/[不未上]/.test(character) ? [start + index] : [],
  );
  const index = words[luck % words.length] ?? start;
  return label.slice(0, index) + change(label.charAt(index)) + label.slice(index + 1);
}

export const someWording = fc.constantFrom(...Object.keys(wordings));
export const someLuck = fc.array(fc.nat(10_000), { minLength: 60, maxLength: 60 });
