import type { Block } from '@/lib/read/document';
import { DocxDrawings, drawn } from './docx-drawings';
import type { Numbering } from './docx-numbering';
import {
  headingLevel,
  newParagraph,
  numberBefore,
  paragraphProperties,
  takeProperty,
  type ParagraphWritten,
} from './docx-paragraph';
import { isOn, type Style, type Styles } from './docx-styles';
import { symbol } from './docx-symbol';
import {
  blocksOfTable,
  cellProperties,
  newTable,
  rowProperties,
  tableProperties,
  takeCellProperty,
  takeRowProperty,
  takeTableProperty,
  type CellWritten,
  type TableWritten,
} from './docx-table';
import type { XmlHandler } from '@/lib/read/package/xml';
import type { Attributes } from '@/lib/read/package/xml-scan';

/** The body, a cell or a text box: what blocks stand in. */
interface Container {
  readonly blocks: Block[];
  readonly cell: boolean;
  /** Text of paragraphs whose mark is gone: the next one goes on with it. */
  carried: string;
}

const propertySets = new Set(['w:pPr', 'w:rPr', 'w:trPr', 'w:tcPr', 'w:tblPr', 'w:sdtPr']);

/** Properties that change what is read; most say how it looks. */
const told = new Set([
  ...paragraphProperties,
  ...tableProperties,
  ...rowProperties,
  ...cellProperties,
  'w:del',
  'w:moveFrom',
  'w:vanish',
  'w:rStyle',
  'w:showingPlcHdr',
  'w:docPartGallery',
]);

/** Deleted or moved away, instructions of fields, readings above characters, lists to choose from. */
const leftOut = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:rt', 'w:ffData']);

/**
 * Turns word/document.xml into blocks (ISO/IEC 29500-1, 17). Headers, footers and notes are parts of their own, never
 * read.
 */
