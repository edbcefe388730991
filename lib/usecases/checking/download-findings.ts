import { z } from 'zod';
import type { FindingsList } from '@/lib/checks/findings-list';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { mayCheck } from './check-file';
import { findingsDocument } from './findings-document';
import { badInput } from '@/lib/usecases/sentences';

const line = z.string().max(1000);
const text = z.string().max(20_000);

const schema: z.ZodType<FindingsList> = z.strictObject({
  file: line,
  agency: line,
  year: z.number().int().min(1900).max(2200),
  kind: line,
  format: line,
  checkedOn: z.iso.date(),
  findings: z
    .array(
      z.strictObject({
        number: z.number().int(),
        section: line,
        rule: z.string().max(20),
        severity: z.enum(['error', 'warning', 'notice']),
        place: text,
        title: text,
        message: text,
        stated: text,
        expected: text,
        difference: text,
        suggestion: text,
      }),
    )
    .max(2000),
  ran: z.number().int().min(0),
  notChecked: z.array(z.strictObject({ rule: z.string().max(20), says: text, place: text, why: text })).max(2000),
  unplaced: z.array(text).max(2000),
});

/**
 * The .docx of a list that the page holds; nothing was stored, so the page sends it. Refuses as `mayCheck`, and what is
 * no list.
 */
export async function downloadFindings(actor: Actor | null, input: unknown): Promise<Uint8Array | Refusal> {
  const refusal = mayCheck(actor);
  if (refusal !== null) return refusal;
  const list = schema.safeParse(input);
  return list.success ? findingsDocument(list.data) : badInput('核对结果不完整，请重新核对文件');
}
