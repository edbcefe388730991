import { describe, expect, it } from 'vitest';
import { emptyDraft, withEdit, type Draft, type Value } from '@/lib/report/draft';
import { format2021 as format } from '@/lib/statute/format-2021';
import type { CommentView } from '@/lib/workflow/view';
import { anchorOf, changesOf } from './changes';
import { paperOf } from './paper';
import { foldedLabel, stripsOf } from './paper-table';

const paragraph = (n: number) => `p-00000000-0000-4000-8000-00000000000${n}`;

function draftWith(values: Record<string, Value>): Draft {
  const zeros = Object.fromEntries(format.cells.filter((cell) => !cell.isTotal).map((cell) => [cell.id, '0']));
  const start: Draft = { ...emptyDraft('2021', 2023, '云泽市应急管理局'), cells: zeros };
  return Object.entries(values).reduce(
    (draft, [path, value], index) => withEdit(draft, { id: String(index), path, base: null, value }),
    start,
  );
}

const text = (order: string, words: string): Value => ({ place: 'overview', order, runs: [{ text: words }] });
const linked: Value = {
  place: 'overview',
  order: 'c',
  runs: [{ text: '全年收到申请 ' }, { figure: 'applications.received.total' }, { text: ' 件。' }],
};

const first = draftWith({
  'applications.received.naturalPerson': '7',
  [paragraph(1)]: text('a', '（一）主动公开情况'),
  [paragraph(2)]: text('b', '答复留言 2 件。'),
  [paragraph(3)]: linked,
  [paragraph(4)]: text('d', '后来删去。'),
});
const second = draftWith({
  'applications.received.naturalPerson': '8',
  [paragraph(1)]: text('a', '（一）主动公开情况'),
  [paragraph(2)]: text('b', '答复留言 3 件。'),
  [paragraph(3)]: linked,
  [paragraph(5)]: text('e', '新写的一段。'),
});

const comment = (number: number, path: string, quote = ''): CommentView => ({
  number,
  id: path,
  path,
  quote,
  anchored: true,
  by: '李建国',
  at: '2024-01-18T02:12:00Z',
  text: '请核对',
  submission: 1,
  settled: null,
  replies: [],
});

describe('what a reviewer sees since the last submission', () => {
  const paper = paperOf(format, second, first, [
    comment(1, 'applications.received.naturalPerson'),
    comment(2, paragraph(4), '后来'),
  ]);
  const changes = changesOf(format, paper);

  it('is every cell and paragraph that differs, in reading order; a sum that only followed is one line', () => {
    expect(changes.map(({ title, note, answers }) => [title, note, answers])).toEqual([
      ['一（一）第 1 段', '', []],
      ['一（一）第 2 段', '', []],
      ['一（一）第 3 段', '删去一段', [2]],
      ['一（一）第 4 段', '新增一段', []],
      ['三 · 本年新收 · 自然人', '', [1]],
      ['三 · 总计', '随之更新 1 格', []],
    ]);
    expect(changes[4]).toMatchObject({
      target: anchorOf('applications.received.naturalPerson'),
      pieces: [
        { is: 'gone', text: '7' },
        { is: 'new', text: '8' },
      ],
    });
  });

  it('follows a linked figure into its sentence, though nobody touched the paragraph', () => {
    const sentence = paper.sections
      .find((section) => section.id === 'overview')
      ?.paragraphs.find((item) => item.id === paragraph(3));
    expect(sentence).toMatchObject({ change: 'changed', text: '全年收到申请 8 件。' });
    expect(sentence?.pieces.filter((piece) => piece.is !== 'same')).toEqual([
      { is: 'gone', text: '7' },
      { is: 'new', text: '8' },
    ]);
  });

  it('keeps a paragraph that was taken out where it stood, with its comment', () => {
    const order = paper.sections.find((section) => section.id === 'overview')?.paragraphs.map((item) => item.id);
    expect(order).toEqual([1, 2, 3, 4, 5].map(paragraph));
    const gone = paper.sections.flatMap((section) => section.paragraphs).find((item) => item.id === paragraph(4));
    expect(gone).toMatchObject({ change: 'removed', text: '', pieces: [{ is: 'gone', text: '后来删去。' }] });
    expect(gone?.comments.map((item) => item.number)).toEqual([2]);
  });

  it('leaves the other sections untouched', () => {
    expect(paper.sections.filter((section) => section.changed).map((section) => section.id)).toEqual([
      'overview',
      'applications',
    ]);
  });

  it('is nothing at the first submission', () => {
    expect(changesOf(format, paperOf(format, first, null, []))).toEqual([]);
  });
});

describe('a table cut down', () => {
  const paper = paperOf(format, second, first, []);
  const tables = paper.sections.flatMap((section) => section.tables);

  it('shows every cell of the format exactly once', () => {
    const shown = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.id)));
    expect(shown.sort()).toEqual(format.cells.map((cell) => cell.id).sort());
  });

  it('gives each group of table four a row of its own', () => {
    const four = tables.find((table) => table.id === 'remedies-0');
    expect(four?.rows.map((row) => row.label)).toEqual([
      '行政复议',
      '行政诉讼 · 未经复议直接起诉',
      '行政诉讼 · 复议后起诉',
    ]);
    expect(four?.columns.map((column) => column.label)).toEqual([
      '结果维持',
      '结果纠正',
      '其他结果',
      '尚未审结',
      '总计',
    ]);
  });

  it('folds runs of zero rows and nothing that changed, is blank or carries a comment', () => {
    const three = tables.find((table) => table.id === 'applications-0');
    const strips = stripsOf(three?.rows ?? []);
    expect(strips.map((strip) => [strip.folded, strip.rows.length])).toEqual([
      [false, 1],
      [true, 24],
    ]);
    expect(foldedLabel(strips[1]?.rows ?? [])).toBe('二至四共 24 行，全部为 0');

    const blank = paperOf(
      format,
      { ...second, cells: { ...second.cells, 'applications.granted.business': null } },
      second,
      [comment(1, 'applications.carriedOut.total')],
    );
    const rows = blank.sections.find((section) => section.id === 'applications')?.tables[0]?.rows ?? [];
    const loud = rows.filter((row) => !row.quiet).map((row) => row.label);
    expect(loud).toEqual(expect.arrayContaining(['三（一）予以公开', '四、结转下年度继续办理']));
  });

  it('folds columns of zeros too, but never the one that changed', () => {
    const three = tables.find((table) => table.id === 'applications-0');
    expect(three?.columns.filter((column) => !column.quiet).map((column) => column.label)).toEqual(['自然人', '总计']);
  });
});
