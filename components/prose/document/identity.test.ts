import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSound, mended, newParagraphId, type Identity } from './identity';

const numbered = (): (() => string) => {
  let n = 0;
  return () => `new-${(n += 1)}`;
};

describe('ids and order keys of paragraphs', () => {
  it('a paragraph split in two keeps its id in the first half', () => {
    const now = mended(
      [
        { id: 'a', order: 'a0' },
        { id: null, order: null },
        { id: 'b', order: 'a1' },
      ],
      numbered(),
    );
    expect(now).toEqual([
      { id: 'a', order: 'a0' },
      { id: 'new-1', order: 'a0V' },
      { id: 'b', order: 'a1' },
    ]);
  });

  it('a copied paragraph gets an id of its own, the first keeps it', () => {
    const now = mended(
      [
        { id: 'a', order: 'a0' },
        { id: 'b', order: 'a1' },
        { id: 'a', order: 'a0' },
      ],
      numbered(),
    );
    expect(now.map((one) => one.id)).toEqual(['a', 'b', 'new-1']);
    expect(now[2]?.order).toBe('a2');
  });

  it('a paragraph that was dragged gets a new key, the others keep theirs', () => {
    const now = mended(
      [
        { id: 'd', order: 'a3' },
        { id: 'a', order: 'a0' },
        { id: 'b', order: 'a1' },
        { id: 'c', order: 'a2' },
      ],
      numbered(),
    );
    expect(now.slice(1).map((one) => one.order)).toEqual(['a0', 'a1', 'a2']);
    expect((now[0]?.order ?? 'z') < 'a0').toBe(true);
  });

  it('keys that two authors made alike stand by their ids, and there is room between them', () => {
    const alike: Identity[] = [
      { id: 'a', order: 'a1' },
      { id: 'b', order: 'a1' },
    ];
    expect(isSound(alike)).toBe(true);
    const now = mended(
      [
        { id: 'a', order: 'a1' },
        { id: null, order: null },
        { id: 'b', order: 'a1' },
      ],
      numbered(),
    );
    expect(isSound(now)).toBe(true);
    expect(now.map((one) => one.id)).toEqual(['a', 'new-1', 'b']);
  });

  it('keys that are none are all made anew', () => {
    const now = mended(
      [
        { id: 'a', order: '!' },
        { id: null, order: null },
        { id: 'b', order: '?' },
      ],
      numbered(),
    );
    expect(isSound(now)).toBe(true);
  });

  it('whatever was moved, copied or added, the result is sound and keeps every id that was there', () => {
    const identity = fc.record({
      id: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
      order: fc.option(fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz', 'b00', 'a')),
    });
    fc.assert(
      fc.property(fc.array(identity, { maxLength: 12 }), (paragraphs) => {
        const now = mended(paragraphs, numbered());
        expect(isSound(now)).toBe(true);
        expect(now).toHaveLength(paragraphs.length);
        for (const { id } of paragraphs) if (id !== null) expect(now.some((one) => one.id === id)).toBe(true);
        if (isSound(paragraphs)) expect(now).toEqual(paragraphs);
      }),
    );
  });

  it('a new id has the form that an edit asks for', () => {
    expect(newParagraphId()).toMatch(/^p-[0-9a-f-]{36}$/);
  });
});
