import { describe, expect, test } from 'vitest';
import { carriesScripts, fromOwnPage, isPaper, wantsJson } from './gate';
import { nextPage } from './next-page';

const appUrl = 'https://nianbao.example.gov.cn';
const asked = (headers: Record<string, string>, method = 'POST') => ({
  method,
  path: '/office',
  search: '',
  headers: new Headers({ host: '10.0.0.5:3000', ...headers }),
});

describe('writes come from our own pages only', () => {
  test.each([
    ['the Host that was asked', { origin: 'http://10.0.0.5:3000' }],
    ['the address people type, behind a server that rewrites Host', { origin: appUrl }],
    ['a browser that says same-origin', { origin: 'http://10.0.0.5:3000', 'sec-fetch-site': 'same-origin' }],
    ['a browser that says same-origin and sends no Origin', { 'sec-fetch-site': 'same-origin' }],
  ])('%s is taken', (_what, headers) => {
    expect(fromOwnPage(asked(headers), appUrl)).toBe(true);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of the same host', { origin: 'http://10.0.0.5:3001' }],
    ['a name that begins like ours', { origin: 'https://nianbao.example.gov.cn.evil.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['no origin at all', {}],
    ['a sister site', { origin: appUrl, 'sec-fetch-site': 'same-site' }],
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }],
    ['a foreign page that claims our origin', { origin: appUrl, 'sec-fetch-site': 'cross-site' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ])('%s is refused', (_what, headers) => {
    expect(fromOwnPage(asked(headers), appUrl)).toBe(false);
  });
});

test.each([
  [{ accept: 'text/html,*/*' }, 'GET', false],
  [{ accept: 'application/json' }, 'GET', true],
  [{ accept: '*/*' }, 'GET', false],
  [{ 'content-type': 'application/json', accept: '*/*' }, 'POST', true],
  [{ 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }, 'POST', false],
  [{ 'content-type': 'multipart/form-data; boundary=x', accept: '*/*' }, 'POST', false],
  [{}, 'POST', true],
])('a stranger with %j by %s is answered in JSON: %s', (headers, method, json) => {
  expect(wantsJson(asked(headers, method))).toBe(json);
});

test.each([
  ['/office', true],
  ['/office/accounts', true],
  ['/login', true],
  ['/check', true],
  ['/check/rules', false],
  ['/verify', false],
  ['/no-such-page', true],
  ['/reportsandmore', true],
  ['/', false],
  ['/reports/a/2024', false],
  ['/styles/public.css', false],
  ['/healthz', false],
])('%s carries scripts: %s', (path, scripts) => {
  expect(carriesScripts(path)).toBe(scripts);
});

describe('where one goes after signing in', () => {
  test.each([
    ['/office/reports/yingjiju/2024/applications?cell=1#x', '/office/reports/yingjiju/2024/applications?cell=1#x'],
    ['/check', '/check'],
    ['/office/机关', '/office/%E6%9C%BA%E5%85%B3'],
  ])('%s is a page of ours', (next, page) => {
    expect(nextPage(next)).toBe(page);
  });

  test.each([
    null,
    '',
    'office',
    'https://evil.example/office',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/office\n//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/login?next=/login',
    `/${'x'.repeat(600)}`,
  ])('%j leads to the office instead', (next) => {
    expect(nextPage(next)).toBe('/office');
  });
});

test.each([
  ['/office/reports/yingjiju/2025/papers/review-copy.docx', true],
  ['/office/reports/yingjiju/2025/papers/evidence/7a1c', true],
  ['/office/reports/yingjiju/2025/papers', false],
  ['/office/reports/yingjiju/2025/review', false],
  ['/reports/yingjiju/2025/papers/x', false],
])('%s is a paper: %s', (path, paper) => {
  expect(isPaper(path)).toBe(paper);
});
