import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { sampleAccounts } from '@/e2e/setup/accounts';

/** Names that no other run of these tests has used. */
const mark = Date.now().toString(36).slice(-5);

function account(role: string): { user: string; password: string } {
  const found = sampleAccounts().find((sample) => sample.role === role);
  if (found === undefined) throw new Error(`no sample account is ${role}`);
  return found;
}

async function signIn(page: Page, user: string, password: string, next = '/office/password'): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

async function administrator(browser: Browser): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const { user, password } = account('管理');
  await signIn(page, user, password, '/office/accounts');
  await expect(page.getByRole('heading', { name: '账号', level: 1 })).toBeVisible();
  return { context, page, complaints };
}

/** Makes an account as the administrator; the first password, as it is shown once. */
async function makeAccount(page: Page, username: string, name: string): Promise<string> {
  await page.goto('/office/accounts');
  await page.getByRole('button', { name: '新建账号', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '新建账号' });
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByLabel('用户名').fill(username);
  await dialog.getByRole('button', { name: '建立账号' }).click();
  const made = page.getByRole('dialog', { name: '账号已建好' });
  const password = await made.locator('code').innerText();
  await made.getByRole('button', { name: '已交给本人' }).click();
  await expect(made).toBeHidden();
  return password;
}

async function changeFirstPassword(page: Page, first: string, own: string): Promise<void> {
  await page.getByLabel('现在的密码').fill(first);
  await page.getByLabel('新密码', { exact: true }).fill(own);
  await page.getByLabel('再输一次新密码').fill(own);
  await page.getByRole('button', { name: '修改密码' }).click();
}

test('I am led to sign in, a wrong password keeps my name, and then I come to the page I wanted', async ({ page }) => {
  const { user, password } = account('管理');
  await page.goto('/office/agencies?q=%E5%B1%80');
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码').fill('not my password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('用户名或密码不对，请重新输入')).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue(user);
  await expect(page.getByLabel('密码')).toHaveValue('');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/office\/agencies\?q=%E5%B1%80$/);
  const cookie = (await page.context().cookies()).find((one) => one.name.endsWith('session_token'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });
});

test('I sign in and out where no script runs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { user, password } = account('填报');
  await signIn(page, user, 'not my password');
  await expect(page.getByText('用户名或密码不对，请重新输入')).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue(user);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/office\/password$/);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByText('已退出登录。')).toBeVisible();
  await page.goto('/office/password');
  await expect(page).toHaveURL(/\/login\?next=/);
  await context.close();
});

test('the way back after sign-in never leads to another site', async ({ page }) => {
  const { user, password } = account('填报');
  await signIn(page, user, password, '//example.com/office');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  expect(new URL(page.url()).pathname).toBe('/office');
  expect(page.url().startsWith(process.env.E2E_BASE_URL ?? 'none')).toBe(true);
});

test('an administrator makes an account, and its owner must choose a password before anything else', async ({
  browser,
}) => {
  const { context, page, complaints } = await administrator(browser);
  const username = `新人${mark}`;
  const first = await makeAccount(page, username, '新人');
  const row = page.getByRole('row', { name: new RegExp(username) });
  await expect(row).toContainText('未改初始密码');

  const own = await browser.newContext();
  const mine = await own.newPage();
  await signIn(mine, username, first, '/office/accounts');
  await expect(mine).toHaveURL(/\/office\/password$/);
  await expect(mine.getByText('这是管理员设的初始密码')).toBeVisible();
  await mine.goto('/office');
  await expect(mine).toHaveURL(/\/office\/password$/);
  await changeFirstPassword(mine, first, username);
  await expect(mine.getByText('新密码至少 10 个字符', { exact: true })).toBeVisible();
  await changeFirstPassword(mine, first, 'a longer one of mine');
  await expect(mine.getByText('密码已修改')).toBeVisible();
  await mine.goto('/office/accounts');
  await expect(mine.getByText('您没有管理身份')).toBeVisible();
  await page.reload();
  await expect(row).toContainText('可用');
  expect(complaints).toEqual([]);
  await own.close();
  await context.close();
});

