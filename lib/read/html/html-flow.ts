import type { Block } from '@/lib/read/document';
import { arrangesOnly, cellsIn, gridOfTable } from './html-table';
import { shown, sourceOf } from './html-text';
import { attribute, isBlock, isElement, isSeen, type Element } from './html-tree';

interface Setting {
  readonly level: number | null;
  readonly preformatted: boolean;
}

/**
 * Paragraphs and tables below an element, in the order in which a reader meets them; `left` says what is passed over.
 * `pictured` hears of every picture among them and of how many blocks stand before it.
 */
export function blocksWithin(
  root: Element,
  left: (element: Element) => boolean,
  pictured: (image: Element, after: number) => void = () => undefined,
): Block[] {
  let waiting: Element[] = [];
  const blocks: Block[] = [];
  let source = '';
  const close = ({ level }: Setting) => {
    const text = shown(source);
    source = '';
    for (const part of level === null ? paragraphsOf(text) : [text]) {
      const paragraph = part.trim();
      if (paragraph !== '') blocks.push({ is: 'paragraph', text: paragraph, level });
    }
    // A picture within a paragraph stands behind it.
    for (const image of waiting) pictured(image, blocks.length);
    waiting = [];
  };
  const walk = (element: Element, setting: Setting) => {
    for (const node of element.childNodes) {
      source += sourceOf(node, setting.preformatted);
      if (!isElement(node) || !isSeen(node) || left(node)) continue;
      if (node.tagName === 'img') waiting.push(node);
      if (!isBlock(node)) {
        walk(node, setting);
        continue;
      }
      close(setting);
      const inner = {
        level: levelOf(node) ?? setting.level,
        preformatted: setting.preformatted || node.tagName === 'pre',
      };
      if (node.tagName === 'table') table(node, inner);
      else walk(node, inner);
      close(inner);
    }
  };
  const table = (element: Element, setting: Setting) => {
    if (cellsIn(element).length > 0 && !arrangesOnly(element)) blocks.push(gridOfTable(element));
    else walk(element, setting);
  };
  const setting = { level: levelOf(root), preformatted: root.tagName === 'pre' };
  if (root.tagName === 'table') table(root, setting);
  else walk(root, setting);
  close(setting);
  return blocks;
}

function levelOf(element: Element): number | null {
  const tag = /^h([1-6])$/.exec(element.tagName);
  if (tag !== null) return Number(tag[1]);
  return /\bMsoTitle\b/.test(attribute(element, 'class') ?? '') ? 0 : null;
}

const numbered = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])/;

/**
 * Old pages are one element with `<br>` at the end of every paragraph; others break a line within a sentence. A new
 * paragraph begins after an empty line, at an indent or a number, and where the line before ends a sentence or is a
 * heading.
 */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const last = paragraphs[paragraphs.length - 1];
    if (words === '') open = false;
    else if (!open || last === undefined || /^(?:\u3000|[\u00a0 ]{2})/.test(line) || numbered.test(words))
      paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = `${last}\n${line}`;
    if (words !== '') open = !/[。！？；：!?;:]$/.test(words) && !(numbered.test(words) && words.length <= 30);
  }
  return paragraphs;
}
