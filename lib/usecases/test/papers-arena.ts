import { strFromU8, unzipSync } from 'fflate';
import { fingerprint } from '@/lib/checks/finding';
import { database } from '@/lib/store/database/database';
import { findReport } from '@/lib/store/reports/reports';
import { carryOut } from '@/lib/usecases/review/carry-out';
import { checkedReport } from '@/lib/usecases/checked-report';
import type { Download } from '@/lib/usecases/papers/download';
import { arena, completeEdits, now, publish, written, year, type Arena } from './arena';
import { granted } from './commands';

export function textOf({ body }: Download, part = 'word/document.xml'): string {
  if (!(body instanceof Uint8Array)) throw new Error('no bytes');
  return strFromU8(unzipSync(body)[part] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

/** A report that breaks no rule but one that asks for a reason, which is given. */
export async function explained(): Promise<Arena> {
  const place = await arena();
  await written(
    place,
    completeEdits({
      'disclosure.regulations.inForce': '1',
      'applications.received.naturalPerson': '3',
      'applications.granted.naturalPerson': '3',
    }),
  );
  const report = await findReport(database(), place.key, year);
  if (report === null) throw new Error('no report');
  for (const finding of (await checkedReport(database(), report)).result.findings.filter(
    ({ severity }) => severity === 'warning',
  )) {
    granted(
      await carryOut(
        place.author,
        place.key,
        year,
        { do: 'explain', fingerprint: fingerprint(finding), rule: finding.rule, text: '经核对无误。' },
        now,
      ),
    );
  }
  return place;
}

export async function published(): Promise<Arena> {
  const place = await explained();
  await publish(place);
  return place;
}

export const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.4\n${text}\n%%EOF`);
export const facts = { signedBy: '陈局长', signedOn: '2026-01-11', note: '', replaces: null };
