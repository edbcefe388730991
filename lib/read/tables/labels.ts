import type { Format } from '@/lib/statute/format';
import { tableIds } from '@/lib/statute/format';
import { formats } from '@/lib/statute/formats';
import {
  cellId,
  columnsOf,
  rowsOf,
  type Block,
  type CellId,
  type Line,
  type Node,
  type TableId,
} from '@/lib/statute/table';
import { keyOf } from './label-key';

/** A label of the form: of a row or column (`leaf`), or of a heading over several (`leaf` is null). */
export interface FormLabel {
  readonly table: TableId;
  readonly block: number;
  readonly axis: 'row' | 'column';
  /** Id of the line, or of the heading (`refused`, `applicant`). */
  readonly line: string;
  /** Its place among the lines of its axis; -1 for a heading. */
  readonly place: number;
  readonly form: string;
  readonly key: string;
  /** Number before the label (`3` of 3.其他), Han numerals as they stand; empty where there is none. */
  readonly number: string;
  readonly leaf: Line | null;
  /** Headings above it, outermost first. */
  readonly above: readonly FormLabel[];
  /** The cells of its row or column. */
  readonly cells: readonly CellId[];
}

/** Labels of the form that a text can be; several where the same words stand in several places (总计). */
export interface Match {
  readonly labels: readonly FormLabel[];
  /** `exact`: the form's words; `variant`: words known to stand for them; `near`: typing errors, words left out. */
  readonly how: 'exact' | 'variant' | 'near';
  /** Tables that have such labels. */
  readonly tables: Readonly<Record<FormLabel['axis'], readonly TableId[]>>;
  /** Number and words (`keyOf`) of the text that was matched; empty where it was told otherwise than by its words. */
  readonly number: string;
  readonly key: string;
}

/** What some words were matched with: the labels, how, and on which axis of which tables. */
export function matchOf(labels: readonly FormLabel[], how: Match['how'], number = '', key = ''): Match {
  const on = (axis: FormLabel['axis']): TableId[] => [
    ...new Set(labels.filter((label) => label.axis === axis).map(({ table }) => table)),
  ];
  return { labels, how, tables: { row: on('row'), column: on('column') }, number, key };
}

/** All labels of a format, to be found by their words. */
export interface Labels {
  readonly format: Format;
  readonly all: readonly FormLabel[];
  /** Labels above the columns of a block, headings among them. */
  readonly columns: Readonly<Record<TableId, readonly (readonly FormLabel[])[]>>;
  readonly byKey: ReadonlyMap<string, Match>;
  /** Keys that another format has and this one has not: never taken for a typing error. */
  readonly foreign: ReadonlySet<string>;
  readonly known: Map<string, Match | null>;
  /**
   * Texts that may still be looked at for typing errors, so that a hostile document takes no longer than a large one.
   */
  readonly patience: { left: number };
}

/** Words that prints use for a label of the form, by the id of its line. */
const variants: Readonly<Record<string, readonly string[]>> = {
  normativeDocuments: ['规范性文件', '行政规范性文件'],
  decisions: ['处理决定数量', '本年处理决定数量'],
  'otherHandling.notSupplemented': ['逾期不补正', '逾期未补正', '申请人逾期不补正'],
  'otherHandling.feeUnpaid': ['逾期不缴费', '逾期未缴费', '逾期不缴纳费用', '逾期未缴纳费用', '申请人逾期不缴费'],
  organisations: ['法人或者其他组织', '法人和其他组织', '法人及其他组织', '法人其他组织'],
  total: ['合计', '总数', '小计'],
  handled: ['合计', '总数'],
  change: ['本年增减', '本年增减数', '本年增减数量'],
  stateSecret: ['国家秘密'],
};

function keysOf(label: string, line: string): { exact: string; others: string[] } {
  const { key, short } = keyOf(label);
  const own = variants[line] ?? variants[line.split('.').at(-1) ?? ''] ?? [];
  return { exact: key, others: [...new Set([short, ...own])].filter((other) => other !== key && other !== '') };
}

