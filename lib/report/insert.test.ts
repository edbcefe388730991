import { describe, expect, it } from 'vitest';
import { format2021 } from '@/lib/statute/format-2021';
import { draftFrom, sameValue, type ParagraphValue } from './draft';
import type { Insert } from './insert';
import { resolve } from './resolve';
import { editSchema, reportSchema } from './schema';

const id = (letter: string): string => `${letter.repeat(8)}-0000-4000-8000-000000000000`;
const hash = 'a'.repeat(64);
const picture = {
  sha256: hash,
  contentType: 'image/png',
  width: 600,
  height: 400,
  alt: '全年公开数量的柱状图',
} as const;
const table = {
  caption: '各类信息数量',
  rows: [
    ['类别', '条数'],
    ['通知', '12'],
  ],
};
const insert = (order: string, what: Insert): ParagraphValue => ({ place: 'overview', order, runs: [], insert: what });
const words = (order: string, text: string): ParagraphValue => ({ place: 'overview', order, runs: [{ text }] });
const draft = draftFrom({ format: '2021', year: 2024, agency: '云泽市临川区档案局' }, [
  { path: `p-${id('a')}`, value: words('a0', '（一）主动公开情况'), edit: id('a') },
  { path: `p-${id('b')}`, value: insert('a1', { picture }), edit: id('b') },
  { path: `p-${id('c')}`, value: words('a2', '全年公开信息12条。'), edit: id('c') },
  { path: `p-${id('d')}`, value: words('a3', ''), edit: id('d') },
  { path: `p-${id('e')}`, value: insert('a4', { table }), edit: id('e') },
]);

describe('pictures and tables in the prose of a draft', () => {
  it('leave texts and offsets as they are without them', () => {
    const { report, spans } = resolve(format2021, draft);
    const without = resolve(format2021, {
      ...draft,
      paragraphs: draft.paragraphs.filter((paragraph) => paragraph.insert === undefined),
    });
    expect([report.sections, spans]).toEqual([without.report.sections, without.spans]);
  });

  it('are listed behind as many paragraphs of words as stand before them', () => {
    expect(resolve(format2021, draft).report.inserts).toEqual([
      { place: 'overview', at: 1, picture },
      { place: 'overview', at: 2, table },
    ]);
  });

  it('carry their bytes where these are given', () => {
    const { report } = resolve(format2021, draft, null, new Map([[hash, 'iVBORw0KGgo=']]));
    expect(report.inserts?.[0]).toMatchObject({ picture: { ...picture, data: 'iVBORw0KGgo=' } });
    expect(reportSchema.safeParse(report).success).toBe(true);
  });

  it('differ by their words and cells', () => {
    expect(sameValue(insert('a1', { picture }), insert('a1', { picture: { ...picture } }))).toBe(true);
    expect(sameValue(insert('a1', { picture }), insert('a1', { picture: { ...picture, alt: '另一句' } }))).toBe(false);
    expect(
      sameValue(
        insert('a1', { table }),
        insert('a1', {
          table: {
            ...table,
            rows: [
              ['类别', '条数'],
              ['通知', '13'],
            ],
          },
        }),
      ),
    ).toBe(false);
    expect(sameValue(insert('a1', { table }), { place: 'overview', order: 'a1', runs: [] })).toBe(false);
  });
});

describe('the shape of an insert', () => {
  const schema = editSchema(format2021);
  const accepted = (value: unknown): boolean =>
    schema.safeParse({ id: id('a'), path: `p-${id('b')}`, base: null, value }).success;
  const rows = (lines: number, columns: number, text = ''): string[][] =>
    Array.from({ length: lines }, () => Array.from({ length: columns }, () => text));

  it.each([
    ['a picture with words for those who cannot see it', { picture }],
    ['the largest table', { table: { caption: '', rows: rows(60, 12) } }],
  ] as const)('accepts %s', (_, what) => expect(accepted(insert('a1', what))).toBe(true));

  it.each([
    ['a picture without such words', { picture: { ...picture, alt: '  ' } }],
    ['words of more than 200 characters', { picture: { ...picture, alt: '图'.repeat(201) } }],
    ['a picture of another kind', { picture: { ...picture, contentType: 'image/svg+xml' } }],
    ['13 columns', { table: { caption: '', rows: rows(2, 13) } }],
    ['61 rows', { table: { caption: '', rows: rows(61, 2) } }],
    ['a cell of 501 characters', { table: { caption: '', rows: rows(1, 1, '字'.repeat(501)) } }],
    ['rows of different lengths', { table: { caption: '', rows: [['一', '二'], ['三']] } }],
    ['a table without rows', { table: { caption: '', rows: [] } }],
  ])('refuses %s', (_, what) =>
    expect(accepted({ place: 'overview', order: 'a1', runs: [], insert: what })).toBe(false),
  );

  it('refuses words beside an insert', () =>
    expect(accepted({ ...insert('a1', { table }), runs: [{ text: '又' }] })).toBe(false));

  it.each([
    ['data that is no picture', 'PHN2Zz4='],
    ['JPEG that is called PNG', '/9j/4AAQ'],
    ['data that is no Base64', 'iVBORw0KGg<script>'],
  ])('refuses %s in a report', (_, data) => {
    const { report } = resolve(format2021, draft, null, new Map([[hash, data]]));
    expect(reportSchema.safeParse(report).success).toBe(false);
  });
});
