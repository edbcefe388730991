import type { BatchCommand, BatchProgress, HandInFault } from '@/lib/workflow/batch';
import { FAULT_HEADER, NUMBER_HEADER } from '@/lib/workflow/batch';
import { FILE_HEADER } from '@/lib/workflow/checked-file';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';

/** What the server answered; `later` when the same request may succeed after a while. */
export type Said<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | { readonly is: 'later' | 'refused'; readonly sentence: string; readonly status: number };

const folder = '/office/batches';
const json = { 'content-type': 'application/json', accept: 'application/json' };

export const startBatch = (name: string): Promise<Said<{ id: string }>> =>
  ask(`${folder}/start`, { method: 'POST', headers: json, body: JSON.stringify({ name }) });

export const commandBatch = (id: string, command: BatchCommand): Promise<Said<object>> =>
  ask(`${folder}/${id}/commands`, { method: 'POST', headers: json, body: JSON.stringify({ do: command }) });

export const askProgress = (id: string): Promise<Said<BatchProgress>> =>
  ask(`${folder}/${id}/progress`, { headers: { accept: 'application/json' } });

/** Hands one file in, or says of it why it cannot be. */
export function handIn(id: string, number: number, name: string, content: Blob | HandInFault): Promise<Said<object>> {
  const fault: Record<string, string> = typeof content === 'string' ? { [FAULT_HEADER]: content } : {};
  const headers = {
    'content-type': 'application/octet-stream',
    accept: 'application/json',
    [FILE_HEADER]: encodeURIComponent(name),
    [NUMBER_HEADER]: String(number),
    ...fault,
  };
  return ask(`${folder}/${id}/files`, { method: 'POST', headers, body: typeof content === 'string' ? '' : content });
}

async function ask<Value>(address: string, init: RequestInit): Promise<Said<Value>> {
  const response = await fetch(address, init).catch(() => null);
  if (response === null) return { is: 'later', sentence: '没有连上服务器', status: 0 };
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return { is: 'answer', value: body as Value };
  const { message } = isRefusal(body) ? body : (fallback as Refusal);
  return {
    is: response.status === 429 || response.status >= 500 ? 'later' : 'refused',
    sentence: message,
    status: response.status,
  };
}

const fallback: Refusal = { refused: 'bad-input', message: '服务器没有办成' };
