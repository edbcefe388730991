import { html, trusted, type Markup } from './markup';
import type { PageFrame } from '@/lib/render/frame';

/** A complete document with one style element, in which a published page or file stands. */
export function shell(title: string, meta: Markup, style: string, body: Markup): string {
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${meta}
<style>${trusted(style)}</style>
</head>
${body}
</html>
`.text;
}

/** What the frame of a page needs of the site. */
export type Site = Pick<PageFrame, 'siteName' | 'office' | 'basePath' | 'links'>;

/** The band on top of a public page: the site's name and its pages. */
export function masthead(site: Site): Markup {
  const links = site.links ?? [{ label: '全部报告', path: '/' }];
  return html`<header class="masthead frame"><div class="wrap"><a class="brand" href="${site.basePath}/"><svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="3"/><path d="M7 8.500h14M7 14h14M7 19.500h8M14 8.500v11"/></svg>${site.siteName}</a><nav aria-label="全站">${links.map((link) => html`<a href="${site.basePath}${link.path}">${link.label}</a>`)}</nav></div></header>`;
}

/** The foot of every published page: who is in charge, and the name of the site. */
export function siteFoot(site: Site): Markup {
  return html`<footer class="site-foot frame"><div class="wrap">${site.office !== undefined && html`<span>主管：${site.office}</span>`}<span>${site.siteName}</span></div></footer>`;
}
