import type { PageFacts } from '@/lib/report/as-written';
import type { Block } from '@/lib/read/document';
import { articleOf } from './html-article';
import { blocksWithin } from './html-flow';
import { hiddenByStyle } from './html-style';
import { attribute, elementsIn, isElement, treeOf, type Element } from './html-tree';
import { noPictures, PictureTray, type Pictures } from '@/lib/read/picture';
import { unreadable, type Unreadable } from '@/lib/read/result';

/** What an HTML page knows of itself; which table is which is seen when it is interpreted. */
export type PageSource = Omit<PageFacts, 'tables'>;

/**
 * The article of a page, saved whole or as a fragment: its paragraphs and tables as a reader sees them, and what the
 * page says of itself. Scripts, styles and what is hidden are left out, navigation and footers as far as the page marks
 * them. A page of more than 400,000 elements is refused.
 */
export function pageOfHtml(
  text: string,
): { blocks: readonly Block[]; page: PageSource; pictures: Pictures } | Unreadable {
  const tree = treeOf(text);
  if (tree === null) return unreadable('hostile');
  const html = tree.childNodes.find(isElement);
  const body = html?.childNodes.filter(isElement).find((element) => element.tagName === 'body');
  if (html === undefined || body === undefined)
    return { blocks: [], page: { title: '', published: null, pictures: 0 }, pictures: noPictures };
  const { article, left } = articleOf(body);
  const pictures = [...elementsIn(article)].filter((element) => element.tagName === 'img').length;
  const hidden = hiddenByStyle(html);
  const tray = new PictureTray();
  const blocks = blocksWithin(
    article,
    (element) => left(element) || hidden(element),
    (image, after) => takePicture(tray, image, after),
  );
  return { blocks, page: { ...metaOf(html), pictures }, pictures: tray.pictures };
}

const inPage = /^\s*data:image\/(?:png|jpe?g);base64,/i;

/** A picture that the page itself holds; one that stands elsewhere is not fetched. */
function takePicture(tray: PictureTray, image: Element, after: number): void {
  const source = attribute(image, 'src') ?? '';
  const alt = attribute(image, 'alt') ?? '';
  const start = inPage.exec(source)?.[0].length;
  if (start === undefined) tray.lose(alt, '不在网页文件里');
  else if (tray.admits(Math.ceil((source.length - start) * 0.75), alt))
    tray.take(Buffer.from(source.slice(start), 'base64'), alt, after);
}

/** Titles and dates stand in the head, but pages put together from parts have them anywhere. */
function metaOf(html: Element): { title: string; published: string | null } {
  let title = '';
  const named = new Map<string, string>();
  const walk = (element: Element) => {
    for (const node of element.childNodes) {
      if (!isElement(node)) continue;
      const name = node.tagName === 'meta' ? attribute(node, 'name')?.trim().toLowerCase() : undefined;
      if (name !== undefined && !named.has(name)) named.set(name, (attribute(node, 'content') ?? '').trim());
      if (node.tagName === 'title' && title === '')
        title = node.childNodes
          .map((child) => ('value' in child ? child.value : ''))
          .join('')
          .replace(/\s+/g, ' ')
          .trim();
      if (node.tagName !== 'svg') walk(node);
    }
  };
  walk(html);
  const own = named.get('articletitle') ?? '';
  const published = named.get('pubdate') ?? '';
  return { title: own === '' ? title : own, published: published === '' ? null : published };
}
