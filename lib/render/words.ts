const threes = '规范性|事业性|新制作|新公开|总数量|总金额|上一年|自然人|申请人|复议后|法人或|增/减';
const word = new RegExp(`（[^）]*）|${threes}|[\\s\\S]{1,2}`, 'gu');

/**
 * A header label in pieces between which a line may break, so that a narrow column never parts 商业企/业.
 * Joined, the pieces are the label.
 */
export function wordsOf(label: string): string[] {
  return label.match(word) ?? [];
}

/** A label as 名称 and what stands after it in brackets: 部分公开 and （区分处理的，…）. */
export function asideOf(label: string): { name: string; aside: string } {
  const at = label.lastIndexOf('（');
  return at > 3 && label.endsWith('）') ? { name: label.slice(0, at), aside: label.slice(at) } : { name: label, aside: '' };
}
