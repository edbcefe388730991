import type { Page } from '@playwright/test';
import { columnHeaders, labelDepth, rowHeaders, type HeaderCell } from '@/lib/statute/headers';
import { cellId, columnsOf, rowsOf, type Table } from '@/lib/statute/table';

/** What a spreadsheet puts on the clipboard for a selected range: a page of HTML and the same as tabbed text. */
export interface Copied {
  readonly html: string;
  readonly text: string;
}

const head = ({ label, rowSpan, colSpan }: HeaderCell): string =>
  `  <td class=xl66 rowspan=${rowSpan} colspan=${colSpan}>${label}</td>`;

/** A statutory table with its merged headings as Excel copies it; `written` says how a figure was typed there. */
export function copiedFromExcel(table: Table, written: (cell: string) => string): Copied {
  const [block] = table.blocks;
  if (block === undefined) throw new Error(`${table.id} has no block`);
  const columns = columnsOf(block);
  const figures = rowsOf(block).map((row) => columns.map((column) => written(cellId(table.id, row.id, column.id))));
  const above = columnHeaders(block);
  const beside = rowHeaders(block);
  const corner = `  <td class=xl65 rowspan=${above.length} colspan=${labelDepth(block)}>${block.corner ?? ''}</td>`;
  const lines = [
    ...above.map((cells, level) => [...(level === 0 ? [corner] : []), ...cells.map(head)]),
    ...figures.map((row, at) => [
      ...(beside[at] ?? []).map(head),
      ...row.map((figure) => `  <td class=xl67 align=right x:num>${figure}</td>`),
    ]),
  ];
  const rows = lines.map((cells) => ` <tr height=19 style='height:14.25pt'>\r\n${cells.join('\r\n')}\r\n </tr>`);
  return {
    html: [
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">',
      '<head><meta name=ProgId content=Excel.Sheet><style>\r\n<!--table {mso-displayed-decimal-separator:"\\.";}\r\n.xl67 {text-align:right;}\r\n--></style></head>',
      '<body link="#0563C1"><!--StartFragment-->',
      `<table border=0 cellpadding=0 cellspacing=0 width=720><col width=72 span=10>\r\n${rows.join('\r\n')}\r\n</table>`,
      '<!--EndFragment--></body></html>',
    ].join('\r\n'),
    text: figures.map((row) => row.join('\t')).join('\r\n'),
  };
}

/** Puts it on the browser's own clipboard, by a real copy in a page of its own, so that Ctrl+V pastes it. */
export async function copy(page: Page, copied: Copied): Promise<void> {
  const desk = await page.context().newPage();
  await desk.evaluate((what) => {
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.clipboardData?.setData('text/html', what.html);
      event.clipboardData?.setData('text/plain', what.text);
    });
  }, copied);
  await desk.keyboard.press('Control+c');
  await desk.close();
  await page.bringToFront();
}
