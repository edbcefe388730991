import type { JSONContent } from '@tiptap/core';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import type { Run } from '@/lib/report/draft';
import type { Insert } from '@/lib/report/insert';
import { textOfRun } from '@/lib/report/resolve';
import type { CellId } from '@/lib/statute/table';

/** Values of all cells by id; null is blank. */
export type Cells = Readonly<Record<CellId, string | null>>;

/** A paragraph as the editor's document holds it. */
export interface Line {
  readonly id: string;
  readonly order: string;
  readonly runs: readonly Run[];
  readonly insert?: Insert;
}

/** Runs without empty texts and with neighbouring texts joined, so that equal sentences are equal values. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    if ('figure' in run) tidy.push({ figure: run.figure });
    else if (run.text === '') continue;
    else if (last !== undefined && 'text' in last) tidy[tidy.length - 1] = { text: last.text + run.text };
    else tidy.push({ text: run.text });
  }
  return tidy;
}

const figureOf = (node: Node): CellId => String(node.attrs.cell);

/** The runs of a paragraph node. */
export function runsOf(paragraph: Node): Run[] {
  const runs: Run[] = [];
  paragraph.forEach((child) => {
    if (child.isText) runs.push({ text: child.text ?? '' });
    else runs.push({ figure: figureOf(child) });
  });
  return tidyRuns(runs);
}

/** The content of a paragraph node that stands for runs. */
export function contentOf(schema: Schema, runs: readonly Run[]): Fragment {
  return Fragment.fromArray(
    tidyRuns(runs).map((run) => {
      if ('text' in run) return schema.text(run.text);
      return schema.nodes.figure?.create({ cell: run.figure }) ?? schema.text('');
    }),
  );
}

/** The picture or table that a node stands for; undefined for a paragraph of words. */
export const insertOf = (node: Node): Insert | undefined =>
  node.type.name === 'insert' ? (node.attrs.insert as Insert) : undefined;

/** A line of a draft as the editor's node: a paragraph, or a picture or table of its own. */
export function paragraphNode(schema: Schema, line: Line): Node {
  const { insert } = schema.nodes;
  if (line.insert !== undefined && insert !== undefined)
    return insert.create({ id: line.id, order: line.order, insert: line.insert });
  const type = schema.nodes.paragraph;
  if (type === undefined) throw new Error('The schema has no paragraph');
  return type.create({ id: line.id, order: line.order }, contentOf(schema, line.runs));
}

/** The document of a place as Tiptap takes it. */
export function documentOf(lines: readonly Line[]): JSONContent {
  return {
    type: 'doc',
    content: lines.map(({ id, order, runs, insert }): JSONContent => {
      if (insert !== undefined) return { type: 'insert', attrs: { id, order, insert } };
      const content = tidyRuns(runs).map((run): JSONContent => {
        return 'text' in run ? { type: 'text', text: run.text } : { type: 'figure', attrs: { cell: run.figure } };
      });
      return { type: 'paragraph', attrs: { id, order }, content };
    }),
  };
}

/** The paragraphs of a document in their order. */
export function linesOf(doc: Node): Line[] {
  const lines: Line[] = [];
  doc.forEach((node) => {
    const insert = insertOf(node);
    const line = { id: String(node.attrs.id ?? ''), order: String(node.attrs.order ?? ''), runs: runsOf(node) };
    lines.push(insert === undefined ? line : { ...line, insert });
  });
  return lines;
}

/** The words of a paragraph node, figures as the values they have now. */
export function textOfNode(paragraph: Node, cells: Cells): string {
  let text = '';
  paragraph.forEach((child) => {
    text += child.isText ? (child.text ?? '') : textOfRun({ figure: figureOf(child) }, cells);
  });
  return text;
}

/** The words of a stretch of content, figures as their values, paragraphs parted by a line feed. */
export function textOfContent(content: Fragment, cells: Cells): string {
  const pieces: string[] = [];
  let inline = '';
  content.forEach((node) => {
    if (node.isTextblock) pieces.push(textOfNode(node, cells));
    else if (node.isBlock) return;
    else inline += node.isText ? (node.text ?? '') : textOfRun({ figure: figureOf(node) }, cells);
  });
  return pieces.length > 0 ? pieces.join('\n') : inline;
}
