import { refuse, type Refusal } from '@/lib/workflow/refusal';

/** Sentences that several use cases of administration answer with. */
export const noSuchAgency = (): Refusal => refuse('not-found', '没有这个机关，请刷新页面后再选');
export const noSuchPerson = (): Refusal => refuse('not-found', '没有这个账号，请刷新页面后再试');
export const notOneself = (what: string): Refusal =>
  refuse('not-permitted', `不能${what}自己的账号，请由其他管理员办理`);
export const lastAdministrator = (): Refusal =>
  refuse('wrong-state', '这是最上级机关仅有的管理员，请先为另一人设好管理身份');
