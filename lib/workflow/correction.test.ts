import { describe, expect, it } from 'vitest';
import { correctionAfter, publicationAfter, roundOf, roundOfEvents, type Turn } from './correction';

const turn = (type: Turn['type'], reason = '', submission = 1): Turn => ({
  type,
  by: '周敏',
  at: '2026-03-02T01:00:00.000Z',
  reason,
  submission,
});

describe('what is published, and what is being corrected', () => {
  it('is nothing before the first publication', () => {
    expect([publicationAfter([turn('started')]), correctionAfter([turn('started')])]).toEqual([null, null]);
  });

  it('is the version that was published last, for the reason that was given last', () => {
    const events = [turn('published'), turn('reopened', '一处数字'), turn('restated', '两处数字')];
    expect(publicationAfter(events)).toBe(1);
    expect(correctionAfter(events)).toEqual({
      of: 1,
      reason: '两处数字',
      by: '周敏',
      at: '2026-03-02T01:00:00.000Z',
      from: 'published',
      submission: 1,
    });
  });

  it.each(['published', 'abandoned'] as const)('ends when the report is %s', (type) => {
    expect(correctionAfter([turn('published'), turn('reopened', '有误'), turn(type)])).toBeNull();
  });

  it('remembers that the version had been withdrawn, until another one is published', () => {
    const withdrawn = [turn('published'), turn('withdrawn', '含个人信息'), turn('reopened', '隐去')];
    expect(correctionAfter(withdrawn)?.from).toBe('withdrawn');
    expect(correctionAfter([...withdrawn, turn('abandoned'), turn('reopened', '隐去')])?.from).toBe('withdrawn');
    const again = correctionAfter([...withdrawn, turn('published'), turn('reopened', '又一处', 2)]);
    expect([again?.from, again?.of]).toEqual(['published', 2]);
  });

  it('goes on when the version is withdrawn meanwhile', () => {
    const events = [
      turn('published'),
      turn('reopened', '有误'),
      turn('restated', '两处有误'),
      turn('withdrawn', '含个人信息'),
    ];
    expect(correctionAfter(events)).toMatchObject({ of: 1, reason: '两处有误', from: 'withdrawn' });
    expect(correctionAfter([...events, turn('restated', '三处有误')])).toMatchObject({
      reason: '三处有误',
      from: 'withdrawn',
    });
    expect(correctionAfter([...events, turn('abandoned')])).toBeNull();
  });

  it('has its own events; those of one that was given up are none of any other', () => {
    const types = (events: readonly Turn[]): string[] => roundOfEvents(events).map(({ type }) => type);
    const first = [turn('started'), turn('submitted'), turn('published')];
    expect(types(first)).toEqual(['started', 'submitted', 'published']);
    const second = [turn('reopened'), turn('submitted'), turn('published')];
    expect(types([...first, ...second])).toEqual(['reopened', 'submitted', 'published']);
    expect(
      types([...first, ...second, turn('reopened'), turn('submitted'), turn('recalled'), turn('abandoned')]),
    ).toEqual(['reopened', 'submitted', 'published']);
    expect(types([...first, turn('reopened'), turn('abandoned')])).toEqual(['started', 'submitted', 'published']);
  });

  it('counts submissions from the beginning of the correction', () => {
    expect(roundOf({ submission: 3, correction: null })).toBe(3);
    expect(roundOf({ submission: 3, correction: { submission: 2 } })).toBe(1);
  });
});
