import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;

/** Browsers nest no deeper (Chromium: 512); what is deeper is hung into the last level. */
const deepest = 512;
/** No page of a report comes near it; more would take all memory. */
const most = 400_000;

class TooMuch extends Error {}

/** The page as a browser builds it, without comments; null where it is larger than any page. */
export function treeOf(text: string): Tree.Document | null {
  const depths = new WeakMap<Tree.ParentNode, number>();
  let count = 0;
  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...element) {
      count += 1;
      if (count > most) throw new TooMuch();
      return defaultTreeAdapter.createElement(...element);
    },
    appendChild(parent, node) {
      if (node.nodeName === '#comment') return;
      let host = parent;
      while ((depths.get(host) ?? 0) >= deepest && 'parentNode' in host && host.parentNode !== null)
        host = host.parentNode;
      defaultTreeAdapter.appendChild(host, node);
      if (isElement(node)) depths.set(node, (depths.get(host) ?? 0) + 1);
    },
  };
  try {
    return parse(text, { treeAdapter: adapter });
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

export const isElement = (node: Tree.Node): node is Element => 'tagName' in node;
export const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text';

export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

const unseen = new Set(
  'head script style noscript template iframe object embed applet svg math video audio canvas map select datalist textarea button rt rp del noframes title meta link param col colgroup'.split(
    ' ',
  ),
);

/** `display` of the style attribute, null where it says nothing. */
const displayOf = (element: Element): string | null =>
  /(?:^|;)\s*display\s*:\s*([\w-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase() ?? null;

/** Whether a reader sees the element, as far as the page itself says without its style sheets. */
export function isSeen(element: Element): boolean {
  if (unseen.has(element.tagName) || attribute(element, 'hidden') !== null) return false;
  const style = attribute(element, 'style') ?? '';
  if (/(?:^|;)\s*mso-hide\s*:\s*all/i.test(style)) return false;
  if (/(?:^|;)\s*visibility\s*:\s*hidden/i.test(style) && !holdsParagraphs(element)) return false;
  return displayOf(element) !== 'none';
}

/** An article hidden until its script has run (WeChat) holds paragraphs; a hidden remark is a line. */
function holdsParagraphs(element: Element): boolean {
  if (!/^(?:div|section|article|main)$/.test(element.tagName)) return false;
  const waiting: Node[] = [...element.childNodes];
  for (let looked = 0; looked < 500; looked += 1) {
    const node = waiting.shift();
    if (node === undefined) return false;
    if (!isElement(node)) continue;
    if (/^(?:p|section|table)$/.test(node.tagName)) return true;
    waiting.push(...node.childNodes.slice(0, 100));
  }
  return false;
}

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Whether the element stands on lines of its own. */
export function isBlock(element: Element): boolean {
  const display = displayOf(element);
  if (display === null || element.tagName === 'table') return blockTags.has(element.tagName);
  return !display.startsWith('inline') && display !== 'contents';
}

/** Elements below `root` in the order of the page, unseen ones and what they hold left out. */
export function* elementsIn(root: Tree.ParentNode): Generator<Element> {
  const waiting = root.childNodes.filter(isElement).reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (!isSeen(element)) continue;
    yield element;
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index];
      if (child !== undefined && isElement(child)) waiting.push(child);
    }
  }
}

/** Whether a table stands anywhere within the element. */
export function holdsTable(element: Element): boolean {
  for (const each of elementsIn(element)) if (each.tagName === 'table') return true;
  return false;
}
