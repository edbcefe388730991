import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFigure, readFigure } from './figure';

describe('reading a figure', () => {
  it.each([
    ['８', 'count', '8'],
    ['  12　', 'count', '12'],
    ['1,322', 'count', '1322'],
    ['1，322', 'count', '1322'],
    ['007', 'count', '7'],
    ['22件', 'count', '22'],
    ['+5', 'change', '5'],
    ['减3', 'change', '-3'],
    ['增 10', 'change', '10'],
    ['－10', 'change', '-10'],
    ['727.080', 'amount', '727.08'],
    ['59,237.2449万元', 'amount', '59237.2449'],
    ['0.00', 'amount', '0'],
  ] as const)('reads %j in a cell for a %s as %s', (text, kind, value) => {
    expect(readFigure(text, kind)).toMatchObject({ is: 'figure', value });
  });

  it.each([
    ['约397', 'count'],
    ['12余', 'count'],
    ['3.5', 'count'],
    ['-1', 'count'],
    ['22（其中修订16件）', 'count'],
    ['1,32', 'count'],
    ['1 2 3a', 'count'],
    ['22①', 'count'],
    ['3²', 'count'],
    ['251000元', 'amount'],
    ['5元', 'count'],
    ['—', 'count'],
    ['1234567890123456', 'count'],
  ] as const)('refuses %j in a cell for a %s and says why', (text, kind) => {
    const read = readFigure(text, kind);
    expect(read.is).toBe('refused');
    expect(read.is === 'refused' && read.why.length).toBeGreaterThan(5);
  });

  it.each(['', ' ', '　', '\u00a0'])('takes %j as blank, which is not 0', (text) => {
    expect(readFigure(text, 'count')).toEqual({ is: 'blank' });
  });

  it('keeps every whole number as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        expect(readFigure(String(n), 'count')).toEqual({ is: 'figure', value: String(n), cleaned: false });
      }),
    );
  });

  it('never throws, and what it reads is a figure that it reads again as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('count', 'change', 'amount'), (text, kind) => {
        const read = readFigure(text, kind);
        expect(read.is !== 'figure' || isFigure(read.value, kind)).toBe(true);
      }),
    );
  });
});
