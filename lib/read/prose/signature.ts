import { dateOf, type DateAsWritten } from './dates';
import { beginsFoot, isAttachment, isFurniture } from './furniture';
import type { Passage } from './paragraphs';

/** Agency and date below a report. */
export interface Signature {
  readonly agency: string;
  readonly date: DateAsWritten | null;
  /** The passages it was read from, counted from the end of the text (furniture included). */
  readonly taken: readonly Passage[];
}

const agencyEnd =
  /(?:局|委|办|厅|部|院|署|会|府|室|处|街道|镇|乡|中心|所|队|站|学|校|馆|社|司|团|台|集团|机关|管委会|法院|检察院|公司)(?:[（(][^（）()]{2,20}[）)])?$/;
const seal = /[（(](?:公章|印章|盖章|章)[）)]$/;
const longestAgency = 40;

/** Whether a line is the name of an agency: as in the title, or like one, and no sentence. */
function agencyIn(line: string, titleAgency: string): string | null {
  const name = line.replace(/\s/g, '').replace(seal, '');
  if (name !== '' && name === titleAgency) return name;
  if (
    name.length < 2 ||
    name.length > longestAgency ||
    /[，。；：！？、“”《》]/.test(name) ||
    /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.]|无|没有|暂无|未)/.test(name)
  )
    return null;
  return agencyEnd.test(name) || (titleAgency !== '' && (titleAgency.endsWith(name) || name.endsWith(titleAgency)))
    ? name
    : null;
}

/**
 * The signature at the end of the passages: agency above date, on one line, or one of both. What a page says of itself
 * (成文日期：……) is none.
 */
export function signatureOf(passages: readonly Passage[], titleAgency: string): Signature {
  const last = passages.at(-1);
  if (last === undefined) return { agency: '', date: null, taken: [] };
  const both = onOneLine(last.text, titleAgency);
  if (both !== null) return { ...both, taken: [last] };
  const above = passages.at(-2);
  const date = dateOf(last.text);
  const whole = inLines(date === null ? passages : passages.slice(0, -1), titleAgency);
  if (whole !== null) return { agency: titleAgency, date, taken: date === null ? whole : [...whole, last] };
  if (date !== null) {
    const agency = above === undefined ? null : agencyIn(above.text, titleAgency);
    if (agency === null || above === undefined) return { agency: '', date, taken: [last] };
    return withPlaceAbove({ agency, date, taken: [above, last] }, passages.at(-3), titleAgency);
  }
  const agency = agencyIn(last.text, titleAgency);
  if (agency === null) return { agency: '', date: null, taken: [] };
  const first = above === undefined ? null : dateOf(above.text);
  return { agency, date: first, taken: first === null || above === undefined ? [last] : [above, last] };
}

/** The passages at the end that together are the agency of the title: a long name on up to four lines. */
function inLines(passages: readonly Passage[], titleAgency: string): Passage[] | null {
  for (let count = 2; count <= 4 && count <= passages.length && titleAgency !== ''; count += 1) {
    const lines = passages.slice(-count);
    if (lines.map(({ text }) => text.replace(/\s/g, '')).join('') === titleAgency) return lines;
  }
  return null;
}

/** A long name on two lines: 云泽市澄湖区 / 应急管理局. */
function withPlaceAbove(signature: Signature, above: Passage | undefined, titleAgency: string): Signature {
  const place = above?.text.replace(/\s/g, '') ?? '';
  if (above === undefined || titleAgency === '' || place === '' || place + signature.agency !== titleAgency)
    return signature;
  return { ...signature, agency: titleAgency, taken: [above, ...signature.taken] };
}

function onOneLine(text: string, titleAgency: string): { agency: string; date: DateAsWritten } | null {
  if (text.length > 80) return null;
  const parts = /^(.{2,40}?)[\s（(]{0,20}((?:[12２１][\d０-９]{3}|二[〇○零OＯ].{2})\s{0,4}[年\-./].{2,16})$/.exec(text);
  const date = parts === null ? null : dateOf(parts[2] ?? '');
  const agency = parts === null ? null : agencyIn(parts[1] ?? '', titleAgency);
  return date === null || agency === null ? null : { agency, date };
}

/** Passages without the foot of a web page and files hung on. */
export function withoutFoot(passages: readonly Passage[]): Passage[] {
  const foot = passages.findIndex(({ text }) => beginsFoot(text));
  const kept = foot < 0 ? [...passages] : passages.slice(0, foot);
  for (
    let last = kept.at(-1);
    last !== undefined && dateOf(last.text) === null && (isFurniture(last.text) || isAttachment(last.text));
    last = kept.at(-1)
  )
    kept.pop();
  return kept;
}
