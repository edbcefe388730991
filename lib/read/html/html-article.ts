import { textWithin } from './html-text';
import { attribute, elementsIn, isBlock, isElement, isSeen, isText, type Element } from './html-tree';

const heading =
  /^[\s\u3000]*[一二三四五六][、．.,，]?\s*(?:总体情况|概述|主动公开政府信息|收到和处理|(?:因)?政府信息公开(?:行政复议|被申请)|存在的主要问题|(?:政府信息公开工作)?存在|其他需要报告)/;
const formWords =
  /^[\s\u3000]*(?:信息内容|申请人情况|现行有效件数|法人或其他组织|结果维持|未经复议直接起诉|(?:一、)?本年新收政府信息公开申请数量)[\s\u3000]*$/;
const titleWords = /^[^。；]{0,60}政府信息公开(?:工作)?[^。；]{0,6}报告[^。；]{0,8}$/;

/** Innermost elements that stand on lines of their own, or cells, with their text. */
function* linesIn(root: Element): Generator<{ element: Element; text: string }> {
  for (const element of elementsIn(root)) {
    if (!isBlock(element) || element.childNodes.some((node) => isElement(node) && isSeen(node) && isBlock(node)))
      continue;
    yield { element, text: textWithin(element) };
  }
}

function ancestors(element: Element): Element[] {
  const line = [element];
  for (let at = element.parentNode; at !== null && isElement(at); at = at.parentNode) line.push(at);
  return line;
}

/** The smallest element that holds both, and all that stands between them. */
function around(first: Element, last: Element): Element | null {
  const line = new Set(ancestors(last));
  return ancestors(first).find((element) => line.has(element)) ?? null;
}

const inLink = (element: Element): boolean =>
  ancestors(element).some((each) => each.tagName === 'a') ||
  [...elementsIn(element)].some((each) => each.tagName === 'a' && attribute(each, 'href') !== null);

/**
 * The element of a page that holds the report, and what in it is plainly none of it. Told by the report's own words:
 * headings of the six parts, words of the tables, the last title in front of them. Where they are not found, the body.
 */
export function articleOf(body: Element): { article: Element; left: (element: Element) => boolean } {
  const marks: Element[] = [];
  let title: Element | null = null;
  for (const { element, text } of linesIn(body)) {
    if (text.split('\n').some((line) => heading.test(line) || formWords.test(line)) && !inLink(element))
      marks.push(element);
    else if (marks.length === 0 && titleWords.test(text.replace(/\s+/g, '')) && !inLink(element)) title = element;
  }
  const [first] = marks;
  const last = marks[marks.length - 1];
  const core =
    first === undefined || last === undefined || (title ?? first) === last ? null : around(title ?? first, last);
  const article = core === null ? body : widened(core, body);
  const holding = new Set([...marks, ...(title === null ? [] : [title])].flatMap(ancestors));
  const post =
    first === undefined ? undefined : ancestors(first).find((element) => attribute(element, 'id') === 'js_content');
  const beside =
    post === undefined
      ? new Set<Element>()
      : new Set(
          ancestors(post)
            .flatMap((element) => element.childNodes.filter(isElement))
            .filter((element) => element.parentNode !== post),
        );
  return { article, left: (element) => !holding.has(element) && (isFurniture(element) || beside.has(element)) };
}

const dated = /^[\s\u3000]*(?:20|二[〇○0]).{2}年.{1,3}月.{1,3}日[\s\u3000]*$/;

/** Sentences and a date beside the article belong to it: the preamble, the signature. */
function widened(core: Element, body: Element): Element {
  let article = core;
  for (let step = 0; step < 4 && article !== body; step += 1) {
    const parent = article.parentNode;
    if (parent === null || !isElement(parent)) break;
    const inner = article;
    const beside = parent.childNodes.filter((node) => node !== inner);
    const texts = beside.flatMap((node) =>
      isText(node)
        ? [node.value]
        : isElement(node) && isSeen(node) && !isFurniture(node)
          ? [...linesIn(node)].map((line) => line.text).concat(textWithin(node))
          : [],
    );
    if (texts.some((text) => /。/.test(text) || dated.test(text)) || texts.join('').trim() === '') article = parent;
    else break;
  }
  return article;
}

/** Elements that by their tag are about the site, not the article; LibreOffice marks running heads by a title. */
const isFurniture = (element: Element): boolean =>
  (element.tagName === 'div' && /^(?:header|footer)$/i.test(attribute(element, 'title') ?? '')) ||
  ['nav', 'footer', 'aside'].includes(element.tagName) ||
  ['navigation', 'banner', 'contentinfo', 'search'].includes(attribute(element, 'role') ?? '');
