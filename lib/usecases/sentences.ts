import { refuse, type Refusal } from '@/lib/workflow/refusal';

/** Sentences that several use cases answer with. */
export const expired = (): Refusal => refuse('not-signed-in', '登录已过期，请重新登录后再办理');
export const noSuchReport = (): Refusal => refuse('not-found', '没有这份报告，请从“我的报告”进入');
export const staleVersion = (): Refusal =>
  refuse('stale-version', '这份报告刚刚有人办理过，请刷新页面，看过最新情况再决定');
export const badInput = (detail: string): Refusal => refuse('bad-input', `提交的内容有误：${detail}`);
