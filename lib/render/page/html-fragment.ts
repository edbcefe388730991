import type { Report } from '@/lib/report/report';
import { documentOf } from './document';
import { fragmentStyle } from './fragment-style';

/** A start tag of our own markup: values of attributes hold no bare bracket. */
const startTag = /<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g;
const classOf = / class="([^"]*)"/;

/** Parts that need a style sheet: a hint that only narrow screens show, a summary that nobody sees. */
const needsSheet = /<p class="swipe">[^<]*<\/p>|<span class="summary">[^<]*<\/span>/g;

/**
 * The report as HTML to paste into the editor of another site ("copy as HTML"): the markup of `documentOf`, each
 * element with a `style` attribute in place of its class, since such editors drop style sheets. No script, no outer
 * resource.
 */
export function documentFragment(report: Report): string {
  let table: string | null = null;
  let head = false;
  const markup = documentOf(report, 'article')
    .replace(needsSheet, '')
    .replace(startTag, (_tag, name: string, attributes: string) => {
      const classes = (classOf.exec(attributes)?.[1] ?? '').split(' ');
      if (name === 'table') table = classes.find((one) => one === 'two' || one === 'three' || one === 'four') ?? null;
      if (name === 'thead' || name === 'tbody') head = name === 'thead';
      const style = fragmentStyle({ name, classes, table, head });
      return `<${name}${attributes.replace(classOf, '')}${style === '' ? '' : ` style="${style}"`}>`;
    });
  return `${markup.replace(/^<article/, '<div').replace(/<\/article>$/, '</div>')}\n`;
}
