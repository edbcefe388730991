import { describe, expect, it } from 'vitest';
import { frontAddress, frontQuery } from './query';

describe('the address of the front page', () => {
  it('says again what it was asked', () => {
    const query = {
      words: '应急 局',
      year: 2023,
      kind: 'department',
      after: '1700000000000_0b9e4a53-0000-4000-8000-000000000000',
    } as const;
    expect(frontQuery(new URL(frontAddress(query), 'http://nianbao.test').searchParams)).toEqual(query);
    expect(frontAddress({ words: '', year: null, kind: null, after: null })).toBe('/');
  });

  it('leaves out what makes no sense', () => {
    expect(frontQuery(new URLSearchParams('q=++&year=abc&kind=<script>'))).toEqual({
      words: '',
      year: null,
      kind: null,
      after: null,
    });
    expect(frontQuery(new URLSearchParams(`q=${'长'.repeat(500)}&year=1999`))).toMatchObject({
      words: '长'.repeat(100),
      year: null,
    });
  });
});
