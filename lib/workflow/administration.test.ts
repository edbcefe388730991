import { describe, expect, test } from 'vitest';
import {
  agencyKeySchema,
  isUsername,
  mayAdminister,
  mayAdministerPerson,
  mayChangePosts,
  passwordFault,
  stepNamesSchema,
  type Post,
} from './administration';
import type { Actor, Role } from './permissions';

const post = (agencyPath: string, role: Role = 'author'): Post => ({ agencyId: agencyPath, agencyPath, role });
const actor = (...posts: Post[]): Actor => ({ id: 'actor', name: '王芳', roles: posts });

const city = '/yunze/';
const district = '/yunze/linchuan/';
const bureau = '/yunze/linchuan/yingjiju/';
const sister = '/yunze/linchuan/jiaoyuju/';
const namesake = '/yunze/linchuanxian/';

const administrator = actor(post(district, 'administrator'));

describe('an administrator governs the own agency and what stands below it', () => {
  test.each([
    [district, null],
    [bureau, null],
    [sister, null],
    [city, 'not-permitted'],
    [namesake, 'not-permitted'],
    ['', 'not-permitted'],
  ])('%s: %s', (path, refused) => {
    expect(mayAdminister(administrator, path)?.refused ?? null).toBe(refused);
  });

  test.each(['author', 'reviewer'] as const)('a %s governs nothing, not even the own agency', (role) => {
    expect(mayAdminister(actor(post(district, role)), district)?.refused).toBe('not-permitted');
  });

  test('a stranger is asked to sign in', () => {
    expect(mayAdminister(null, district)?.refused).toBe('not-signed-in');
    expect(mayAdministerPerson(null, [post(district)])?.refused).toBe('not-signed-in');
    expect(mayChangePosts(null, district, [])?.refused).toBe('not-signed-in');
  });
});

describe('a password is set and an account disabled only by who governs all that the person is', () => {
  test.each<[string, Post[], string | null]>([
    ['a person below', [post(bureau)], null],
    ['a person of two agencies below', [post(bureau), post(sister, 'reviewer')], null],
    ['another administrator of the own agency', [post(district, 'administrator')], null],
    ['an administrator above', [post(city, 'administrator')], 'not-permitted'],
    ['a person who is something below and elsewhere', [post(bureau), post(namesake)], 'not-permitted'],
    ['a person who is nothing anywhere', [], 'not-permitted'],
  ])('%s: %s', (_who, posts, refused) => {
    expect(mayAdministerPerson(administrator, posts)?.refused ?? null).toBe(refused);
  });
});

describe('roles are changed at governed agencies, for people who are something at one of them', () => {
  test.each<[string, string, Post[], string | null]>([
    ['a person below, where they are', bureau, [post(bureau)], null],
    ['a person below, at a sister agency', sister, [post(bureau)], null],
    ['a person who is also elsewhere, at the governed agency', bureau, [post(bureau), post(namesake)], null],
    ['the same person, at the foreign agency', namesake, [post(bureau), post(namesake)], 'not-permitted'],
    ['a foreign person drawn in', bureau, [post(namesake)], 'not-permitted'],
  ])('%s', (_who, path, posts, refused) => {
    expect(mayChangePosts(administrator, path, posts)?.refused ?? null).toBe(refused);
  });
});

test.each([
  ['short-1234', null],
  ['123456789', '新密码至少 10 个字符'],
  ['王芳王芳王芳', '新密码至少 10 个字符'],
  ['aaaaaaaaaaaa', '新密码太简单，请用至少 4 种不同的字符'],
  ['WangFang-Yunze', '新密码不能与用户名相同'],
  ['x9'.repeat(65), '新密码最多 128 个字符'],
])('a chosen password %s: %s', (password, fault) => {
  expect(passwordFault(password, 'wangfang-yunze')).toBe(fault);
});

test.each(['张三', '阿依古丽·买买提', 'zhang.san', 'A01', 'ｚｈａｎｇ３', '欧阳_2'])(
  '%s is a user name',
  (username) => {
    expect(isUsername(username)).toBe(true);
  },
);

test.each(['张', '', ' ', '.张三', '张 三', '张三@局', '<script>', 'x'.repeat(31), '張\u200b三'])(
  '%j is none',
  (username) => {
    expect(isUsername(username)).toBe(false);
  },
);

test.each([
  ['yingjiju', true],
  ['a1-b2', true],
  ['y', false],
  ['Yingjiju', false],
  ['1ju', false],
  ['ying--ji', false],
  ['yingji-', false],
  ['应急局', false],
  ['a/b', false],
  ['x'.repeat(41), false],
])('%s is part of an address: %s', (key, good) => {
  expect(agencyKeySchema.safeParse(key).success).toBe(good);
});

test.each([
  [['审核'], true],
  [['初审', '复审', '终审', '保密审查'], true],
  [[], false],
  [['初审', ' 初审'], false],
  [['初审', ''], false],
])('the review steps %j will do: %s', (steps, good) => {
  expect(stepNamesSchema.safeParse(steps).success).toBe(good);
});
