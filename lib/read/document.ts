/**
 * What every kind of file is brought to before anything is understood: its paragraphs, tables and lines in order.
 * Text stands as in the file; line breaks within a paragraph or cell are `\n`.
 */
export type Block = Paragraph | Grid | Line;

export interface Paragraph {
  readonly is: 'paragraph';
  readonly text: string;
  /** 1 to 6 where the file marks a heading or a title (0) by style or tag; null otherwise. Never trusted alone. */
  readonly level: number | null;
}

/** A table whose cells are known: .docx, HTML, Markdown. */
export interface Grid {
  readonly is: 'grid';
  /** Cells as written, each once; a cell that spans covers the places after and below it. */
  readonly rows: readonly (readonly GridCell[])[];
  /** Empty where the file says that it has none; null where it says nothing. */
  readonly caption: string | null;
  /** Set as our own documents set a table of the prose: none of the statutory ones, whatever its words. */
  readonly simple?: true;
}

export interface GridCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
}

/**
 * A printed line, cut at tabs or wide gaps: plain text, PDF, Word 97. It may be a row of a table, a piece of one, or a
 * piece of a paragraph; which of them, only its words tell.
 */
export interface Line {
  readonly is: 'line';
  readonly cells: readonly string[];
  /** Whether a paragraph may begin here (indented, or after a blank line); lines that do not, go on the one before. */
  readonly opens: boolean;
}
