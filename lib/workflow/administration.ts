import { z } from 'zod';
import { agencyKinds } from '@/lib/report/report';
import { storable } from '@/lib/report/storable';
import { governs, roles, type Actor, type Role } from './permissions';
import { refuse, type Refusal } from './refusal';

/**
 * Shapes of what administrators do to agencies and accounts, and who may do it to whom. Pure: forms and use cases share
 * it.
 */

/** How a user name is compared and stored: full-width letters and case do not tell two people apart. */
export function normalUsername(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

const usernameShape = /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9·._-]{1,29}$/u;

/** Whether this may be a user name, in whatever case it was typed. */
export function isUsername(username: string): boolean {
  return usernameShape.test(normalUsername(username));
}

const usernameSchema = z
  .string()
  .refine(isUsername, '用户名为 2 至 30 个汉字、字母或数字，可含点、横线和下划线')
  .transform((username) => username.normalize('NFKC').trim());

export const passwordLength = { min: 10, max: 128 } as const;

/** What is wrong with a password that somebody chose; null when it will do. */
export function passwordFault(password: string, username: string): string | null {
  if ([...password].length < passwordLength.min) return `新密码至少 ${passwordLength.min} 个字符`;
  if (password.length > passwordLength.max) return `新密码最多 ${passwordLength.max} 个字符`;
  if (normalUsername(password) === normalUsername(username)) return '新密码不能与用户名相同';
  if (new Set(password).size < 4) return '新密码太简单，请用至少 4 种不同的字符';
  return null;
}

const name = (what: string, max: number) =>
  z.string().overwrite(storable).trim().min(1, `请填写${what}`).max(max, `${what}最多 ${max} 字`);

/** Part of public addresses and of no reserved word's shape: latin, lower case. */
export const agencyKeySchema = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '网址代号为 2 至 40 个小写字母、数字或横线，以字母开头')
  .refine((key) => !key.endsWith('-') && !key.includes('--'), '网址代号中的横线不能连用，也不能放在最后');

export const stepNamesSchema = z
  .array(name('审核步骤的名称', 20))
  .min(1, '至少要有一个审核步骤')
  .max(6, '审核步骤最多 6 个')
  .refine((names) => new Set(names).size === names.length, '审核步骤的名称不能重复');

const rolesSchema = z
  .array(z.enum(roles))
  .min(1, '至少选一种身份；不再任职的，请停用账号')
  .transform((held) => roles.filter((role) => held.includes(role)));

const key = z.string().max(80);

export const createAgencySchema = z.strictObject({
  parent: key.min(1, '请选择上级机关'),
  name: name('机关全称', 60),
  shortName: name('机关简称', 20),
  key: agencyKeySchema,
  kind: z.enum(agencyKinds, '请选择机关类别'),
  steps: stepNamesSchema,
});
export type CreateAgency = z.output<typeof createAgencySchema>;

export const renameAgencySchema = z.strictObject({
  agency: key,
  name: name('机关全称', 60),
  shortName: name('机关简称', 20),
});

export const changeStepsSchema = z.strictObject({ agency: key, steps: stepNamesSchema });

export const createAccountSchema = z.strictObject({
  agency: key.min(1, '请选择机关'),
  username: usernameSchema,
  name: name('姓名', 30),
  roles: rolesSchema,
});
export type CreateAccount = z.output<typeof createAccountSchema>;

export const changeRolesSchema = z.strictObject({ user: z.uuid(), agency: key, roles: rolesSchema });
export const accountSchema = z.strictObject({ user: z.uuid() });
export const ownPasswordSchema = z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) });

/** Where a person is what; as stored. */
export interface Post {
  readonly agencyId: string;
  readonly agencyPath: string;
  readonly role: Role;
}

const beyond = '这个机关不在您的管理范围内，只能管理本机关和下级机关';

/** Whether the actor administers this agency: null when so, else why not. */
export function mayAdminister(actor: Actor | null, agencyPath: string): Refusal | null {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  return governs(actor, agencyPath) ? null : refuse('not-permitted', beyond);
}

/** Whether the actor administers anything at all: asked before work that costs much. */
export function mayAdministerSomething(actor: Actor | null): Refusal | null {
  const any = actor?.roles.some((held) => held.role === 'administrator') ?? false;
  return any ? null : mayAdminister(actor, '');
}

/**
 * Whether the actor may act on the whole account of a person (password, disabling): only when every post of that person
 * lies within what the actor governs, since whoever sets the password can act at each of them.
 */
export function mayAdministerPerson(actor: Actor | null, posts: readonly Post[]): Refusal | null {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const within = posts.length > 0 && posts.every((post) => governs(actor, post.agencyPath));
  return within ? null : refuse('not-permitted', '此人在您管理范围之外的机关任职，请与那里的管理员联系');
}

/** Whether the actor may change what the person is at this agency; a person of foreign agencies only is left alone. */
export function mayChangePosts(actor: Actor | null, agencyPath: string, posts: readonly Post[]): Refusal | null {
  const refusal = mayAdminister(actor, agencyPath);
  if (refusal !== null || actor === null) return refusal;
  return posts.some((post) => governs(actor, post.agencyPath)) ? null : refuse('not-permitted', beyond);
}

/** A refusal of a form's content, with the first sentence that zod found. */
export function firstFault(error: z.ZodError): Refusal {
  return refuse('bad-input', error.issues[0]?.message ?? '提交的内容有误，请检查后再试');
}