export class DocxBody implements XmlHandler {
  readonly blocks: Block[] = [];
  readonly drawings = new DocxDrawings();
  private readonly containers: Container[] = [{ blocks: this.blocks, cell: false, carried: '' }];
  private readonly paragraphs: ParagraphWritten[] = [];
  private readonly tables: TableWritten[] = [];
  private readonly properties: string[] = [];
  /** Whether the text of the runs now open is hidden. */
  private readonly hidden: boolean[] = [];
  private fields: ('instruction' | 'result')[] = [];
  /** Content controls; whether what they hold stands for nothing written: a prompt, or a table of contents. */
  private readonly controls: { empty: boolean }[] = [];
  private skipped = 0;
  private written: string | null = null;
  private keepsSpace = false;

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0) this.skipped += 1;
    else if (propertySets.has(name)) this.properties.push(name);
    else if (this.properties.length > 0) {
      if (told.has(name)) this.takeProperty(name, attributes.get('w:val'));
      // What properties were before a tracked change.
      else if (name.endsWith('Change')) this.skipped = 1;
    } else if (leftOut.has(name)) this.skipped = 1;
    else this.openContent(name, attributes);
  }

  get takesText(): boolean {
    return this.written !== null && this.skipped === 0;
  }

  text(text: string): void {
    this.written += text;
  }

  close(name: string): void {
    if (this.skipped > 0) this.skipped -= 1;
    else if (propertySets.has(name)) this.properties.pop();
    else if (this.properties.length === 0) this.closeContent(name);
  }

  private takeProperty(name: string, value: string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    const table = this.tables.at(-1);
    const row = table?.rows.at(-1);
    const cell = row?.cells.at(-1);
    const control = this.controls.at(-1);
    const outer = this.properties[0];
    if (outer === 'w:pPr' && this.properties.length === 1 && paragraph !== undefined)
      takeProperty(paragraph, name, value);
    else if (outer === 'w:pPr' && paragraph !== undefined) {
      if (name === 'w:del' || name === 'w:moveFrom' || (name === 'w:vanish' && isOn(value))) paragraph.markGone = true;
    } else if (outer === 'w:rPr') this.takeRunProperty(name, value);
    else if (outer === 'w:trPr' && row !== undefined) takeRowProperty(row, name, value);
    else if (outer === 'w:tcPr' && cell !== undefined) takeCellProperty(cell, name, value);
    else if (outer === 'w:tblPr' && table !== undefined) takeTableProperty(table, name, value);
    else if (outer === 'w:sdtPr' && control !== undefined) {
      if ((name === 'w:showingPlcHdr' && isOn(value)) || (name === 'w:docPartGallery' && value === 'Table of Contents'))
        control.empty = true;
    }
  }

  private takeRunProperty(name: string, value: string | undefined): void {
    const last = this.hidden.length - 1;
    if (last < 0) return;
    if (name === 'w:vanish') this.hidden[last] = isOn(value);
    else if (name === 'w:rStyle' && value !== undefined && this.styles.hides(value)) this.hidden[last] = true;
  }

  private openContent(name: string, attributes: Attributes): void {
    if (name === 'w:t' || name === 'm:t') {
      this.written = '';
      this.keepsSpace = attributes.get('xml:space') === 'preserve';
    } else if (name === 'w:p') this.paragraphs.push(newParagraph());
    else if (name === 'w:r') this.hidden.push(this.style().hidden);
    else if (name === 'w:tab' || name === 'w:ptab') this.add('\t');
    else if (name === 'w:br' || name === 'w:cr') this.add('\n');
    else if (name === 'w:noBreakHyphen') this.add('-');
    else if (name === 'w:sym') this.add(symbol(attributes.get('w:font') ?? '', attributes.get('w:char') ?? ''));
    else if (name === 'w:fldChar') this.takeField(attributes.get('w:fldCharType'));
    else if (drawn.has(name))
      this.drawings.open(name, attributes, this.container.blocks === this.blocks && this.hidden.at(-1) !== true);
    else if (name === 'w:tbl') this.openTable();
    else if (name === 'w:tr') this.tables.at(-1)?.rows.push({ header: false, gone: false, before: 0, cells: [] });
    else if (name === 'w:tc') this.openCell();
    else if (name === 'w:txbxContent') this.containers.push({ blocks: [], cell: false, carried: '' });
    else if (name === 'w:sdt') this.controls.push({ empty: false });
    else if (name === 'w:sdtContent' && this.controls.at(-1)?.empty === true) this.skipped = 1;
  }

  private closeContent(name: string): void {
    if (name === 'w:t' || name === 'm:t') {
      const text = (this.written ?? '').replace(/[\r\n]+/g, ' ');
      this.written = null;
      this.add(this.keepsSpace ? text : text.trim());
    } else if (name === 'w:p') this.closeParagraph();
    else if (name === 'w:r') this.hidden.pop();
    else if (name === 'w:tc' || name === 'w:txbxContent') this.closeContainer();
    else if (name === 'w:tbl') this.container.blocks.push(...blocksOfTable(this.tables.pop() ?? newTable()));
    else if (name === 'w:sdt') this.controls.pop();
    else if (name === 'w:body') this.finishCarried();
  }

  private get container(): Container {
    return this.containers.at(-1) ?? { blocks: this.blocks, cell: false, carried: '' };
  }

  private style(): Style {
    return this.styles.of(this.paragraphs.at(-1)?.style ?? null);
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined || this.hidden.at(-1) === true || this.fields.includes('instruction')) return;
    paragraph.text += text;
  }

  private takeField(type: string | undefined): void {
    if (type === 'begin') this.fields.push('instruction');
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (type === 'end') this.fields.pop();
  }

  private openTable(): void {
    this.finishCarried();
    this.tables.push(newTable());
  }

  private openCell(): void {
    const cell: CellWritten = { colspan: 1, merge: 'none', joinsLeft: false, deleted: false, blocks: [] };
    this.tables.at(-1)?.rows.at(-1)?.cells.push(cell);
    this.containers.push({ blocks: cell.blocks, cell: true, carried: '' });
  }

  private closeContainer(): void {
    this.finishCarried();
    const closed = this.containers.pop();
    if (closed === undefined || closed.cell) return;
    (this.paragraphs.at(-1)?.boxes ?? this.container.blocks).push(...closed.blocks);
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    // The instruction of a field never reaches beyond its paragraph: this one has lost its end.
    const lost = this.fields.indexOf('instruction');
    if (lost >= 0) this.fields = this.fields.slice(0, lost);
    const { container } = this;
    const style = this.styles.of(paragraph.style);
    const empty = paragraph.text.trim() === '';
    const number = empty && paragraph.markGone ? '' : numberBefore(paragraph, this.styles, this.numbering);
    const text = container.carried + (empty && !container.cell ? '' : number) + paragraph.text;
    container.carried = '';
    if (style.headsSimple && container.cell) (this.tables.at(-1) ?? newTable()).simple = true;
    if (paragraph.markGone) container.carried = text;
    else if (!style.contents) this.push(text, headingLevel(paragraph, style));
    container.blocks.push(...paragraph.boxes);
    if (this.paragraphs.length === 0 && container.blocks === this.blocks)
      this.drawings.closeParagraph(this.blocks.length);
  }

  private push(text: string, level: number | null): void {
    const whole = text.replace(/^\n+|\n+$/g, '');
    if (whole.trim() !== '') this.container.blocks.push({ is: 'paragraph', text: whole, level });
  }

  private finishCarried(): void {
    const { container } = this;
    this.push(container.carried, null);
    container.carried = '';
  }
}
