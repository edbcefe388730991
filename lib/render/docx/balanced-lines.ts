/** After these a name may well be parted: the end of a place, of an agency, of a bracket. */
const goodEnd = /[省市区县州旗盟镇乡局委办厅部院署会府处室所队站校馆社司团）、]$|(?:中心|街道|机关|公司)$/u;
/** And before these. */
const goodStart = /^(?:[和与及暨《“]|政府信息公开工作)/u;
/** A line neither begins nor ends with these (GB/T 15834-2011, 5.1). */
const badStart = /^[，。、；：！？）〕》”’％%]/u;
const badEnd = /[（〔《“‘]$/u;
/** What a break at a bad place costs, in squares of characters that a line is too long or too short. */
const cost = 45;

/** Characters of a line of the title on paper (2号, 156 mm). */
export const titleRoom = 20;

/** Width in characters of the body type: digits and Latin letters take half of one. */
export function widthOf(text: string): number {
  let sum = 0;
  for (const character of text) sum += character.charCodeAt(0) < 0x100 ? 0.5 : 1;
  return sum;
}

/**
 * A long name in as few lines as hold it, of about one length, parted where its words allow (GB/T 9704-2012, 7.3.1:
 * 词意完整，排列对称，长短适宜). Joined, the lines are the text; one that fits `room` characters stays whole.
 */
export function balancedLines(text: string, room: number): string[] {
  const width = widthOf(text);
  if (width <= room) return [text];
  const characters = [...text];
  const before = characters.reduce<number[]>(
    (sums, character) => [...sums, (sums.at(-1) ?? 0) + widthOf(character)],
    [0],
  );
  for (let count = Math.ceil(width / (room - 0.5)); count <= characters.length; count += 1) {
    const ends = parted(characters, before, count, room);
    if (ends !== null)
      return ends.map((end, index) => characters.slice(index === 0 ? 0 : ends[index - 1], end).join(''));
  }
  return [text];
}

/** Where `count` lines end at the least cost; null where they cannot hold the text. */
function parted(
  characters: readonly string[],
  before: readonly number[],
  count: number,
  room: number,
): number[] | null {
  const last = characters.length;
  const ideal = (before[last] ?? 0) / count;
  let best: { sum: number; ends: number[] }[] = [{ sum: 0, ends: [] }];
  for (let line = 1; line <= count; line += 1) {
    const next: { sum: number; ends: number[] }[] = [];
    for (const way of best) {
      const start = way.ends.at(-1) ?? 0;
      for (let end = line === count ? last : start + 1; end <= last; end += 1) {
        const length = (before[end] ?? 0) - (before[start] ?? 0);
        if (length > room) break;
        const sum = way.sum + (length - ideal) ** 2 + (end === last ? 0 : breakCost(characters, end));
        const same = next.findIndex(({ ends }) => ends.at(-1) === end);
        if (same < 0) next.push({ sum, ends: [...way.ends, end] });
        else if (sum < (next[same]?.sum ?? 0)) next[same] = { sum, ends: [...way.ends, end] };
      }
    }
    best = next;
  }
  return best.find(({ ends }) => ends.at(-1) === last)?.ends ?? null;
}

function breakCost(characters: readonly string[], at: number): number {
  const left = characters.slice(Math.max(0, at - 2), at).join('');
  const right = characters.slice(at, at + 8).join('');
  if (badStart.test(right) || badEnd.test(left) || (/[0-9A-Za-z]$/.test(left) && /^[0-9A-Za-z年]/.test(right)))
    return 20 * cost;
  if (/^[（〔]/.test(right)) return -cost / 3;
  if (goodStart.test(right)) return 0;
  return goodEnd.test(left) && !/^[会员局处室区市县]/u.test(right) ? 0 : cost;
}
