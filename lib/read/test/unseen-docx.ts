import type { Report } from '@/lib/report/report';
import { cell, docxOfBody, paragraph, row, run, table } from './docx-file';
import type { Laid, Piece } from './laid-out';
import { laidOf, places, rowsOfLaid } from './unseen-layout';
import { partsOf, type Part } from './unseen-report';

/** Word files as WPS, Word and LibreOffice leave them after years of editing. */
export type DocxShape = (report: Report) => Uint8Array;

const covering = (laid: Laid, at: number, column: number): Piece | undefined =>
  laid.pieces.find((p) => p.row < at && at < p.row + p.down && p.column === column);

const merged =
  (of: (text: string) => string = paragraph, more: readonly string[] = []) =>
  (laid: Laid): string =>
    table(
      ...rowsOfLaid(laid).map((pieces, at) => {
        const cells: string[] = [];
        for (let column = 0; column < laid.width; column += 1) {
          const piece = pieces.find((p) => p.column === column);
          const above = covering(laid, at, column);
          const span = (piece ?? above)?.across ?? 1;
          const properties = `<w:tcW w:w="900" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}`;
          if (piece !== undefined)
            cells.push(cell(of(piece.text), `${properties}${piece.down > 1 ? '<w:vMerge w:val="restart"/>' : ''}`));
          else if (above !== undefined) cells.push(cell(paragraph(''), `${properties}<w:vMerge/>`));
          if ((piece ?? above) !== undefined) column += span - 1;
        }
        return row([...cells, ...more]);
      }),
    );
const undone =
  (again: boolean) =>
  (laid: Laid): string =>
    table(...places(laid, again).map((texts) => row(texts.map((text) => cell(paragraph(text))))));
const ragged = (laid: Laid): string =>
  table(...rowsOfLaid(laid).map((pieces) => row(pieces.map((p) => cell(paragraph(p.text))))));
const nested = (laid: Laid): string => table(row([cell(merged()(laid) + paragraph(''))]));
const tornCells = (laid: Laid): string =>
  merged((text) =>
    text.length > 5
      ? paragraph(text.slice(0, 4)) + paragraph(text.slice(4))
      : text.length === 1
        ? `${paragraph('')}${paragraph(text)}`
        : paragraph(text),
  )(laid);
const tracked = (laid: Laid): string =>
  merged((text) =>
    /^\d+$/.test(text)
      ? paragraph(
          `<w:del w:id="1" w:author="a"><w:r><w:delText>77</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run(text)}</w:ins>`,
        )
      : paragraph(text),
  )(laid);
const byRuns = (laid: Laid): string => merged((text) => paragraph([...text].map((c) => run(c)).join('')))(laid);
const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const fourRows = (laid: Laid): string => {
  if (laid.table !== 'remedies') return merged()(laid);
  const v = laid.pieces.filter((p) => !p.label).map((p) => p.text);
  const line = (...texts: string[]): string => row(texts.map((text) => cell(paragraph(text))));
  return table(
    line('', ...five),
    ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((name, i) => line(name, ...v.slice(i * 5, i * 5 + 5))),
  );
};
const split = (laid: Laid): string => {
  if (laid.table !== 'applications') return merged()(laid);
  const cut = 16;
  const top = {
    ...laid,
    height: cut,
    pieces: laid.pieces.filter((p) => p.row < cut).map((p) => ({ ...p, down: Math.min(p.down, cut - p.row) })),
  };
  const rest = {
    ...laid,
    height: laid.height - cut,
    pieces: laid.pieces
      .filter((p) => p.row + p.down > cut)
      .map((p) => (p.row < cut ? { ...p, text: '', row: 0, down: p.row + p.down - cut } : { ...p, row: p.row - cut })),
  };
  return merged()(top) + paragraph('') + merged()(rest);
};

const box = (text: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${paragraph(text)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
const numbering = {
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
};

const of = (
  report: Report,
  tableOf: (laid: Laid) => string,
  text: (part: Part) => string = (part) => (part.is === 'table' ? '' : paragraph(part.text)),
  parts = {},
): Uint8Array => {
  const tables = laidOf(report);
  return docxOfBody(
    partsOf(report)
      .map((part) => (part.is === 'table' ? tableOf(tables[part.index] as Laid) : text(part)))
      .join(''),
    parts,
  );
};

export const docxShapes: Readonly<Record<string, DocxShape>> = {
  'merged cells': (report) => of(report, merged()),
  'merges undone': (report) => of(report, undone(false)),
  'merges undone, text repeated': (report) => of(report, undone(true)),
  'ragged rows': (report) => of(report, ragged),
  'extra empty column': (report) => of(report, merged(paragraph, [cell(paragraph(''))])),
  'nested in a frame table': (report) => of(report, nested),
  'cells of several paragraphs': (report) => of(report, tornCells),
  'tracked changes': (report) => of(report, tracked),
  'a run a character': (report) => of(report, byRuns),
  'table four as three rows': (report) => of(report, fourRows),
  'table three in two': (report) => of(report, split),
  'title in a text box': (report) =>
    of(report, merged(), (part) =>
      part.is === 'table' ? '' : part.is === 'title' ? box(part.text) : paragraph(part.text),
    ),
  'headings numbered by Word': (report) =>
    of(
      report,
      merged(),
      (part) =>
        part.is === 'table'
          ? ''
          : part.is === 'heading'
            ? paragraph(part.text.slice(2), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
            : paragraph(part.text),
      numbering,
    ),
  'title on two lines, empty paragraphs': (report) =>
    of(report, merged(), (part) =>
      part.is === 'table'
        ? ''
        : part.is === 'title'
          ? paragraph(report.agency) + paragraph(part.text.slice(report.agency.length))
          : paragraph(part.text) + paragraph(''),
    ),
};
