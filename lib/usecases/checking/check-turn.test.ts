import { describe, expect, it } from 'vitest';
import { Turns } from './check-turn';

describe('files in hand at one time', () => {
  it('are four of one caller', () => {
    const turns = new Turns();
    const taken = Array.from({ length: 5 }, () => turns.take('甲'));
    expect(taken.map((back) => back !== null)).toEqual([true, true, true, true, false]);
    taken[0]?.();
    taken[0]?.();
    expect([turns.take('甲') !== null, turns.take('甲') !== null]).toEqual([true, false]);
  });
  it('are sixteen of all callers', () => {
    const turns = new Turns();
    const taken = Array.from({ length: 20 }, (_, caller) => turns.take(String(caller)));
    expect(taken.filter((back) => back !== null).length).toBe(16);
    taken[3]?.();
    expect(turns.take('anybody')).not.toBeNull();
  });
});
