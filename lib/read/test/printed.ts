import { deflateSync } from 'node:zlib';

/** Text at a place in points from the upper left corner of a page of A4; `turned` runs upwards. */
export interface Put {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly turned?: boolean;
}

/** A printed rule from one point to another. */
export type Rule = readonly [number, number, number, number];

export interface Sheet {
  readonly texts: readonly Put[];
  readonly rulings?: readonly Rule[];
}

const height = 842;
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

interface Making {
  /** How characters are coded: two bytes each with a table to Unicode, or in a Chinese encoding without one. */
  readonly encoding?: 'table' | 'GBK-EUC-H' | 'UniGB-UCS2-H';
  /** Bytes for a text in `encoding` GBK-EUC-H. */
  readonly bytes?: (text: string) => string;
  readonly trailer?: string;
}

function fontObjects({ encoding = 'table' }: Making): string[] {
  const ranges = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0')).map(
    (high) => `<${high}00> <${high}ff> <${high}00>`,
  );
  const blocks = [ranges.slice(0, 100), ranges.slice(100, 200), ranges.slice(200)].map(
    (part) => `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`,
  );
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
  const registry = encoding === 'table' ? '/Ordering (Identity) /Supplement 0' : '/Ordering (GB1) /Supplement 2';
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding === 'table' ? 'Identity-H' : encoding} /DescendantFonts [4 0 R] ${encoding === 'table' ? '/ToUnicode 6 0 R ' : ''}>>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) ${registry} >> /FontDescriptor 5 0 R /DW 1000 ${encoding === 'table' ? '/W [32 126 500]' : ''} >>`,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
  ];
}

function contentOf({ texts, rulings = [] }: Sheet, { bytes = hex }: Making): string {
  const lines = rulings.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`);
  const words = texts.map(
    ({ text, x, y, size = 12, turned = false }) =>
      `BT /F1 ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${height - y} Tm <${bytes(text)}> Tj ET`,
  );
  return [...lines, ...words].join('\n');
}

/** A PDF as small writers make it, from texts and rulings at their places. */
export function printed(sheets: readonly Sheet[], making: Making = {}): Uint8Array {
  const contents = sheets.map((sheet) => deflateSync(contentOf(sheet, making)).toString('latin1'));
  const pageAt = (index: number): number => 7 + index * 2;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, index) => `${pageAt(index)} 0 R`).join(' ')}] >>`,
    ...fontObjects(making),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(index) + 1} 0 R >>`,
      `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${making.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** The rulings of a table between these positions, all drawn. */
export function ruled(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs[xs.length - 1], ys[0], ys[ys.length - 1]];
  return [...xs.map((x): Rule => [x, top, x, bottom]), ...ys.map((y): Rule => [left, y, right, y])];
}
