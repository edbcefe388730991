import type { Block } from '@/lib/read/document';
import { DocxBody } from './docx-body';
import type { DocxDrawings, DrawnPicture } from './docx-drawings';
import { readNumbering } from './docx-numbering';
import { readStyles } from './docx-styles';
import { PictureTray, type Pictures } from '@/lib/read/picture';
import { isUnreadable, unreadable, type Unreadable } from '@/lib/read/result';
import { readXml } from '@/lib/read/package/xml';
import { openPackage, type Package } from '@/lib/read/package/zip';

/**
 * The paragraphs and tables of a .docx as someone reads them who has accepted all changes, automatic numbers included.
 * Codes: damaged, encrypted, hostile; unknown-kind for a package that holds no text document.
 */
export async function blocksOfDocx(bytes: Uint8Array): Promise<readonly Block[] | Unreadable> {
  const document = await documentOfDocx(bytes);
  return isUnreadable(document) ? document : document.blocks;
}

/** The same with the pictures that stand among them. */
export async function documentOfDocx(
  bytes: Uint8Array,
): Promise<{ readonly blocks: readonly Block[]; readonly pictures: Pictures } | Unreadable> {
  const opened = openPackage(bytes);
  if (isUnreadable(opened)) return opened;
  const name = mainPart(opened);
  if (name === null) return unreadable(opened.has('[Content_Types].xml') ? 'damaged' : 'unknown-kind');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const body = bodyFor(opened, folder);
  if (isUnreadable(body)) return body;
  const main = opened.part(name) ?? unreadable('damaged');
  if (isUnreadable(main)) return main;
  const refused = readXml(main, body);
  return refused ?? { blocks: body.blocks, pictures: picturesOf(opened, name, body.drawings) };
}

/**
 * The parts of the pictures, each opened once it is known not to be too large. A damaged one does not keep the report
 * from being read.
 */
function picturesOf(opened: Package, main: string, { enclosed, pictures }: DocxDrawings): Pictures {
  const tray = new PictureTray();
  for (const alt of enclosed) tray.lose(alt, '放在表格或文本框里');
  if (pictures.length === 0) return tray.pictures;
  const targets = targetsOf(opened, main, pictures);
  for (const { relation, alt, after } of pictures) {
    const target = targets.get(relation);
    if (target === undefined || !opened.has(target)) tray.lose(alt, '文件里没有它');
    else if (tray.admits(opened.size(target), alt)) {
      const part = opened.part(target);
      if (part === null || isUnreadable(part)) tray.lose(alt, '已损坏');
      else tray.take(part, alt, after);
    }
  }
  return tray.pictures;
}

/** Parts that relations of the main part name; what lies outside the package is not fetched. */
function targetsOf(opened: Package, main: string, pictures: readonly DrawnPicture[]): Map<string, string> {
  const wanted = new Set(pictures.map(({ relation }) => relation));
  const targets = new Map<string, string>();
  const slash = main.lastIndexOf('/') + 1;
  const relations = opened.part(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`);
  if (relations === null || isUnreadable(relations)) return targets;
  readXml(relations, {
    open: (_, attributes) => {
      const id = attributes.get('Id');
      const target = attributes.get('Target');
      if (id === undefined || target === undefined || !wanted.has(id) || attributes.get('TargetMode') === 'External')
        return;
      targets.set(
        id,
        target.startsWith('/') ? target.slice(1) : new URL(target, `http://package/${main}`).pathname.slice(1),
      );
    },
    close: () => undefined,
    takesText: false,
    text: () => undefined,
  });
  return targets;
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
      if (attributes.get('Type')?.endsWith('/officeDocument') === true)
        target ??= (attributes.get('Target') ?? '').replace(/^\//, '');
    },
    close: () => undefined,
    takesText: false,
    text: () => undefined,
  });
  return refused === null && target !== null && opened.has(target) ? target : null;
}