function labelsOfAxis(
  format: Format,
  table: TableId,
  index: number,
  block: Block,
  axis: 'row' | 'column',
): FormLabel[] {
  const lines = axis === 'row' ? rowsOf(block) : columnsOf(block);
  const across = axis === 'row' ? columnsOf(block) : rowsOf(block);
  const idAt = (row: string, column: string): CellId => format.cell(cellId(table, row, column))?.id ?? '';
  const cells = (id: string): CellId[] =>
    across.map((other) => (axis === 'row' ? idAt(id, other.id) : idAt(other.id, id)));
  const places = new Map(lines.map((line, place) => [line.id, place]));
  const walk = (nodes: readonly Node[], prefix: string, above: readonly FormLabel[]): FormLabel[] =>
    nodes.flatMap((node): FormLabel[] => {
      const { key, number } = keyOf(node.label);
      const label = {
        table,
        block: index,
        axis,
        line: prefix + node.id,
        place: -1,
        form: node.label,
        key,
        number,
        leaf: null,
        above,
      };
      const place = places.get(label.line) ?? -1;
      if (node.kind !== 'group') return [{ ...label, place, leaf: lines[place] ?? null, cells: cells(label.line) }];
      const own: FormLabel & { cells: CellId[] } = { ...label, cells: [] };
      const below = walk(node.children, node.prefixes ? `${prefix}${node.id}.` : prefix, [...above, own]);
      own.cells.push(...below.filter(({ leaf }) => leaf !== null).flatMap((child) => child.cells));
      return [own, ...below];
    });
  return walk(axis === 'row' ? block.rows : block.columns, '', []);
}

function build(format: Format): Omit<Labels, 'foreign' | 'known' | 'patience'> {
  const all = tableIds.flatMap((id) =>
    format.tables[id].blocks.flatMap((block, index) => [
      ...labelsOfAxis(format, id, index, block, 'column'),
      ...labelsOfAxis(format, id, index, block, 'row'),
    ]),
  );
  const exact = new Map<string, FormLabel[]>();
  const other = new Map<string, FormLabel[]>();
  const add = (map: Map<string, FormLabel[]>, key: string, label: FormLabel): void =>
    void map.set(key, [...(map.get(key) ?? []), label]);
  for (const label of all) {
    const keys = keysOf(label.form, label.line);
    add(exact, keys.exact, label);
    for (const key of keys.others) add(other, key, label);
  }
  const byKey = new Map<string, Match>();
  for (const [key, labels] of other) byKey.set(key, matchOf(labels, 'variant'));
  for (const [key, labels] of exact) byKey.set(key, matchOf(labels, 'exact'));
  const columns = (id: TableId): FormLabel[][] =>
    format.tables[id].blocks.map((_, index) =>
      all.filter((label) => label.table === id && label.block === index && label.axis === 'column'),
    );
  return {
    format,
    all,
    columns: {
      disclosure: columns('disclosure'),
      applications: columns('applications'),
      remedies: columns('remedies'),
    },
    byKey,
  };
}

/** A document has some hundred texts that are nearly a label. */
const patience = 6000;

const built = formats.map(build);
const byFormat = new Map<Format, Labels>(
  built.map((labels) => {
    const foreign = new Set(
      built.flatMap(({ all }) => all.map(({ key }) => key)).filter((key) => !labels.byKey.has(key)),
    );
    return [labels.format, { ...labels, foreign, known: new Map(), patience: { left: patience } }];
  }),
);

/** The labels of a format, for one document; built once. Throws for a format that was never in force. */
export function labelsOf(format: Format): Labels {
  const labels = byFormat.get(format);
  if (labels === undefined) throw new Error(`No format ${format.id}`);
  labels.patience.left = patience;
  return labels;
}
