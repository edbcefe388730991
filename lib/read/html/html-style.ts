import { attribute, elementsIn, isElement, type Element } from './html-tree';

interface Compound {
  readonly tag: string | null;
  readonly names: readonly string[];
}
type Selector = readonly Compound[];

/** Top-level rules of a style sheet; what stands within `@media` and its like holds only at times. */
function* rulesOf(sheet: string): Generator<{ selectors: string; body: string }> {
  const text = sheet.replace(/\/\*[^]*?(?:\*\/|$)/g, '');
  let depth = 0;
  let from = 0;
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (text[at] === '}' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      yield { selectors: text.slice(from, open).trim(), body: text.slice(open + 1, at) };
      from = at + 1;
    }
  }
}

/** `.a`, `#b`, `p.c`, one within the other; null for any other kind of selector. */
function selectorOf(text: string): Selector | null {
  const parts = text.trim().toLowerCase().split(/\s+/);
  if (!parts.every((part) => /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)*$/.test(part) && part !== '')) return null;
  return parts.map((part) => ({
    tag: /^[a-z][a-z0-9]*/.exec(part)?.[0] ?? null,
    names: part.match(/[.#][\w-]+/g) ?? [],
  }));
}

function meets(element: Element, { tag, names }: Compound): boolean {
  if (tag !== null && tag !== element.tagName) return false;
  const classes = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/);
  const id = (attribute(element, 'id') ?? '').toLowerCase();
  return names.every((name) => (name.startsWith('#') ? name.slice(1) === id : classes.includes(name.slice(1))));
}

function matches(element: Element, selector: Selector): boolean {
  const last = selector[selector.length - 1];
  if (last === undefined || !meets(element, last)) return false;
  let left = selector.slice(0, -1);
  for (let at = element.parentNode; left.length > 0 && at !== null && isElement(at); at = at.parentNode) {
    const next = left[left.length - 1];
    if (next !== undefined && meets(at, next)) left = left.slice(0, -1);
  }
  return left.length === 0;
}

/** Rules that hide what bears a class or an id; one that another rule shows in some state is not among them. */
function hiding(html: Element): Selector[] {
  const hidden = new Map<string, Selector>();
  const shown = new Set<string>();
  let length = 0;
  for (const sheet of sheetsIn(html)) {
    length += sheet.length;
    if (length > 1_000_000) break;
    for (const { selectors, body } of rulesOf(sheet)) {
      const display = /(?:^|;)\s*display\s*:\s*([\w-]+)/i.exec(body)?.[1]?.toLowerCase();
      if (display === undefined || selectors.startsWith('@')) continue;
      for (const text of selectors.split(',').slice(0, 200)) {
        const selector = selectorOf(text);
        const names = text.toLowerCase().match(/[.#][\w-]+/g) ?? [];
        if (display !== 'none') for (const name of names) shown.add(name);
        else if (selector?.[selector.length - 1]?.names.length === 1) hidden.set(text.trim(), selector);
      }
    }
  }
  return [...hidden.values()]
    .filter((selector) => !selector[selector.length - 1]?.names.some((name) => shown.has(name)))
    .slice(0, 500);
}

function sheetsIn(html: Element): string[] {
  const sheets: string[] = [];
  const waiting = [html];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.tagName === 'style')
      sheets.push(element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
    else for (const child of element.childNodes) if (isElement(child)) waiting.push(child);
  }
  return sheets;
}

/**
 * Whether the page's own style sheet hides an element. A line only: what holds a table or paragraphs is kept, since a
 * script or another sheet may show it.
 */
export function hiddenByStyle(html: Element): (element: Element) => boolean {
  const selectors = hiding(html);
  if (selectors.length === 0) return () => false;
  return (element) => {
    if (
      (attribute(element, 'class') ?? attribute(element, 'id')) === null ||
      !selectors.some((selector) => matches(element, selector))
    )
      return false;
    for (const inner of elementsIn(element)) if (/^(?:table|p|div|section|h[1-6])$/.test(inner.tagName)) return false;
    return true;
  };
}
