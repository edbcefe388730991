import {
  PERSON_HEADER,
  type CommandAnswer,
  type CommandRequest,
  type EditsAnswer,
  type EditsRequest,
} from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';

/** `unreachable`: no answer, or one that says nothing about the request (a server that is starting or overloaded). */
export type Answer<T> =
  | { readonly is: 'answer'; readonly value: T }
  | { readonly is: 'refusal'; readonly refusal: Refusal }
  | { readonly is: 'unreachable' };

export interface Transport {
  edits(request: EditsRequest): Promise<Answer<EditsAnswer>>;
  command(request: CommandRequest): Promise<Answer<CommandAnswer>>;
}

async function post<T>(address: string, person: string, body: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [PERSON_HEADER]: person },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.headers.get('content-type')?.includes('json')) return { is: 'unreachable' };
    const value: unknown = await response.json();
    if (response.ok) return { is: 'answer', value: value as T };
    return isRefusal(value) ? { is: 'refusal', refusal: value } : { is: 'unreachable' };
  } catch {
    return { is: 'unreachable' };
  }
}

/** The office's addresses of one report (lib/workflow/protocol.ts); `person` is the id of who opened the page. */
export function httpTransport(agency: string, year: number, person: string): Transport {
  const base = `/office/reports/${agency}/${year}`;
  return {
    edits: (request) => post<EditsAnswer>(`${base}/edits`, person, request),
    command: (request) => post<CommandAnswer>(`${base}/commands`, person, request),
  };
}
