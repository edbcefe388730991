/** What [MS-DOC] (2.6) calls a Prl: one property and its operand. */
export interface Property {
  readonly code: number;
  readonly operand: Buffer;
}

/** Property codes that matter here ([MS-DOC] 2.6.1 to 2.6.3). */
export const sprm = {
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
  outlineLevel: 0x2640,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  list: 0x460b,
  listLevel: 0x260a,
  hugeParagraph: 0x6646,
  hugeParagraphOld: 0x6645,
  tableDefinition: 0xd608,
  tableHeader: 0x3404,
  verticalMerge: 0xd62b,
} as const;

const fixed = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** The properties of a grpprl; what is cut short at its end is left out. */
export function propertiesOf(grpprl: Buffer): Property[] {
  const found: Property[] = [];
  let at = 0;
  while (at + 3 <= grpprl.length) {
    const code = grpprl.readUInt16LE(at);
    const size = fixed[code >> 13];
    const start = at + 2 + (size === null ? lengthBytes(code) : 0);
    const stop = size == null ? start + variable(grpprl, at + 2, code) : start + size;
    if (stop > grpprl.length) break;
    found.push({ code, operand: grpprl.subarray(start, stop) });
    at = stop;
  }
  return found;
}

const lengthBytes = (code: number): number => (code === sprm.tableDefinition ? 2 : 1);

function variable(grpprl: Buffer, at: number, code: number): number {
  if (code === sprm.tableDefinition)
    return at + 2 <= grpprl.length ? Math.max(0, grpprl.readUInt16LE(at) - 1) : Infinity;
  const size = grpprl.readUInt8(at);
  // sprmPChgTabs beyond 254 bytes counts its tabs instead.
  if (code !== 0xc615 || size !== 255) return size;
  const deleted = grpprl.readUInt8(at + 1);
  const added = at + 2 + 4 * deleted < grpprl.length ? grpprl.readUInt8(at + 2 + 4 * deleted) : 0;
  return 2 + 4 * deleted + 3 * added;
}

/** Runs of a file position and what applies there, from the pages that an index (a PlcBte) lists. */
export interface Runs<Value> {
  at(position: number): Value | null;
}

export interface Page {
  readonly bytes: Buffer;
  readonly runs: number;
}

/** The 512-byte pages of properties (FKPs) that stand in `index`. */
export function pagesOf(document: Buffer, index: Buffer): Page[] {
  const count = Math.floor((index.length - 4) / 8);
  const pages = new Set<number>();
  for (let entry = 0; entry < count; entry += 1) pages.add(index.readUInt32LE((count + 1) * 4 + entry * 4) & 0x3fffff);
  return [...pages]
    .filter((page) => (page + 1) * 512 <= document.length)
    .map((page) => {
      const bytes = document.subarray(page * 512, (page + 1) * 512);
      return { bytes, runs: bytes.readUInt8(511) };
    });
}

export function runsOf<Value>(pages: readonly Page[], valueAt: (page: Page, run: number) => Value): Runs<Value> {
  const runs = pages.flatMap((page) =>
    Array.from({ length: page.runs }, (_, run) => ({
      from: page.bytes.readUInt32LE(run * 4),
      to: page.bytes.readUInt32LE(run * 4 + 4),
      page,
      run,
    })),
  );
  runs.sort((a, b) => a.from - b.from);
  const values = new Map<number, Value>();
  const value = (index: number, page: Page, run: number): Value => {
    const known = values.get(index) ?? valueAt(page, run);
    values.set(index, known);
    return known;
  };
  return {
    at: (position) => {
      let low = 0;
      let high = runs.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const run = runs[middle];
        if (run === undefined) return null;
        if (position < run.from) high = middle - 1;
        else if (position >= run.to) low = middle + 1;
        else return value(middle, run.page, run.run);
      }
      return null;
    },
  };
}
