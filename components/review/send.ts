'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { PERSON_HEADER, type CommandRequest } from '@/lib/workflow/protocol';
import { isRefusal, type RefusalCode } from '@/lib/workflow/refusal';

/** Why a command did not take place, in one sentence. */
export interface Failure {
  readonly code: RefusalCode | 'unreachable' | 'unexpected';
  readonly message: string;
}

/** Posts to one of the office's addresses; null when it took place. What was typed stays with the caller. */
export async function post(address: string, init: RequestInit): Promise<Failure | null> {
  let answer: Response;
  try {
    answer = await fetch(address, { method: 'POST', ...init });
  } catch {
    return { code: 'unreachable', message: '没有连上服务器。填写的内容还在这里，请稍后再试' };
  }
  if (answer.ok) return null;
  const body: unknown = await answer.json().catch(() => null);
  if (isRefusal(body)) return { code: body.refused, message: body.message };
  return {
    code: 'unexpected',
    message:
      answer.status === 413
        ? '文件太大，没有接收'
        : `服务器没有办成这件事（${faultOf(body) ?? answer.status}）。填写的内容还在这里，请稍后再试`,
  };
}

/** Sends one command of a report. */
function sendCommand(agency: string, year: number, person: string, command: CommandRequest): Promise<Failure | null> {
  const headers = { 'content-type': 'application/json', [PERSON_HEADER]: person };
  return post(`/office/reports/${agency}/${year}/commands`, { headers, body: JSON.stringify(command) });
}

/** The number under which the server logged what nobody expected. */
function faultOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'fault' in body && typeof body.fault === 'string'
    ? `编号 ${body.fault}`
    : null;
}

export interface Sender {
  readonly busy: boolean;
  /** Sends the command and loads the page anew when it took place. */
  send(command: CommandRequest): Promise<Failure | null>;
  reload(): void;
}

/** `person` is the id of who opened the page. */
export function useCommands(agency: string, year: number, person: string): Sender {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async send(command) {
      if (busy) return { code: 'unexpected', message: '上一步还在办理，请稍候再试' };
      setBusy(true);
      const failure = await sendCommand(agency, year, person, command);
      setBusy(false);
      if (failure === null) router.refresh();
      return failure;
    },
    reload: () => router.refresh(),
  };
}

/** The last failure of one form or bar, and loading anew, which takes the sentence away with what it spoke of. */
export interface Fault {
  readonly failure: Failure | null;
  set(failure: Failure | null): void;
  reload(): void;
}

/** The last failure of what was sent by this sender, kept until the page is loaded anew. */
export function useFault(sender: Sender): Fault {
  const [failure, set] = useState<Failure | null>(null);
  return {
    failure,
    set,
    reload: () => {
      set(null);
      sender.reload();
    },
  };
}
