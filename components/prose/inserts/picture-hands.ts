import type { Paragraph } from '@/lib/report/draft';

/** What pasting asks of the page around the text; the page says it anew whenever it changes. */
export class PictureHands {
  private paragraphs: readonly Paragraph[] = [];
  private takes: (files: File[]) => void = () => undefined;

  set(paragraphs: readonly Paragraph[], takes: (files: File[]) => void): void {
    this.paragraphs = paragraphs;
    this.takes = takes;
  }

  take(files: File[]): void {
    this.takes(files);
  }

  /** Whether a picture stands in this report, so that an edit may name it. */
  knows(sha256: string): boolean {
    return this.paragraphs.some(
      ({ insert }) => insert !== undefined && 'picture' in insert && insert.picture.sha256 === sha256,
    );
  }
}
