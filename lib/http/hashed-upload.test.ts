import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashedUpload, MultipartHash } from './hashed-upload';

const content = Buffer.from('第一行\r\n--not the boundary\r\n\r\n\u0000 end');
const sha256 = createHash('sha256').update(content).digest('hex');

const bodyOf = (boundary: string, name = '年报 1.docx'): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n`),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

const post = (body: BodyInit, type?: string): Request =>
  new Request('http://x/verify', {
    method: 'POST',
    body,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });

describe('a file that comes with a form', () => {
  it('is hashed alike however the body is cut into pieces', () => {
    const body = bodyOf('----b0undary');
    for (let size = 1; size <= body.length; size += 1) {
      const taking = new MultipartHash('----b0undary');
      for (let at = 0; at < body.length; at += size) taking.take(body.subarray(at, at + size));
      expect(taking.result()).toEqual({ name: '年报 1.docx', size: content.length, sha256 });
    }
  });

  it('is found in what a browser makes of a form', async () => {
    const form = new FormData();
    form.set('note', 'x');
    form.set('file', new File([content], 'a"b.docx'));
    expect(await hashedUpload(post(form), 10_000)).toEqual({ name: 'a"b.docx', size: content.length, sha256 });
  });

  it('is missing when none was chosen, cut off when the body ends early, and refused when it is too large', async () => {
    const none = new FormData();
    none.set('file', new File([], ''));
    expect(await hashedUpload(post(none), 10_000)).toBe('no-file');
    const words = new FormData();
    words.set('file', 'words');
    expect(await hashedUpload(post(words), 10_000)).toBe('no-file');
    const type = 'multipart/form-data; boundary=b';
    expect(await hashedUpload(post(Uint8Array.from(bodyOf('b').subarray(0, 200)), type), 10_000)).toBe('unreadable');
    expect(await hashedUpload(post(Uint8Array.from(bodyOf('b')), type), 100)).toBe('too-large');
    expect(await hashedUpload(post('file=x', 'application/x-www-form-urlencoded'), 100)).toBe('unreadable');
  });
});
