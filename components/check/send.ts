import type { FindingsList } from '@/lib/checks/findings-list';
import { FILE_HEADER, largestFile, type CheckedFile, type NotChecked } from '@/lib/workflow/checked-file';
import type { DraftMade, DraftOffer, DraftRequest } from '@/lib/workflow/draft-offer';
import { PERSON_HEADER } from '@/lib/workflow/protocol';
import { isRefusal } from '@/lib/workflow/refusal';

/** What the server answered, or the one sentence that is shown instead. */
export type Answer<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | { readonly is: 'sentence'; readonly sentence: string };

const said = (sentence: string): { is: 'sentence'; sentence: string } => ({ is: 'sentence', sentence });
const offline = '没有连上服务器，请稍后再试';
const tooLarge = '文件太大，请只给出年度报告本身（32 MB 以内）';

/** Has a file read and checked; one that is too large is not even sent. */
export async function sendFile(name: string, content: Blob, signal?: AbortSignal): Promise<Answer<CheckedFile>> {
  if (content.size === 0) return said('文件是空的，请重新选择');
  if (content.size > largestFile) return said(tooLarge);
  const headers = {
    'content-type': 'application/octet-stream',
    accept: 'application/json',
    [FILE_HEADER]: encodeURIComponent(name.slice(0, 200)),
  };
  const response = await fetch('/check/read', { method: 'POST', headers, body: content, signal }).catch(() => null);
  if (response === null) return said(offline);
  if (response.status === 413) return said(tooLarge);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return { is: 'answer', value: body as CheckedFile };
  return said(sentenceIn(body, response.status));
}

export async function askDraft<Value extends DraftOffer | DraftMade>(
  person: string,
  wish: DraftRequest,
): Promise<Answer<Value>> {
  const response = await post('/check/draft', wish, { [PERSON_HEADER]: person });
  if (response === null) return said(offline);
  const body: unknown = await response.json().catch(() => null);
  return response.ok && body !== null
    ? { is: 'answer', value: body as Value }
    : said(sentenceIn(body, response.status));
}

export async function findingsDocument(list: FindingsList): Promise<Answer<Blob>> {
  const response = await post('/check/findings', list);
  if (response === null) return said(offline);
  return response.ok
    ? { is: 'answer', value: await response.blob() }
    : said(sentenceIn(await response.json().catch(() => null), response.status));
}

const post = (address: string, body: object, headers: Record<string, string> = {}): Promise<Response | null> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  }).catch(() => null);

function sentenceIn(body: unknown, status: number): string {
  if (isRefusal(body)) return body.message;
  if (typeof body === 'object' && body !== null) {
    if ('error' in body) return (body as Omit<NotChecked, 'file'>).error.message;
    if ('message' in body && typeof body.message === 'string') return body.message;
  }
  return `没有办成，请稍后再试（${status}）`;
}
