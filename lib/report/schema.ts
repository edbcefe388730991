import { z } from 'zod';
import { sectionIds, type Format } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import { isFigure } from './figure';
import type { Edit, Path, Value } from './draft';
import { isParagraphPath } from './draft';
import { insertSchema, placedInsertsSchema } from './insert-schema';
import { isOrderKey } from './order';
import type { Report } from './report';

/** Shape only: arithmetic never stands here, incomplete drafts always save (house.md). */
const text = z.string().max(200_000);

/** A report in JSON. Totals and blanks as stated; unknown cells are refused with their id. */
export const reportSchema: z.ZodType<Report> = z
  .object({
    format: z.string(),
    year: z.number().int().min(2008).max(2100),
    agency: z.string().max(200),
    title: z.string().max(400).default(''),
    preamble: text.default(''),
    sections: z.partialRecord(z.enum(sectionIds), text).default({}),
    cells: z.record(z.string(), z.string().max(40).nullable()),
    signature: z
      .object({ agency: z.string().max(200), date: z.string().max(20).nullable() })
      .default({ agency: '', date: null }),
    notes: z.record(z.string(), z.string().max(2000)).optional(),
    extra: z.array(z.object({ table: z.string(), label: z.string(), value: z.string() })).optional(),
    inserts: placedInsertsSchema.optional(),
  })
  .superRefine((report, context) => {
    const format = formatById(report.format);
    if (format === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['format'],
        message: `没有 ${report.format} 这个格式，应为 2019 或 2021`,
      });
      return;
    }
    for (const id of Object.keys(report.cells)) {
      if (format.cell(id) === undefined)
        context.addIssue({ code: 'custom', path: ['cells', id], message: `${format.id} 年格式没有单元格 ${id}` });
    }
  });

const run = z.union([
  z.strictObject({ text: z.string().max(200_000) }),
  z.strictObject({ figure: z.string().max(120) }),
]);

/** The value of a paragraph as it travels and as it is stored. */
const paragraphSchema = z.strictObject({
  place: z.enum(['preamble', ...sectionIds]),
  order: z.string().min(1).max(200),
  runs: z.array(run).max(500),
  insert: insertSchema.optional(),
});

export const valueSchema: z.ZodType<Value> = z.union([z.string().max(40), paragraphSchema, z.null()]);

const paragraphPath = /^p-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A report has a few thousand characters; the whole text of one has to pass `reportSchema` again when it is published.
 */
export const longest = { paragraph: 20_000, prose: 100_000 } as const;

/** An edit whose path and value fit each other and the format. */
export function editSchema(format: Format): z.ZodType<Edit> {
  return z
    .strictObject(
      { id: z.uuid(), path: z.string().max(120), base: z.uuid().nullable(), value: valueSchema },
      '格式不对',
    )
    .superRefine((edit, context) => {
      const problem = misfit(format, edit.path, edit.value);
      if (problem !== null) context.addIssue({ code: 'custom', path: ['value'], message: problem });
    });
}

/** Why a value cannot stand at a path; null when it can. */
export function misfit(format: Format, path: Path, value: Value): string | null {
  if (isParagraphPath(path)) {
    if (!paragraphPath.test(path)) return `没有 ${path} 这个段落`;
    if (typeof value === 'string') return '段落不能只是一串文字';
    if (value !== null && !isOrderKey(value.order)) return '段落的次序有误';
    if (value?.insert !== undefined && value.runs.length > 0) return '图片和表格单独成段，不能与文字同在一段';
    const length = value?.runs.reduce((sum, item) => sum + ('text' in item ? item.text.length : 0), 0) ?? 0;
    if (length > longest.paragraph) return `一个自然段最多 ${longest.paragraph} 字，请分段`;
    const stray = value?.runs.find((item) => 'figure' in item && format.cell(item.figure) === undefined);
    return stray === undefined ? null : '引用的数字不在本年度的表里';
  }
  const cell = format.cell(path);
  if (cell === undefined) return `没有 ${path} 这一格`;
  if (value === null) return null;
  if (typeof value !== 'string') return '单元格只能填数字';
  return isFigure(value, cell.number) ? null : `“${value}”不能填在这一格`;
}
