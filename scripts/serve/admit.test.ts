import { describe, expect, it } from 'vitest';
import { notAdmitted } from './admit';

const asked = (method: string, url: string, length?: string): number | null =>
  notAdmitted({ method, url, headers: length === undefined ? {} : { 'content-length': length } })?.status ?? null;

describe('the server in front hands on', () => {
  it.each([
    ['GET', '/'],
    ['HEAD', '/reports/yingjiju/2024/report.docx'],
    ['POST', '/office/reports/yingjiju/2025/edits'],
    ['GET', '/?q=%E5%BA%94%E6%80%A5%00'],
    ['GET', `/?q=${'%E5%BA%94'.repeat(100)}`],
    ['OPTIONS', '/office'],
  ])('%s %s', (method, url) => {
    expect(asked(method, url)).toBeNull();
  });
});

describe('the server in front refuses with a sentence', () => {
  it.each([
    ['an address that names a host', 'GET', 'http://elsewhere.example/office', 400],
    ['no address at all', 'OPTIONS', '*', 400],
    ['a broken escape', 'GET', '/reports/%zz', 400],
    ['a byte that is no text', 'GET', '/office/%E0%A4%A', 400],
    ['NUL', 'GET', '/reports/%00', 400],
    ['an endless address', 'GET', `/reports/${'a'.repeat(5000)}`, 400],
    ['a method that nothing answers', 'TRACE', '/', 405],
    ['another one', 'PUT', '/office/reports', 405],
  ])('%s', (_what, method, url, status) => {
    expect(asked(method, url)).toBe(status);
  });

  it('a body larger than any page sends', () => {
    expect(asked('POST', '/office/reports', String(10 * 1024 * 1024))).toBeNull();
    expect(asked('POST', '/office/reports', String(10 * 1024 * 1024 + 1))).toBe(413);
  });

  it('a file to be checked that is larger than any report', () => {
    expect(asked('POST', '/check/read', String(32 * 1024 * 1024))).toBeNull();
    expect(asked('POST', '/check/read', String(32 * 1024 * 1024 + 1))).toBe(413);
    expect(asked('POST', '/office/batches/0b0e/files', String(32 * 1024 * 1024))).toBeNull();
    expect(asked('POST', '/office/batches/0b0e/files', String(32 * 1024 * 1024 + 1))).toBe(413);
    expect(asked('POST', '/office/batches/0b0e/commands', String(32 * 1024 * 1024))).toBe(413);
    expect(asked('POST', '/check/draft', String(32 * 1024 * 1024))).toBe(413);
  });
});
