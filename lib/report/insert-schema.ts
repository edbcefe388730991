import { z } from 'zod';
import { sectionIds } from '@/lib/statute/format';
import { insertLimits, longestPicture, pictureTypes, type Insert, type PictureType, type PlacedInsert } from './insert';

const side = z.number().int().min(1).max(20_000);

const picture = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  contentType: z.enum(pictureTypes),
  width: side,
  height: side,
  alt: z.string().trim().min(1, '请写明图片的替代文字').max(insertLimits.alt, `替代文字最多 ${insertLimits.alt} 字`),
});

const table = z
  .strictObject({
    caption: z.string().max(insertLimits.caption, `表名最多 ${insertLimits.caption} 字`),
    rows: z
      .array(
        z
          .array(z.string().max(insertLimits.cell, `表格的一格最多 ${insertLimits.cell} 字`))
          .min(1)
          .max(insertLimits.columns, `表格最多 ${insertLimits.columns} 列`),
      )
      .min(1)
      .max(insertLimits.rows, `表格最多 ${insertLimits.rows} 行`),
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length), '表格各行的格数不一');

/** What a paragraph carries in the place of words. */
export const insertSchema: z.ZodType<Insert> = z.union([z.strictObject({ picture }), z.strictObject({ table })]);

/** How the Base64 of a file begins: the signatures of PNG and of JPEG. */
const beginnings: Readonly<Record<PictureType, string>> = { 'image/png': 'iVBORw0KGg', 'image/jpeg': '/9j/' };

const pictureWithData = picture
  .extend({
    data: z
      .string()
      .max(longestPicture, '图片过大')
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, '图片数据不是 Base64')
      .optional(),
  })
  .refine(
    ({ contentType, data }) => data?.startsWith(beginnings[contentType]) ?? true,
    '图片数据不是所称的 PNG 或 JPEG',
  );

const at = { place: z.enum(['preamble', ...sectionIds]), at: z.number().int().min(0).max(10_000) };

/** The inserts of a report in JSON. */
export const placedInsertsSchema: z.ZodType<PlacedInsert[]> = z
  .array(z.union([z.strictObject({ ...at, picture: pictureWithData }), z.strictObject({ ...at, table })]))
  .max(insertLimits.placed, `一份报告最多 ${insertLimits.placed} 处图片和表格`);
