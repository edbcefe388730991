import { escaped } from '@/lib/render/docx/xml-text';

/** HTML that is safe to stand in a page: only `html` makes it, and it escapes whatever is put in. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Piece = string | number | Markup | null | false | readonly Piece[];

const rendered = (piece: Piece): string => {
  if (piece === null || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return piece.map(rendered).join('');
};

/** A template whose values are escaped; arrays are joined, null and false are left out. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + rendered(values[index - 1] ?? null) + string));
}

/** Text of our own that is already HTML or CSS. Never for what people wrote. */
export const trusted = (text: string): Markup => new Markup(text);

/** A text whose line feeds are line breaks. */
export const lineBreaks = (text: string): Markup[] =>
  text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`);

/** Data for a `<script type="application/ld+json">`: no end tag and no comment can begin inside. */
export function dataScript(value: unknown): Markup {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}
