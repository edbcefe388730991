import type { Block } from '@/lib/read/document';
import type { Numbering } from './docx-numbering';
import { levelOf, within, type NumberAt, type Style, type Styles } from './docx-styles';

/** A paragraph of a .docx while it is read. */
export interface ParagraphWritten {
  text: string;
  style: string | null;
  outline: number | null;
  list: string | null;
  listLevel: number | null;
  /** The mark at its end is deleted or hidden: the next paragraph goes on with it. */
  markGone: boolean;
  /** What text boxes anchored here hold; it follows the paragraph. */
  readonly boxes: Block[];
}

export const newParagraph = (): ParagraphWritten => ({
  text: '',
  style: null,
  outline: null,
  list: null,
  listLevel: null,
  markGone: false,
  boxes: [],
});

export const paragraphProperties = ['w:pStyle', 'w:outlineLvl', 'w:numId', 'w:ilvl'] as const;

/** Takes a property that stands in w:pPr. */
export function takeProperty(paragraph: ParagraphWritten, name: string, value: string | undefined): void {
  if (name === 'w:pStyle') paragraph.style = value ?? null;
  else if (name === 'w:outlineLvl') paragraph.outline = within(value, 9);
  else if (name === 'w:numId') paragraph.list = value ?? null;
  else if (name === 'w:ilvl') paragraph.listLevel = within(value, 8);
}

export const headingLevel = (paragraph: ParagraphWritten, style: Style): number | null =>
  paragraph.outline === null ? style.level : levelOf(paragraph.outline);

/** The automatic number before a paragraph, with what parts it from the text. */
export function numberBefore(paragraph: ParagraphWritten, styles: Styles, numbering: Numbering): string {
  const at = numberAt(paragraph, styles.of(paragraph.style), numbering);
  const number = at === null ? '' : numbering.next(at);
  // 1. and 5件 would else read as one number.
  return /[0-9A-Za-z.．]$/.test(number) && paragraph.text !== '' ? `${number} ` : number;
}

function numberAt(paragraph: ParagraphWritten, style: Style, numbering: Numbering): NumberAt | null {
  if (paragraph.list === '0') return null;
  const list = paragraph.list ?? style.number?.list ?? null;
  if (list === null) return null;
  const byStyle = paragraph.style === null ? null : numbering.levelOfStyle(list, paragraph.style);
  return { list, level: paragraph.listLevel ?? byStyle ?? style.number?.level ?? 0 };
}
