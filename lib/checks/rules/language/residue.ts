import { rule, type Breach } from '@/lib/checks/engine/rule';
import { breachAt, quoteOf, spotsAcross, type Spot } from '@/lib/checks/engine/spots';
import type { Subject } from '@/lib/checks/engine/subject';

type Left =
  | Spot
  | {
      readonly place:
        | 'title'
        | 'signature'
        | 'preamble'
        | 'overview'
        | 'disclosure'
        | 'applications'
        | 'remedies'
        | 'problems'
        | 'other';
      readonly words: string;
    };

const brokenReference =
  /错误[!！]\s*(?:未找到引用源|未定义书签|引用源未找到|未指定|文档中没有)|Error!\s*(?:Reference source|Bookmark)/;
const rest = spotsAcross(
  /错误[!！]\s*(?:未找到引用源|未定义书签|引用源未找到|未指定[^。，]{0,6}|文档中没有[^。，]{0,12})|Error!\s*(?:Reference source not found|Bookmark not defined)|\[bookmark[^\]\n]*\]|HYPERLINK(?:\s+"[^"\n]*")?|FORM(?:TEXT|CHECKBOX|DROPDOWN)|PAGEREF\s+\S+|\\\*\s*MERGEFORMAT|MERGEFIELD|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|#\d{2,5});|\ufffd+|<\/?(?:span|div|font|br|strong|p)(?:\s[^<>]*)?\/?>/g,
);

/** What a reader took out of the text, and what it left in. */
export const converterRests = rule('PH-02', {
  source: '校对：转换文件时留下的代码',
  says: '正文不应留有转换文件时的代码',
  severity: 'notice',
  note: '“错误!未找到引用源”会印出来，为错误',
  reads: 'text',
  forEach: (subject: Subject): readonly Left[] => [
    ...(subject.context.written?.residue ?? []).map(({ place, text }) => ({ place, words: text })),
    ...rest(subject),
  ],
  holds: (left): Breach => {
    const words = 'words' in left ? left.words : quoteOf(left);
    const broken = brokenReference.test(words);
    const said = {
      title: broken ? `“${words}”：引用失效` : `留有代码“${words.length > 24 ? `${words.slice(0, 24)}…` : words}”`,
      ...(broken && { severity: 'error' as const }),
      suggestion: broken ? '请补上原来引用的内容' : '请删去',
    };
    return 'words' in left
      ? { detail: '', cells: [], where: { section: left.place }, stated: words, ...said }
      : breachAt(left, said);
  },
});
