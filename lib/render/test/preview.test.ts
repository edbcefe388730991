import { expect, test } from 'vitest';
import { documentStyle } from '../document-style';
import { previewOf } from '../preview';
import { sampleReport } from './sample';

const classes = (text: string): Set<string> => new Set([...text.matchAll(/class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')));

test('nothing that styles the band above a preview reaches into the document below it', () => {
  const page = previewOf(sampleReport(), { says: '草稿', back: { label: '返回报告', path: '/office' }, download: '/office' }, 'n');
  const own = (/<style[^>]*>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '').replace(documentStyle, '');
  const below = classes(page.slice(page.indexOf('</header>')));
  expect(below.size).toBeGreaterThan(5);
  const touched = [...own.matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1] ?? '').filter((name) => below.has(name));
  expect([...new Set(touched)]).toEqual(['document']);
});
