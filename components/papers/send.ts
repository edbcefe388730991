'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FILE_HEADER } from '@/lib/workflow/checked-file';
import { SCAN_HEADER, type RecordRequest, type ScanFacts } from '@/lib/workflow/papers';
import { PERSON_HEADER } from '@/lib/workflow/protocol';
import { post, type Failure, type Fault } from '@/components/review/send';

/** Whose papers, and who opened the page. */
export interface PapersPlace {
  readonly agency: string;
  readonly year: number;
  readonly person: string;
}

/** Where the papers of a report are. */
export const papersAt = ({ agency, year }: Pick<PapersPlace, 'agency' | 'year'>): string =>
  `/office/reports/${agency}/${year}/papers`;

/** Files one scan as evidence of approval; null when it was filed. */
export function sendScan(place: PapersPlace, file: File, facts: ScanFacts): Promise<Failure | null> {
  const headers = {
    [FILE_HEADER]: encodeURIComponent(file.name),
    [SCAN_HEADER]: encodeURIComponent(JSON.stringify(facts)),
    [PERSON_HEADER]: place.person,
    'content-type': 'application/octet-stream',
  };
  return post(`${papersAt(place)}/evidence`, { headers, body: file });
}

/** Records an address on the own site; null when it was recorded. */
export function sendRecord(place: PapersPlace, request: RecordRequest): Promise<Failure | null> {
  return post(`${papersAt(place)}/copies`, {
    headers: { 'content-type': 'application/json', [PERSON_HEADER]: place.person },
    body: JSON.stringify(request),
  });
}

/** Has a saved page of the own site compared; null when it was. */
export function sendPage(place: PapersPlace, copy: string, file: File): Promise<Failure | null> {
  const headers = {
    [FILE_HEADER]: encodeURIComponent(file.name),
    [PERSON_HEADER]: place.person,
    'content-type': 'application/octet-stream',
  };
  return post(`${papersAt(place)}/copies/${copy}/page`, { headers, body: file });
}

/** One thing that is being sent: whether it is on its way, why it failed. */
export interface Sending {
  readonly busy: boolean;
  readonly fault: Fault;
  /** Sends it, and loads the page anew when it took place. Whether it did. */
  run(act: () => Promise<Failure | null>): Promise<boolean>;
}

/** Sends one thing at a time. */
export function useSending(): Sending {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, set] = useState<Failure | null>(null);
  const reload = (): void => {
    set(null);
    router.refresh();
  };
  return {
    busy,
    fault: { failure, set, reload },
    async run(act) {
      if (busy) return false;
      setBusy(true);
      const failed = await act();
      setBusy(false);
      set(failed);
      if (failed === null) router.refresh();
      return failed === null;
    },
  };
}