test('when my account is disabled my session ends at once', async ({ browser }) => {
  const { context, page, complaints } = await administrator(browser);
  const username = `离任${mark}`;
  const first = await makeAccount(page, username, '离任');
  const own = await browser.newContext();
  const mine = await own.newPage();
  await signIn(mine, username, first);
  await changeFirstPassword(mine, first, 'a longer one of mine');
  await expect(mine.getByText('密码已修改')).toBeVisible();

  await page
    .getByRole('row', { name: new RegExp(username) })
    .getByRole('button', { name: /^停用/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(page.getByRole('row', { name: new RegExp(username) })).toContainText('已停用');

  const edits = await mine.evaluate(async () => {
    const answer = await fetch('/office/reports/any/2024/edits', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  });
  expect(edits).toEqual({ status: 401, body: { refused: 'not-signed-in', message: '登录已过期，请重新登录' } });
  await mine.goto('/office/password');
  await expect(mine).toHaveURL(/\/login\?next=/);
  await signIn(mine, username, 'a longer one of mine');
  await expect(mine.getByText('这个账号已停用，请与本机关管理员联系')).toBeVisible();
  expect(complaints).toEqual([]);
  await own.close();
  await context.close();
});

test('an administrator makes an agency below the own one, names its steps, and renames it', async ({ browser }) => {
  const { context, page, complaints } = await administrator(browser);
  await page.goto('/office/agencies');
  await page.getByRole('button', { name: '新建机关' }).click();
  const dialog = page.getByRole('dialog', { name: '新建机关' });
  await dialog.getByRole('button', { name: '建立机关' }).click();
  await expect(dialog.getByText('请填写机关全称')).toBeVisible();
  await dialog.getByLabel('机关全称').fill('澄湖区石湾镇人民政府');
  await dialog.getByLabel('机关简称').fill('石湾镇');
  await dialog.getByLabel('网址代号').focus();
  await expect(dialog.getByLabel('网址代号')).toHaveValue(/^[a-z-]*shiwanzhen/);
  await expect(dialog.getByLabel('乡镇街道')).toBeChecked();
  await dialog.getByLabel('网址代号').fill(`shiwan-${mark}`);
  await dialog.getByRole('button', { name: '加一步' }).click();
  await dialog.getByLabel('第 2 步的名称').fill('终审');
  await dialog.getByRole('button', { name: '建立机关' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: new RegExp(`shiwan-${mark}`) });
  await expect(row).toContainText('审核 → 终审');

  await row.getByRole('button', { name: /^改名/ }).click();
  const rename = page.getByRole('dialog');
  await rename.getByLabel('机关全称').fill(`澄湖区石湾街道办事处${mark}`);
  await rename.getByRole('button', { name: '保存' }).click();
  await expect(row).toContainText('曾用名：澄湖区石湾镇人民政府');
  expect(complaints).toEqual([]);
  await context.close();
});

test('pages of other sites can neither write nor frame, and staff pages run only their own scripts', async ({
  request,
}) => {
  const write = (headers: Record<string, string>) => request.post('/login/sign-out', { headers, maxRedirects: 0 });
  const own = process.env.E2E_BASE_URL ?? '';
  expect((await write({ origin: 'https://example.com' })).status()).toBe(403);
  expect((await write({ origin: 'null' })).status()).toBe(403);
  expect((await write({})).status()).toBe(403);
  expect((await write({ origin: own, 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  expect((await write({ origin: own })).status()).toBe(303);
  expect((await request.get('/login/sign-out')).status()).toBe(405);

  const page = await request.get('/login');
  const policy = page.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/unsafe/);
  for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"])
    expect(policy).toContain(part);
  expect(page.headers()['cache-control']).toContain('no-store');
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const again = (await request.get('/login')).headers()['content-security-policy'];
  expect(again).not.toContain(String(nonce));

  const stranger = await request.get('/office/reports/any/2024', { headers: { accept: 'application/json' } });
  expect(stranger.status()).toBe(401);
  expect(await stranger.json()).toEqual({ refused: 'not-signed-in', message: '登录已过期，请重新登录' });
});
