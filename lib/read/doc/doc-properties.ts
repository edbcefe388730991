import { pagesOf, propertiesOf, runsOf, sprm, type Page, type Property, type Runs } from './doc-sprm';
import { symbol } from '@/lib/read/docx/docx-symbol';

/** Where the cells of a row of a .doc begin and end, and which belong to others. */
export interface RowDefinition {
  /** In twips; one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly { readonly joinsLeft: boolean; readonly down: 'none' | 'restart' | 'continue' }[];
  readonly header: boolean;
}

export interface ParagraphProperties {
  /** As `Paragraph.level`. */
  readonly level: number | null;
  /** 0 outside tables, 1 in one, 2 in a table within a cell. */
  readonly depth: number;
  /** Ends a cell of a table within a cell. */
  readonly innerCell: boolean;
  readonly rowEnd: boolean;
  /** Only at the end of a row. */
  readonly row: RowDefinition | null;
}

export interface CharacterProperties {
  /** Deleted with changes tracked, or hidden. */
  readonly gone: boolean;
  /** What stands there instead of the character. */
  readonly symbol: string | null;
}

const isOn = (operand: Buffer | undefined): boolean => operand?.[0] === 1 || operand?.[0] === 0x81;

/**
 * Paragraph properties by file position ([MS-DOC] 2.9.175, PapxFkp). `data` is the stream Data, where long ones stand.
 */
export function paragraphRuns(document: Buffer, index: Buffer, data: Buffer): Runs<ParagraphProperties> {
  return runsOf(pagesOf(document, index), ({ bytes, runs }: Page, run: number) => {
    const at = bytes.readUInt8((runs + 1) * 4 + run * 13) * 2;
    if (at === 0) return paragraphOf(0, []);
    const short = bytes.readUInt8(at);
    const start = short === 0 ? at + 2 : at + 1;
    const size = short === 0 ? bytes.readUInt8(at + 1) * 2 : short * 2 - 1;
    if (size < 2) return paragraphOf(0, []);
    const properties = propertiesOf(bytes.subarray(start + 2, start + size));
    return paragraphOf(bytes.readUInt16LE(start), [
      ...properties,
      ...properties.flatMap((property) => hugeOf(property, data)),
    ]);
  });
}

function hugeOf({ code, operand }: Property, data: Buffer): Property[] {
  if (code !== sprm.hugeParagraph && code !== sprm.hugeParagraphOld) return [];
  const at = operand.readUInt32LE(0);
  return at + 2 > data.length ? [] : propertiesOf(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)));
}

function paragraphOf(style: number, properties: readonly Property[]): ParagraphProperties {
  const last = (code: number): Buffer | undefined => properties.findLast((property) => property.code === code)?.operand;
  const outline = last(sprm.outlineLevel)?.[0];
  // Styles 1 to 9 are the headings in every document ([MS-DOC] 2.9.271).
  const byStyle = style >= 1 && style <= 9 ? Math.min(6, style) : null;
  const rowEnd = isOn(last(sprm.rowEnd)) || isOn(last(sprm.innerRowEnd));
  return {
    level: outline === undefined ? byStyle : outline < 9 ? Math.min(6, outline + 1) : null,
    depth: Math.min(16, Math.max(isOn(last(sprm.inTable)) ? 1 : 0, last(sprm.depth)?.readUInt32LE(0) ?? 0)),
    innerCell: isOn(last(sprm.innerCell)),
    rowEnd,
    row: rowEnd ? rowOf(last(sprm.tableDefinition), properties) : null,
  };
}

/** [MS-DOC] 2.9.321, TDefTableOperand: the number of cells, their edges, and of each its TC80. */
function rowOf(definition: Buffer | undefined, properties: readonly Property[]): RowDefinition | null {
  const count = definition?.[0] ?? 0;
  const first = 1 + 2 * (count + 1);
  if (definition === undefined || count === 0 || definition.length < first) return null;
  const flags = Array.from({ length: count }, (_, cell) =>
    first + cell * 20 + 2 <= definition.length ? definition.readUInt16LE(first + cell * 20) : 0,
  );
  const down = flags.map((flag) => (flag >> 5) & 3);
  for (const { code, operand } of properties)
    if (code === sprm.verticalMerge) down[operand[0] ?? count] = operand[1] ?? 0;
  return {
    edges: Array.from({ length: count + 1 }, (_, edge) => definition.readInt16LE(1 + edge * 2)),
    cells: flags.map((flag, cell) => ({
      joinsLeft: (flag & 3) === 1,
      down: down[cell] === 3 ? 'restart' : down[cell] === 1 ? 'continue' : 'none',
    })),
    header: properties.some(({ code, operand }) => code === sprm.tableHeader && isOn(operand)),
  };
}

/** Character properties by file position ([MS-DOC] 2.9.33, ChpxFkp). */
export function characterRuns(document: Buffer, index: Buffer): Runs<CharacterProperties> {
  return runsOf(pagesOf(document, index), ({ bytes, runs }: Page, run: number) => {
    const at = bytes.readUInt8((runs + 1) * 4 + run) * 2;
    const properties = at === 0 ? [] : propertiesOf(bytes.subarray(at + 1, at + 1 + bytes.readUInt8(at)));
    const on = (code: number): boolean => isOn(properties.findLast((property) => property.code === code)?.operand);
    const sign = properties.findLast(({ code }) => code === sprm.symbol)?.operand;
    return {
      gone: on(sprm.deleted) || on(sprm.hidden),
      symbol: sign === undefined ? null : symbol('Wingdings', sign.readUInt16LE(2).toString(16)),
    };
  });
}
