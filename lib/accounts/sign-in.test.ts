import { beforeAll, describe, expect, test } from 'vitest';
import { PEER_HEADER } from '@/lib/settings';
import { insertAccount, setDisabled } from '@/lib/store/agencies/accounts';
import { insertAgency } from '@/lib/store/agencies/agency-tree';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { transaction } from '@/lib/store/database/transaction';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { changeOwnPassword } from '@/lib/usecases/administration/change-own-password';
import { auth } from './auth';
import { hashPassword } from './passwords';
import { actorOf, personFrom } from './person';
import { signIn } from './sign-in';

const password = 'a password of its own';
const now = new Date();
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
let agencyId = '';

async function makePerson(username: string, mustChangePassword = false): Promise<string> {
  const passwordHash = await hashPassword(password);
  const posts = [{ agencyId, role: 'author' }] as const;
  return insertAccount(database(), { username, name: username, passwordHash, mustChangePassword, posts });
}

const from = (peer: string): Headers => new Headers({ [PEER_HEADER]: peer, 'user-agent': 'test' });
/** Why signing in was refused; null when it was not. */
async function attempt(username: string, given: string, peer: string, at = now): Promise<Refusal | null> {
  const result = await signIn({ username, password: given, remember: false }, from(peer), at);
  return isRefusal(result) ? result : null;
}

/** The headers of a browser that has signed in. */
async function signedIn(username: string, remember = false): Promise<Headers> {
  const answer = await auth().api.signInUsername({
    body: { username, password, rememberMe: remember },
    headers: from('10.9.9.9'),
    returnHeaders: true,
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Headers({ cookie: cookies.join('; ') });
}

beforeAll(async () => {
  await useTestDatabase();
  const made = {
    key: 'yunze',
    name: '云泽市人民政府',
    shortName: '市政府',
    kind: 'government',
    steps: ['审核'],
    parent: null,
  } as const;
  agencyId = (await transaction((tx) => insertAgency(tx, made, now))) ?? '';
});

describe('signing in', () => {
  test('a person signs in by a name in Chinese and acts with the roles held', async () => {
    const id = await makePerson('张三');
    expect(await attempt('张三', password, '10.0.0.1')).toBeNull();
    const person = await personFrom(await signedIn('张三'));
    expect(person).toMatchObject({ id, name: '张三', username: '张三', mustChangePassword: false });
    expect(actorOf(person)?.roles).toEqual([{ agencyId, agencyPath: '/yunze/', role: 'author' }]);
  });

  test('full-width letters and capitals are the same name', async () => {
    await makePerson('Zhang4');
    expect(await attempt('ＺＨＡＮＧ４', password, '10.0.0.1')).toBeNull();
  });

  test('an unknown name and a wrong password get the same answer', async () => {
    await makePerson('李四');
    const unknown = await attempt('李四四', password, '10.0.0.2');
    expect(unknown).toEqual({ refused: 'not-signed-in', message: '用户名或密码不对，请重新输入' });
    expect(await attempt('李四', 'not the password', '10.0.0.2')).toEqual(unknown);
    expect(await attempt("' OR 1=1", password, '10.0.0.2')).toEqual(unknown);
  });

  test('blank fields are named', async () => {
    expect(await attempt(' ', '', '10.0.0.3')).toEqual({ refused: 'bad-input', message: '请填写用户名和密码' });
  });

  test('a disabled person is told so after the right password only, and gets no session', async () => {
    const id = await makePerson('钱五');
    await setDisabled(database(), id, now);
    expect((await attempt('钱五', 'not the password', '10.0.0.4'))?.message).toBe('用户名或密码不对，请重新输入');
    expect((await attempt('钱五', password, '10.0.0.4'))?.message).toBe('这个账号已停用，请与本机关管理员联系');
    expect(await database().session.count({ where: { userId: id } })).toBe(0);
  });
});

describe('wrong passwords are counted by name and address', () => {
  test('after five, even the right password waits; another address does not', async () => {
    await makePerson('孙六');
    for (let n = 0; n < 5; n++) expect((await attempt('孙六', 'wrong', '10.1.0.1'))?.message).toMatch('不对');
    expect((await attempt('孙六', password, '10.1.0.1'))?.message).toBe('尝试次数过多，请 60 秒后再试');
    expect(await attempt('孙六', password, '10.1.0.2')).toBeNull();
    expect(await attempt('孙六', password, '10.1.0.1', later(2))).toBeNull();
  });

  test('the right password forgets the wrong ones before it', async () => {
    await makePerson('周七');
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await attempt('周七', 'wrong', `10.2.0.${round}`);
      expect(await attempt('周七', password, `10.2.0.${round}`)).toBeNull();
    }
  });

  test('eight attempts at once are counted one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt('吴八', 'wrong', '10.3.0.1')));
    expect(answers.filter((answer) => answer?.message.includes('不对'))).toHaveLength(5);
    expect(answers.filter((answer) => answer?.message.includes('秒后再试'))).toHaveLength(3);
  });

  test('one address that tries many names waits after twenty', async () => {
    const messages = [];
    for (let n = 0; n < 21; n++) messages.push((await attempt(`生人${n}`, 'wrong', '10.4.0.1'))?.message);
    expect(messages.slice(0, 20).every((message) => message?.includes('不对'))).toBe(true);
    expect(messages[20]).toBe('尝试次数过多，请 60 秒后再试');
  });

  test('what a caller says about forwarding counts for nothing', async () => {
    for (let n = 0; n < 5; n++) {
      const headers = from('10.5.0.1');
      headers.set('x-forwarded-for', `192.0.2.${n}`);
      await signIn({ username: '郑九', password: 'wrong', remember: false }, headers, now);
    }
    expect((await attempt('郑九', 'wrong', '10.5.0.1'))?.message).toMatch('秒后再试');
  });

  test('no name and no address stands readable in the table', async () => {
    const rows = await database().signInAttempt.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.key))).toBe(true);
  });
});

