import { attribute, isBlock, isElement, isSeen, isText, type Element, type Node } from './html-tree';

// Noncharacters mark what a browser does not collapse: a line break, and a blank or tab within <pre>.
const broken = '\ufdd0';
const blank = '\ufdd1';
const tab = '\ufdd2';

/**
 * Running text as it comes, brought to what a browser shows: blanks of the source collapse, at line ends they vanish, a
 * line end of the source between two Chinese characters is nothing (CSS Text 3, 4.1.1).
 */
export function shown(source: string): string {
  const text = source
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uff00-\uffef])/g, '')
    .replaceAll('\n', ' ')
    .replace(/ ?\ufdd0 ?/g, '\n')
    .replaceAll(blank, ' ')
    .replaceAll(tab, '\t');
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === ' ' || text[from] === '\n')) from += 1;
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\n')) to -= 1;
  return text.slice(from, to);
}

const clean = (value: string): string => value.replace(/[\ufdd0-\ufdd2\u200b\ufeff\u00ad]/g, '');
const kept = (value: string): string =>
  clean(value)
    .replace(/\r\n?|\n/g, broken)
    .replaceAll(' ', blank)
    .replaceAll('\t', tab);

/** What a node that is not an element of flow adds to running text, before it is brought to what is shown. */
export function sourceOf(node: Node, preformatted: boolean): string {
  if (isText(node)) return preformatted ? kept(node.value) : clean(node.value);
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return broken;
  if (node.tagName === 'input')
    return /^(?:text|number|)$/i.test(attribute(node, 'type') ?? '') ? clean(attribute(node, 'value') ?? '') : '';
  return '';
}

/** The text of a cell, its paragraphs parted by line breaks. */
export function textWithin(element: Element): string {
  let source = '';
  const add = (parent: Element, preformatted: boolean) => {
    for (const node of parent.childNodes) {
      source += sourceOf(node, preformatted);
      if (!isElement(node) || !isSeen(node)) continue;
      const parted = isBlock(node) ? broken : '';
      source += parted;
      add(node, preformatted || node.tagName === 'pre');
      source += parted;
    }
  };
  add(element, element.tagName === 'pre');
  return shown(source).replace(/\n+/g, '\n');
}
