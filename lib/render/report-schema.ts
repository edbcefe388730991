import { insertLimits, longestPicture, pictureTypes } from '@/lib/report/insert';
import { sectionIds, type Format } from '@/lib/statute/format';
import { formats } from '@/lib/statute/formats';
import type { Cell } from '@/lib/statute/table';
import { labelOf } from './cell-label';

/** Path of the published schema; `report.json` names it in a Link header (RFC 8288, `describedby`). */
export const reportSchemaPath = '/report.schema.json';

type Schema = Readonly<Record<string, unknown>>;

const text = (title: string, more: Schema = {}): Schema => ({ type: 'string', title, ...more });

const closed = (
  title: string,
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = Object.keys(properties),
): Schema => ({
  type: 'object',
  title,
  properties,
  required,
  additionalProperties: false,
});

function cellSchema(format: Format, cell: Cell): Schema {
  return {
    $ref: '#/$defs/figure',
    title: labelOf(format, cell),
    ...(cell.unit === null ? {} : { description: `单位：${cell.unit}` }),
  };
}

const cellsOf = (format: Format): Schema =>
  closed(
    `${format.id}年统一格式的全部单元格`,
    Object.fromEntries(format.cells.map((cell) => [cell.id, cellSchema(format, cell)])),
  );

const notesOf = (format: Format): Schema => ({
  type: 'object',
  title: '单元格中数字以外的文字',
  propertyNames: { enum: format.cells.map((cell) => cell.id) },
  additionalProperties: { type: 'string' },
});

const picture = closed(
  '图片',
  {
    sha256: text('图片内容的 SHA-256', { pattern: '^[0-9a-f]{64}$' }),
    contentType: { enum: pictureTypes, title: '类型' },
    width: { type: 'integer', minimum: 1, title: '宽，像素' },
    height: { type: 'integer', minimum: 1, title: '高，像素' },
    alt: text('替代文字', { minLength: 1, maxLength: insertLimits.alt }),
    data: text('图片内容', { contentEncoding: 'base64', maxLength: longestPicture }),
  },
  ['sha256', 'contentType', 'width', 'height', 'alt'],
);

const table = closed('表格', {
  caption: text('表名，可为空', { maxLength: insertLimits.caption }),
  rows: {
    type: 'array',
    title: '各行，第一行为表头',
    minItems: 1,
    items: { type: 'array', minItems: 1, items: { type: 'string' } },
  },
});

const insert: Schema = {
  ...closed(
    '文字中的图片或表格',
    {
      place: { enum: ['preamble', ...sectionIds], title: '所在部分' },
      at: { type: 'integer', minimum: 0, title: '同一部分中排在它前面的自然段数' },
      picture,
      table,
    },
    ['place', 'at'],
  ),
  oneOf: [{ required: ['picture'] }, { required: ['table'] }],
};

const sectionTitles = new Map(
  formats.flatMap((format) => format.sections.map((section) => [section.id, section.title] as const)),
);

/**
 * The JSON Schema (2020-12) of a report in JSON: what `report.json` and the command `read` give. Both formats, with
 * every cell by its id and its printed headings as title. `origin` is the site's, empty where it is not known.
 */
export function reportJsonSchema(origin: string): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${origin}${reportSchemaPath}`,
    title: '政府信息公开工作年度报告',
    description:
      '数字一律为十进制字符串，与表中所列一致，合计也照所列；null 为空格，不等于 0。文字各自然段以换行分开。',
    ...closed(
      '政府信息公开工作年度报告',
      {
        $schema: { type: 'string' },
        format: { enum: formats.map((format) => format.id), title: '统一格式的版本' },
        year: { type: 'integer', minimum: 2008, maximum: 2100, title: '报告年度' },
        agency: text('行政机关名称，如标题所写', { maxLength: 200 }),
        title: text('标题', { maxLength: 400 }),
        preamble: text('导语'),
        sections: closed(
          '六个部分的文字',
          Object.fromEntries(sectionIds.map((id) => [id, text(sectionTitles.get(id) ?? id)])),
          [],
        ),
        cells: { type: 'object', title: '三张表的全部单元格' },
        signature: closed('落款', {
          agency: text('署名'),
          date: { type: ['string', 'null'], title: '成文日期，年-月-日；没有则为 null' },
        }),
        notes: { type: 'object', title: '单元格中数字以外的文字' },
        extra: {
          type: 'array',
          title: '统一格式以外的行',
          items: closed('一行', { table: text('所在表'), label: text('行名'), value: text('内容') }),
        },
        inserts: { type: 'array', title: '文字中的图片和表格', items: insert },
      },
      ['format', 'year', 'agency', 'title', 'preamble', 'sections', 'cells', 'signature'],
    ),
    allOf: formats.map((format) => ({
      if: { properties: { format: { const: format.id } }, required: ['format'] },
      then: {
        properties: { cells: { $ref: `#/$defs/cells${format.id}` }, notes: { $ref: `#/$defs/notes${format.id}` } },
      },
    })),
    $defs: {
      figure: { type: ['string', 'null'], pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$' },
      ...Object.fromEntries(
        formats.flatMap((format) => [
          [`cells${format.id}`, cellsOf(format)],
          [`notes${format.id}`, notesOf(format)],
        ]),
      ),
    },
  };
}
