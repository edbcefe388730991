import { z } from 'zod';
import { placedInsertsSchema } from '@/lib/report/insert-schema';
import { sectionIds } from '@/lib/statute/format';
import type { TableId } from '@/lib/statute/table';
import { fileKinds, unreadableCodes, type Read, type Unreadable } from './result';

const texts = z.record(z.string(), z.string());
const table: z.ZodType<TableId> = z.enum(['disclosure', 'applications', 'remedies']);

const report = z.object({
  format: z.string(),
  year: z.number(),
  agency: z.string(),
  title: z.string(),
  preamble: z.string(),
  sections: z.partialRecord(z.enum(sectionIds), z.string()),
  cells: z.record(z.string(), z.string().nullable()),
  signature: z.object({ agency: z.string(), date: z.string().nullable() }),
  notes: texts.optional(),
  extra: z.array(z.object({ table: z.string(), label: z.string(), value: z.string() })).optional(),
  inserts: placedInsertsSchema.optional(),
});

const label = z.object({
  table,
  block: z.number(),
  axis: z.enum(['row', 'column']),
  line: z.string(),
  form: z.string(),
  text: z.string(),
  cells: z.array(z.string()),
});

const written = z.object({
  headings: z.array(z.object({ section: z.enum(sectionIds).nullable(), text: z.string() })),
  tables: z.array(table),
  labels: z.array(label),
  corner: z.string().nullable(),
  cells: texts,
  date: z.string().nullable(),
  residue: z.array(z.object({ place: z.enum(['preamble', ...sectionIds, 'title', 'signature']), text: z.string() })),
  page: z
    .object({
      title: z.string(),
      published: z.string().nullable(),
      tables: z.array(z.object({ table, headers: z.boolean(), caption: z.boolean() })),
      pictures: z.number(),
    })
    .nullable(),
});

/** What `read` gives, as it comes out of another process. Any length: what a file holds may be long. */
export const readShape: z.ZodType<Read | Unreadable> = z.union([
  z.object({ error: z.object({ code: z.enum(unreadableCodes), message: z.string() }) }),
  z.object({ kind: z.enum(fileKinds), report, unplaced: z.array(z.string()), written: written.nullable() }),
]);
