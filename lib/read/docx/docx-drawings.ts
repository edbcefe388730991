import type { Attributes } from '@/lib/read/package/xml-scan';

/** A picture that stands behind the first `after` blocks of the body; `relation` names its part. */
export interface DrawnPicture {
  readonly after: number;
  readonly relation: string;
  readonly alt: string;
}

/** More are not looked at. */
const most = 200;

/**
 * Elements that tell of a picture: what a drawing says of itself, and the part of it (DrawingML, and VML of older
 * files).
 */
export const drawn: ReadonlySet<string> = new Set(['wp:docPr', 'a:blip', 'v:imagedata']);

/** The pictures of a document's body, met in the order of its elements. */
export class DocxDrawings {
  readonly pictures: DrawnPicture[] = [];
  /** Words of pictures within tables and text boxes. */
  readonly enclosed: string[] = [];
  /** Of the paragraph that is open; what the drawing says of itself comes before its picture. */
  private waiting: Omit<DrawnPicture, 'after'>[] = [];
  private described = '';

  /** Takes one of the elements `drawn`; `inBody` is false within tables, text boxes and hidden runs. */
  open(name: string, attributes: Attributes, inBody: boolean): void {
    if (name === 'wp:docPr') this.described = attributes.get('descr') ?? attributes.get('title') ?? '';
    else if (name === 'a:blip') this.draw(attributes.get('r:embed'), this.described, inBody);
    else this.draw(attributes.get('r:id'), attributes.get('o:title') ?? '', inBody);
  }

  /** The pictures of a paragraph of the body stand behind it. */
  closeParagraph(blocks: number): void {
    for (const one of this.waiting) this.pictures.push({ ...one, after: blocks });
    this.waiting = [];
  }

  private draw(relation: string | undefined, alt: string, inBody: boolean): void {
    if (relation === undefined || this.pictures.length + this.waiting.length + this.enclosed.length >= most) return;
    if (inBody) this.waiting.push({ relation, alt });
    else this.enclosed.push(alt);
  }
}
