import { describe, expect, it } from 'vitest';
import { statesAfter } from './history';

describe('the states after a history', () => {
  it('a report that was approved and published is published', () => {
    expect(statesAfter(['started', 'submitted', 'returned', 'submitted', 'approved', 'approved', 'published'])).toEqual(
      ['published'],
    );
  });

  it('an approval leads to the next step of review or to the end of it', () => {
    expect(statesAfter(['started', 'submitted', 'approved'])).toEqual(['submitted', 'approved']);
  });

  it('a correction is reopened, restated, abandoned, and what was withdrawn is published anew', () => {
    const published = ['started', 'submitted', 'approved', 'published'] as const;
    expect(statesAfter([...published, 'reopened', 'restated', 'abandoned', 'withdrawn'])).toEqual(['withdrawn']);
    expect(
      statesAfter([
        ...published,
        'withdrawn',
        'reopened',
        'submitted',
        'recalled',
        'submitted',
        'approved',
        'published',
      ]),
    ).toEqual(['published']);
  });

  it('what stands is withdrawn while it is being corrected, and the correction goes on', () => {
    const correcting = [
      'started',
      'submitted',
      'approved',
      'published',
      'reopened',
      'submitted',
      'approved',
      'withdrawn',
    ] as const;
    expect(statesAfter(correcting)).toEqual(['submitted', 'approved']);
    expect(statesAfter([...correcting, 'published'])).toEqual(['published']);
    expect(statesAfter([...correcting, 'returned', 'abandoned'])).toEqual(['withdrawn']);
  });
});

describe('a history that cannot have taken place', () => {
  it.each([
    ['a publication that nobody approved', ['started', 'submitted', 'published'], 2],
    ['an approval of what nobody submitted', ['started', 'approved'], 1],
    ['a second beginning', ['started', 'started'], 1],
    ['no beginning', ['submitted'], 0],
    ['a withdrawal of what nobody published', ['started', 'withdrawn'], 1],
    [
      'a second withdrawal of one publication',
      ['started', 'submitted', 'approved', 'published', 'reopened', 'withdrawn', 'withdrawn'],
      6,
    ],
    ['an approval after the return', ['started', 'submitted', 'returned', 'approved'], 3],
  ] as const)('%s', (_, events, place) => {
    expect(statesAfter(events)).toBe(place);
  });
});