describe('a session', () => {
  test('ends eight hours after the last request, remembered or seven days after sign-in', async () => {
    await makePerson('冯十');
    const plain = await signedIn('冯十');
    const remembered = await signedIn('冯十', true);
    expect(await personFrom(plain, later(7 * 60))).not.toBeNull();
    expect(await personFrom(plain, later(14 * 60))).not.toBeNull();
    expect(await personFrom(plain, later(23 * 60))).toBeNull();
    expect(await personFrom(remembered, later(6.9 * 24 * 60))).not.toBeNull();
    expect(await personFrom(remembered, later(7.1 * 24 * 60))).toBeNull();
  });

  test('ends at once when the person is disabled, and would not count even if it were still there', async () => {
    const id = await makePerson('陈一');
    const headers = await signedIn('陈一');
    expect(await personFrom(headers)).not.toBeNull();
    await database().user.update({ where: { id }, data: { disabledAt: now } });
    expect(await personFrom(headers)).toBeNull();
    await setDisabled(database(), id, now);
    expect(await database().session.count({ where: { userId: id } })).toBe(0);
  });

  test('is known by our signature only', async () => {
    await makePerson('褚二');
    const cookie = (await signedIn('褚二')).get('cookie') ?? '';
    const forged = cookie.replace(
      /(session_token=[^.]+\.)./,
      (_all, start: string) => `${start}${cookie.includes(`${start}A`) ? 'B' : 'A'}`,
    );
    expect(forged).not.toBe(cookie);
    expect(await personFrom(new Headers({ cookie: forged }))).toBeNull();
    expect(await personFrom(new Headers({ cookie: cookie.replace(/\.[^;]*/, '') }))).toBeNull();
    expect(await personFrom(new Headers({ cookie: 'nianbao.session_token=%E0%A4%A' }))).toBeNull();
    expect(await personFrom(new Headers())).toBeNull();
  });
});

describe('the own password', () => {
  const owner = async (headers: Headers) => personFrom(headers);

  test('somebody with a first password acts as nobody until it is changed; other sessions end with the change', async () => {
    await makePerson('卫三', true);
    const here = await signedIn('卫三');
    const elsewhere = await signedIn('卫三');
    expect(actorOf(await personFrom(here))).toBeNull();
    expect(await changeOwnPassword(await owner(here), { current: password, next: 'another one, longer' }, now)).toEqual(
      { changed: true },
    );
    expect(actorOf(await personFrom(here))?.name).toBe('卫三');
    expect(await personFrom(elsewhere)).toBeNull();
    expect((await attempt('卫三', password, '10.6.0.1'))?.refused).toBe('not-signed-in');
    expect(await attempt('卫三', 'another one, longer', '10.6.0.1')).toBeNull();
  });

  test.each([
    ['wrong one', 'a new password', '现在的密码不对，请重新输入'],
    [password, 'short', '新密码至少 10 个字符'],
    [password, password, '新密码不能与现在的密码相同'],
  ])('%s to %s: %s', async (current, next, message) => {
    const username = `蒋${next}`.replace(/[^\p{Script=Han}a-z]/gu, '').slice(0, 20);
    await makePerson(username);
    expect(await changeOwnPassword(await owner(await signedIn(username)), { current, next }, now)).toEqual({
      refused: 'bad-input',
      message,
    });
  });

  test('guessing the current one from a session left open has to wait too', async () => {
    await makePerson('沈四');
    const person = await owner(await signedIn('沈四'));
    const guess = () => changeOwnPassword(person, { current: 'a guess', next: 'another one, longer' }, now);
    for (let n = 0; n < 5; n++) await guess();
    expect(await guess()).toEqual({ refused: 'bad-input', message: '尝试次数过多，请 60 秒后再试' });
  });

  test('a stranger changes nothing', async () => {
    expect(await changeOwnPassword(null, { current: password, next: 'another one, longer' }, now)).toMatchObject({
      refused: 'not-signed-in',
    });
  });
});
