import { matchOf, type FormLabel, type Labels } from './labels';
import type { RowCell, TableRow } from './table-row';
import type { Item } from './table-stream';

/**
 * Table four laid out otherwise than in one row: kinds of proceedings as rows and results as columns, results as rows,
 * or a result and its figure a row. Such rows are turned into the form's own shape before tables are read.
 */
export function withRemediesTurned(labels: Labels, items: readonly Item[]): readonly Item[] {
  const turned: Item[] = [];
  for (let i = 0; i < items.length; ) {
    const rows: TableRow[] = [];
    const tokens: Token[] = [];
    for (
      let item = items[i + rows.length];
      item?.is === 'row' && rows.length < longest;
      item = items[i + rows.length]
    ) {
      const own = tokensOf(labels, item.row);
      if (own === null) break;
      rows.push(item.row);
      tokens.push(...own);
    }
    const proceedings = rows.length > 1 ? (byProceeding(tokens) ?? byResult(tokens) ?? inPairs(tokens)) : null;
    if (proceedings === null) turned.push(...items.slice(i, i + Math.max(rows.length, 1)));
    else for (const row of formRows(labels, rows, tokens, proceedings)) turned.push({ is: 'row', row });
    i += Math.max(rows.length, 1);
  }
  return turned;
}

/** One cell a line, fifteen pairs and their headings take some forty rows. */
const longest = 60;

type Proceeding = 'reconsideration' | 'litigationDirect' | 'litigationAfterReconsideration';

interface Token {
  readonly cell: RowCell;
  /** null for the heading 行政诉讼, for figures and blanks. */
  readonly proceeding: Proceeding | null;
  readonly result: string | null;
  readonly value: boolean;
}

/** Figures by kind of proceedings and result, in the order of the document. */
type Proceedings = Map<
  Proceeding,
  { readonly head: RowCell; readonly values: Map<string, { readonly head: RowCell; readonly value: RowCell }> }
>;

const results: Readonly<Record<string, string>> = {
  结果维持: 'upheld',
  结果纠正: 'corrected',
  其他结果: 'otherResult',
  其它结果: 'otherResult',
  尚未审结: 'pending',
  总计: 'total',
  合计: 'total',
  小计: 'total',
};
const count = 5;

/** What the cells of a row are to table four; null where one has no place in it. */
function tokensOf(labels: Labels, row: TableRow): Token[] | null {
  const tokens: Token[] = [];
  for (const cell of row.cells) {
    if (cell.is === 'blank' || cell.is === 'figure') {
      tokens.push({ cell, proceeding: null, result: null, value: true });
      continue;
    }
    // The form's own words, and none of this table.
    if (cell.match !== null && cell.match.how !== 'near' && !cell.match.tables.column.includes('remedies')) return null;
    const words = cell.text
      .slice(0, 40)
      .normalize('NFKC')
      .replace(/[^\p{Script=Han}]/gu, '');
    const result = Object.keys(results).find((word) => words.endsWith(word)) ?? null;
    const kind = result === null ? words : words.slice(0, -result.length);
    const proceeding = proceedingOf(kind);
    if (proceeding !== null || (result !== null && kind === ''))
      tokens.push({ cell, proceeding, result: result === null ? null : (results[result] ?? null), value: false });
    else if (
      result !== null ||
      !(
        cell.is === 'corner' ||
        /^(?:行政诉讼|类[型别]|项目|情况|结果|数量|件数|案件类[型别]|处理结果|审理结果)$/.test(words)
      )
    )
      return null;
    else if (words === '行政诉讼') tokens.push({ cell, proceeding: null, result: null, value: false });
  }
  return tokens;
}

function proceedingOf(words: string): Proceeding | null {
  if (/^(?:行政诉讼)?未经(?:行政)?复议(?:直接)?(?:提起|起)?(?:诉讼|诉)$/.test(words)) return 'litigationDirect';
  if (/^(?:行政诉讼)?(?:经)?(?:行政)?复议后(?:再)?(?:提起|起)?(?:诉讼|诉)$/.test(words))
    return 'litigationAfterReconsideration';
  return /^行政复议(?:情况)?$/.test(words) ? 'reconsideration' : null;
}

/** Labels one after another with the values behind them. */
interface Segment {
  readonly heads: readonly Token[];
  readonly values: readonly RowCell[];
}

const shown = (segments: readonly Segment[]): boolean =>
  segments.some(({ values }) => values.some(({ is }) => is === 'figure'));

/** Segments that begin at tokens of which `begins` holds. */
function segmentsOf(tokens: readonly Token[], begins: (token: Token) => boolean): Segment[] {
  const segments: { heads: Token[]; values: RowCell[] }[] = [];
  for (const token of tokens) {
    if (begins(token)) segments.push({ heads: [token], values: [] });
    else if (token.value) segments.at(-1)?.values.push(token.cell);
    else if (token.proceeding !== null || token.result !== null) segments.at(-1)?.heads.push(token);
  }
  return segments;
}

/** As many values as there are heads; blanks before or behind them do not count, unless both could. */
function fitted(values: readonly RowCell[], size: number): readonly RowCell[] | null {
  let from = 0;
  let to = values.length;
  while (to - from > size && values[from]?.is === 'blank' && values[to - 1]?.is !== 'blank') from += 1;
  while (to - from > size && values[to - 1]?.is === 'blank' && values[from]?.is !== 'blank') to -= 1;
  return to - from === size ? values.slice(from, to) : null;
}

