import type { Block } from './document';
import { DocxBody } from './docx-body';
import { readNumbering } from './docx-numbering';
import { readStyles } from './docx-styles';
import { isUnreadable, unreadable, type Unreadable } from './result';
import { readXml } from './xml';
import { openPackage, type Package } from './zip';

/**
 * The paragraphs and tables of a .docx as someone reads them who has accepted all changes, automatic numbers included.
 * Codes: damaged, encrypted, hostile; unknown-kind for a package that holds no text document.
 */
export async function blocksOfDocx(bytes: Uint8Array): Promise<readonly Block[] | Unreadable> {
  const opened = openPackage(bytes);
  if (isUnreadable(opened)) return opened;
  const name = mainPart(opened);
  if (name === null) return unreadable(opened.has('[Content_Types].xml') ? 'damaged' : 'unknown-kind');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const body = bodyFor(opened, folder);
  if (isUnreadable(body)) return body;
  const main = opened.part(name) ?? unreadable('damaged');
  if (isUnreadable(main)) return main;
  return readXml(main, body) ?? body.blocks;
}

function bodyFor(opened: Package, folder: string): DocxBody | Unreadable {
  const stylesPart = opened.part(`${folder}styles.xml`);
  if (stylesPart !== null && isUnreadable(stylesPart)) return stylesPart;
  const styles = readStyles(stylesPart);
  if (isUnreadable(styles)) return styles;
  const numberingPart = opened.part(`${folder}numbering.xml`);
  if (numberingPart !== null && isUnreadable(numberingPart)) return numberingPart;
  const numbering = readNumbering(numberingPart);
  return isUnreadable(numbering) ? numbering : new DocxBody(styles, numbering);
}

/** The part with the text: by its usual name, else as the package says (ECMA-376-2, 9.3). */
function mainPart(opened: Package): string | null {
  if (opened.has('word/document.xml')) return 'word/document.xml';
  const relations = opened.part('_rels/.rels');
  if (relations === null || isUnreadable(relations)) return null;
  let target: string | null = null;
  const refused = readXml(relations, {
    open: (_, attributes) => {
      if (attributes.get('Type')?.endsWith('/officeDocument') === true) target ??= (attributes.get('Target') ?? '').replace(/^\//, '');
    },
    close: () => undefined,
    takesText: false,
    text: () => undefined,
  });
  return refused === null && target !== null && opened.has(target) ? target : null;
}
