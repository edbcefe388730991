import { expect, it } from 'vitest';
import { signedBefore } from './signed-before';

const correction = {
  of: 1,
  reason: '表三有误',
  by: '周敏',
  at: '2026-02-03T02:00:00.000Z',
  from: 'published',
  submission: 2,
} as const;

it.each([
  ['this submission', 1, { submission: 1, correction: null }, null],
  ['one before it', 1, { submission: 2, correction: null }, '签批的是第 1 次提交，以后又重新提交过'],
  ['the version that is being corrected', 2, { submission: 3, correction }, '签批的是第 1 版，不是这次更正'],
  ['the correction', 3, { submission: 3, correction }, null],
  ['the first submission of the correction', 3, { submission: 4, correction }, '签批的是第 1 次提交，以后又重新提交过'],
])('a scan that was signed for %s says so', (_, submission, head, says) => {
  expect(signedBefore({ submission }, head)).toBe(says);
});