const isProceeding = ({ proceeding, result }: Token): boolean => proceeding !== null && result === null;
const isResult = ({ proceeding, result }: Token): boolean => proceeding === null && result !== null;

function headOf(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(({ cell }) => cell.is === 'figure');
  return tokens.slice(0, Math.max(first, 0)).filter(({ value }) => !value);
}

function byProceeding(tokens: readonly Token[]): Proceedings | null {
  const heads = headOf(tokens).filter(isResult);
  if (
    heads.length !== count ||
    headOf(tokens).filter(isProceeding).length !== 1 ||
    tokens.filter(isResult).length !== count
  )
    return null;
  const segments = segmentsOf(tokens, isProceeding);
  return filled(
    segments.flatMap(({ heads: [own], values }) => {
      const cells = fitted(values, count);
      return own === undefined || cells === null
        ? [null]
        : heads.map((head, i): Entry => ({ proceeding: own, result: head, value: cells[i] }));
    }),
  );
}

function byResult(tokens: readonly Token[]): Proceedings | null {
  const heads = headOf(tokens).filter(isProceeding);
  if (
    heads.length < 2 ||
    headOf(tokens).filter(isResult).length !== 1 ||
    tokens.filter(isProceeding).length !== heads.length
  )
    return null;
  return filled(
    segmentsOf(tokens, isResult).flatMap(({ heads: [own], values }) => {
      const cells = fitted(values, heads.length);
      return own === undefined || cells === null
        ? [null]
        : heads.map((head, i): Entry => ({ proceeding: head, result: own, value: cells[i] }));
    }),
  );
}

function inPairs(tokens: readonly Token[]): Proceedings | null {
  const entries: (Entry | null)[] = [];
  let proceeding: Token | null = null;
  const segments = segmentsOf(tokens, (token) => token.proceeding !== null || token.result !== null);
  if (!shown(segments)) return null;
  for (const {
    heads: [own],
    values,
  } of segments) {
    if (own === undefined) continue;
    if (own.proceeding !== null) proceeding = own;
    if (own.result === null) {
      if (values.some(({ is }) => is === 'figure')) return null;
      continue;
    }
    const [value] = values.length === 0 ? [blank] : (fitted(values, 1) ?? []);
    if (proceeding === null || value === undefined) return null;
    entries.push({ proceeding, result: own, value });
  }
  // A header of the form with figures far below it is no list of pairs.
  return 2 * entries.filter((entry) => entry?.value?.is === 'figure').length >= entries.length ? filled(entries) : null;
}

const blank: RowCell = { text: '', at: 0, span: 1, header: false, is: 'blank', match: null };

interface Entry {
  readonly proceeding: Token;
  readonly result: Token;
  readonly value: RowCell | undefined;
}

/** Null unless two kinds of proceedings or more have each of the five results once. */
function filled(entries: readonly (Entry | null)[]): Proceedings | null {
  const all: Proceedings = new Map();
  for (const entry of entries) {
    const { proceeding, result, value } = entry ?? {};
    if (proceeding?.proceeding == null || result?.result == null || value === undefined) return null;
    const own = all.get(proceeding.proceeding) ?? { head: proceeding.cell, values: new Map() };
    all.set(proceeding.proceeding, own);
    if (own.values.has(result.result)) return null;
    own.values.set(result.result, { head: result.cell, value });
  }
  return all.size >= 2 && [...all.values()].every(({ values }) => values.size === count) ? all : null;
}

/** The rows as the form has them, with the words of the document. */
function formRows(
  labels: Labels,
  rows: readonly TableRow[],
  tokens: readonly Token[],
  proceedings: Proceedings,
): TableRow[] {
  const form = labels.all.filter(({ table, axis }) => table === 'remedies' && axis === 'column');
  const blocks = [...new Set(rows.flatMap((row) => row.blocks))];
  const width = proceedings.size * count;
  const set = (cell: RowCell, line: string, at: number, span: number): RowCell => {
    const label: FormLabel | undefined = form.find((other) => other.line === line);
    return { ...cell, at, span, is: 'label', match: label === undefined ? null : matchOf([label], 'exact') };
  };
  const lists = [...proceedings];
  const groups = lists.map(([id, { head }], i) => set(head, id, i * count, count));
  const heads = lists.flatMap(([id, { values }], i) =>
    [...values].map(([result, { head }], n) => set(head, `${id}.${result}`, i * count + n, 1)),
  );
  const figures = lists.flatMap(([, { values }], i) =>
    [...values].map(([, { value }], n): RowCell => ({ ...value, at: i * count + n, span: 1 })),
  );
  const litigation = tokens.find(
    ({ value, proceeding, result }) => !value && proceeding === null && result === null,
  )?.cell;
  const first = lists.findIndex(([id]) => id !== 'reconsideration');
  const row = (cells: readonly RowCell[]): TableRow => ({ blocks, kind: 'grid', cells, width });
  const above =
    litigation === undefined || first < 0
      ? []
      : [row([set(litigation, 'litigation', first * count, (lists.length - first) * count)])];
  return [...above, row(groups), row(heads), row(figures)];
}
