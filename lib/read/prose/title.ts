import { isFurniture } from './furniture';
import { yearOf, yearPattern } from './dates';

/** The title of a report, with what it names. */
export interface Title {
  /** As written, on one line, without blanks inside; empty where the document has none. */
  readonly text: string;
  /** Empty where the title names none. */
  readonly agency: string;
  readonly year: number | null;
}

/** A title among the lines of a document: from line `first` to `last`. */
export interface TitlePlace extends Title {
  readonly first: number;
  readonly last: number;
}

export const noTitle: Title = { text: '', agency: '', year: null };

const year = `${yearPattern}(?:年度?)?`;
const kind = `(?:政府|政务)?(?:信息(?:与政务|和政务)?|政务(?:信息)?)公开(?:工作)?(?:${year})?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:总结)?(?:报告|年报)`;
const whole = new RegExp(`^(.{0,80}?)${kind}([（(][^（）()]{1,12}[）)])?$`);
const named = new RegExp(year);
/** A name of 60 characters, the year and 政府信息公开工作年度报告. */
const longestLine = 84;
const longestTitle = 120;
const mostLines = 6;

/** `{agency}{year}年政府信息公开工作年度报告` and its variants; null where a line is no title. `line` has no blanks. */
export function titleOfLine(line: string): Title | null {
  if (line.length > longestTitle || /[，。；：:！？>＞|《》、]/.test(line.replace(/[（(][^（）()]*[）)]/g, '')))
    return null;
  const parts = whole.exec(line);
  if (parts === null) return null;
  const found = named.exec(line);
  const before = parts[1] ?? '';
  const inside =
    found !== null && found.index < before.length
      ? [before.slice(0, found.index), before.slice(found.index + found[0].length)]
      : [before, ''];
  const agency = [inside[0] ?? '', inside[1] ?? ''].map(bare).find((part) => part !== '') ?? '';
  return { text: line, agency, year: found === null ? null : yearOf(found[0].replace(/年.*$/, '')) };
}

const bare = (text: string): string =>
  text.replace(/^(?:关于|附件\d{0,2}|度)|(?:关于|的|年度)$/g, '').replace(/^[（(][^（）()]*[）)]$|[-—_·]+$/g, '');

const agencyLike =
  /(?:局|委|办|厅|部|院|署|会|府|室|处|街道|镇|乡|中心|所|队|站|学|校|馆|社|司|团|台|集团|机关|区|县|市|省|州|旗|盟|园|场)(?:[（(][^（）()]{2,20}[）)])?$/;
const placeAlone = /^\p{Script=Han}{1,10}(?:省|市|区|县|州|旗|盟)$/u;

/**
 * The title among lines (the paragraphs before the first heading): one line, or up to six joined. The one that names
 * most is taken; of equals the last, for pages print it above the article as well.
 */
export function findTitle(
  lines: readonly { readonly text: string; readonly level: number | null }[],
): TitlePlace | null {
  const plain = lines.map(({ text }) => (text.length > longestTitle ? '' : text.replace(/\s/g, '')));
  let best: { place: TitlePlace; score: number } | null = null;
  for (let last = 0; last < plain.length; last += 1) {
    if (
      !/(?:报告|年报)(?:[（(][^（）()]{1,12}[）)])?$/.test(plain[last] ?? '') &&
      !/^[（(].{1,12}[）)]$/.test(plain[last] ?? '')
    )
      continue;
    for (let first = last; first > last - mostLines && first >= 0; first -= 1) {
      const line = plain[first] ?? '';
      if (line === '' || line.length > longestLine || (first < last && isFurniture(lines[first]?.text ?? ''))) break;
      const title = titleOfLine(plain.slice(first, last + 1).join(''));
      if (title === null || (first < last && !agencyLike.test(title.agency) && title.agency !== '')) continue;
      // What bears the style of a title is one from its first line to its last.
      const styled = lines.slice(first, last + 1).every(({ level }) => level === 0);
      const score =
        (title.year === null ? 0 : 4) +
        (title.agency === '' ? 0 : 4) +
        ((lines[last]?.level ?? 6) < 2 ? 2 : 0) -
        (styled ? 0 : last - first);
      if (best === null || score >= best.score) best = { place: { ...title, first, last }, score };
    }
  }
  return best === null ? null : withPlaceAbove(best.place, plain);
}

/** 云泽市澄湖区 / 应急管理局 / 2023年…: the line above names the place of the agency. */
function withPlaceAbove(title: TitlePlace, plain: readonly string[]): TitlePlace {
  const above = plain[title.first - 1] ?? '';
  const split = title.first < title.last && title.agency !== '' && plain[title.first] === title.agency;
  if (!split || !placeAlone.test(above) || title.agency.startsWith(above)) return title;
  return { ...title, text: above + title.text, agency: above + title.agency, first: title.first - 1 };
}

/** The title within that of a page, `澄湖区水务局2023年政府信息公开工作年度报告_澄湖区人民政府`; null where it has none. */
export function titleOfPage(text: string): Title | null {
  const parts = text
    .slice(0, 400)
    .split(/[-_|—–\n]+/)
    .map((part) => part.replace(/\s/g, ''));
  return parts.map(titleOfLine).find((title) => title !== null && title.year !== null && title.agency !== '') ?? null;
}
