import type { Path } from '@/lib/report/draft';
import type { Format } from '@/lib/statute/format';
import type { Piece } from '@/lib/report/difference';
import type { Paper } from './paper';
import { cellPlace, numeralOfPlace } from './place';

/** One line of the list of changes, what it is about, and the element of the paper that it leads to. */
export interface ChangeEntry {
  readonly path: Path;
  readonly target: string;
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** Words instead of a difference, or after it. */
  readonly note: string;
  /** Numbers of the comments that stand on what was changed. */
  readonly answers: readonly number[];
}

/** Id of the element that shows a cell or a paragraph. */
export const anchorOf = (path: string): string => `at-${path}`;

/** What differs from the submission before, in reading order; totals that only followed are one line a table. */
export function changesOf(format: Format, paper: Paper): ChangeEntry[] {
  return paper.sections.flatMap((section): ChangeEntry[] => {
    const cells = section.tables
      .flatMap((table) => table.rows.flatMap((row) => row.cells))
      .filter((cell) => cell.changed);
    const typed = cells.filter((cell) => !cell.isTotal || cell.comments.length > 0);
    const followed = cells.filter((cell) => cell.isTotal && cell.comments.length === 0);
    const first = followed[0];
    return [
      ...typed.map((cell): ChangeEntry => {
        const known = format.cell(cell.id);
        return {
          path: cell.id,
          target: anchorOf(cell.id),
          title: known === undefined ? cell.id : cellPlace(format, known),
          pieces: [
            { is: 'gone', text: cell.before ?? '未填' },
            { is: 'new', text: cell.value ?? '未填' },
          ],
          note: '',
          answers: cell.comments.map((comment) => comment.number),
        };
      }),
      ...(first === undefined
        ? []
        : [
            {
              path: first.id,
              target: anchorOf(first.id),
              title: `${numeralOfPlace(format, section.id)} · 总计`,
              pieces: [],
              note: `随之更新 ${followed.length} 格`,
              answers: [],
            },
          ]),
      ...section.paragraphs
        .filter((paragraph) => paragraph.change !== 'none')
        .map(
          (paragraph): ChangeEntry => ({
            path: paragraph.id,
            target: anchorOf(paragraph.id),
            title: paragraph.label,
            pieces: paragraph.change === 'changed' ? excerpt(paragraph.pieces) : [],
            note: paragraph.insert !== null && paragraph.change === 'changed' ? '改了这一处' : notes[paragraph.change],
            answers: paragraph.comments.map((comment) => comment.number),
          }),
        ),
    ];
  });
}

const notes = { none: '', changed: '', added: '新增一段', removed: '删去一段', moved: '移动了位置' } as const;

/** The first change with the words before it, short enough for a margin. */
function excerpt(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.is !== 'same');
  const lead = pieces[first - 1];
  const shown = pieces.slice(first, first + (pieces[first]?.is === 'gone' && pieces[first + 1]?.is === 'new' ? 2 : 1));
  return [
    ...(lead === undefined
      ? []
      : [
          {
            is: 'same' as const,
            text:
              lead.text
                .split(/[。；，、]/)
                .at(-1)
                ?.slice(-10) ?? '',
          },
        ]),
    ...shown.map((piece) => ({ ...piece, text: piece.text.length > 24 ? `${piece.text.slice(0, 23)}…` : piece.text })),
  ];
}
