import type { SectionId } from '@/lib/statute/format';
import type { CellId, TableId } from '@/lib/statute/table';
import type { Place } from './report';

/** A label of the form as a document words it. */
export interface LabelAsWritten {
  readonly table: TableId;
  readonly block: number;
  readonly axis: 'row' | 'column';
  /** Id of the line (`refused.stateSecret`), or of the heading over several lines (`refused`, `applicant`). */
  readonly line: string;
  /** As the form has it, with its number. */
  readonly form: string;
  /** As the document has it, line breaks and blanks left in. */
  readonly text: string;
  /** The cells of its row or column. */
  readonly cells: readonly CellId[];
}

/** A heading of the first level as a document words it; `section` is null where it is none of the six. */
export interface HeadingAsWritten {
  readonly section: SectionId | null;
  readonly text: string;
}

/** What a web page says of itself besides the report. */
export interface PageFacts {
  readonly title: string;
  /** `<meta name="PubDate">`, as it stands; null where there is none. */
  readonly published: string | null;
  /** Tables that hold figures of the report: whether each has header cells and a caption. */
  readonly tables: readonly { readonly table: TableId; readonly headers: boolean; readonly caption: boolean }[];
  /** Pictures within the article. */
  readonly pictures: number;
}

/**
 * How a document words and arranges what the format lays down: what `Report` leaves out because it holds values. A
 * draft has none of it, its labels are the form's own; nor has a report in JSON.
 */
export interface AsWritten {
  /** In the order of the document. */
  readonly headings: readonly HeadingAsWritten[];
  /** Tables that were found at all. */
  readonly tables: readonly TableId[];
  /**
   * Labels that were recognised, in the order of the document. Labels of rows the format does not know are in
   * `Report.extra`.
   */
  readonly labels: readonly LabelAsWritten[];
  /** The note above the row labels of table three (本列数据的勾稽关系为……); null where there is none. */
  readonly corner: string | null;
  /** Text of the cells whose text is more or other than their value: `　0`, `－`, `约12`, `22（其中修订16件）`. */
  readonly cells: Readonly<Record<CellId, string>>;
  /** The date below the report as it stands; null where there is none. */
  readonly date: string | null;
  /** Remains of a converter that were taken out: `[bookmark: _GoBack]`. */
  readonly residue: readonly { readonly place: Place | 'title' | 'signature'; readonly text: string }[];
  /** Only for web pages. */
  readonly page: PageFacts | null;
}
