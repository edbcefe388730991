import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical';
import { beginning, linkHash, nextLink } from './chain';
import { sha256 } from './digest';
import { makeSigningKey, publicKeyIn, publicKeysIn } from './key';
import { prove, readSignatureFile, signatureFileText, signStatement } from './signed';
import { readStatement, statementText, type Statement } from './statement';
import { verdictOn } from './verdict';

const file = (name: string, content: string) => ({ name, size: content.length, sha256: sha256(content) });

const statement: Statement = {
  agencyKey: 'jiaoyuju',
  agency: '云泽市澄湖区教育局',
  year: 2024,
  version: 1,
  title: '政府信息公开工作年度报告',
  publishedAt: '2025-01-20T01:30:00.000Z',
  note: '',
  replaces: null,
  log: { number: 7, hash: sha256('seven') },
  files: [file('report.docx', 'a word document'), file('page', 'a page')],
};

const key = makeSigningKey();
const signed = signStatement(statement, key);

describe('a canonical text', () => {
  it('is the same in whatever order the keys came', () => {
    expect(canonicalText({ b: [1, undefined, { d: null, c: '字' }], a: new Date(0), none: undefined })).toBe(
      '{"a":"1970-01-01T00:00:00.000Z","b":[1,null,{"c":"字","d":null}]}',
    );
    expect(canonicalText({ 10: 'x', 9: 'y' })).toBe('{"10":"x","9":"y"}');
  });
});

describe('an entry of the log', () => {
  it('has another hash when anything of it changes', () => {
    const link = nextLink(beginning, { kind: 'ReportEvent', subject: 'one', at: new Date(0), digest: sha256('row') });
    expect([link.number, link.previous, link.hash]).toEqual([1, '0'.repeat(64), linkHash(link)]);
    const changes = [
      { number: 2 },
      { kind: 'Evidence' },
      { subject: 'two' },
      { at: new Date(1) },
      { digest: sha256('raw') },
      { previous: sha256('x') },
    ];
    for (const change of changes) expect(linkHash({ ...link, ...change })).not.toBe(link.hash);
  });
});

describe('a statement', () => {
  it('is one line with its keys in a fixed order, and reads back', () => {
    const text = statementText(statement);
    expect(text.startsWith('{"statement":"nianbao-publication/1","agencyKey":"jiaoyuju","agency":')).toBe(true);
    expect(readStatement(text)).toMatchObject(statement);
    expect(statementText({ ...statement, files: [...statement.files] })).toBe(text);
  });
  it.each([
    ['no JSON', 'x'],
    ['another kind', statementText(statement).replace('publication/1', 'publication/2')],
    ['the same in another form', statementText(statement).replace(':2024', ': 2024')],
    ['one that names something twice', statementText(statement).replace('"year":2024', '"year":2023,"year":2024')],
  ])('is not %s', (_, text) => {
    expect(readStatement(text)).toBeNull();
  });
});

describe('a signature', () => {
  it('proves the statement by a known key', () => {
    expect(prove(signed, [makeSigningKey(), key])).toMatchObject({ statement, key: { id: key.id } });
  });
  it('proves nothing when one character was changed, or the key is not known, whatever stands beside it', () => {
    const changed = { ...signed, statement: signed.statement.replace('2024', '2023') };
    expect(prove(changed, [key])).toBe('bad-signature');
    expect(prove({ ...signed, signature: 'AAAA' }, [key])).toBe('bad-signature');
    const own = makeSigningKey();
    expect(prove(signStatement(statement, own), [key])).toBe('unknown-key');
    expect(prove({ ...signStatement(statement, own), key: key.id }, [key])).toBe('bad-signature');
    expect(prove(signed, [])).toBe('unknown-key');
  });
  it('is read from its file with the public key beside it', () => {
    const text = signatureFileText([signed], [key]);
    expect(readSignatureFile(text)).toEqual([signed]);
    expect(JSON.parse(text).signatures[0].publicKey).toBe(key.pem);
    expect(readSignatureFile('{"signatures":[]}')).toBeNull();
  });
});

describe('a verdict', () => {
  it('is published for the very bytes, under whatever name', () => {
    expect(verdictOn(file('寄来的.docx', 'a word document'), [signed], [key])).toMatchObject({
      verdict: 'published',
      file: { name: 'report.docx' },
      key: key.id,
    });
  });
  it('is not-as-published for one changed character, and says what was signed', () => {
    expect(verdictOn(file('report.docx', 'a word Document'), [signed], [key])).toMatchObject({
      verdict: 'not-as-published',
      why: 'other-content',
      statement: { year: 2024 },
    });
  });
  it('finds the file in any of several statements', () => {
    const pdf = signStatement({ ...statement, files: [file('report.pdf', 'pdf')] }, key);
    expect(verdictOn(file('x.pdf', 'pdf'), [signed, pdf], [key]).verdict).toBe('published');
  });
});

describe('a key', () => {
  it('is named by the hash of its public part', () => {
    expect(publicKeyIn(key.pem)).toEqual({ id: key.id, pem: key.pem });
    expect(publicKeyIn(key.privatePem)).toEqual({ id: key.id, pem: key.pem });
    expect(key.id).toMatch(/^[0-9a-f]{16}$/);
    const other = makeSigningKey();
    expect(publicKeysIn(`first:\n${key.pem}\n${other.pem}`).map(({ id }) => id)).toEqual([key.id, other.id]);
    expect(publicKeyIn('no key')).toBeNull();
  });
});
