import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { placed, positionOf, stretchesOf } from './offsets';
import { contentOf, documentOf, linesOf, paragraphNode, textOfNode } from './runs';
import { Document, Figure, Paragraph, Text } from './schema';

const schema = getSchema([Document, Paragraph, Text, Figure]);
const cells = { x: '716', y: null };
const runs = [{ text: '许可' }, { figure: 'x' }, { text: '件，收费' }, { figure: 'y' }, { text: '万元。' }];
const node = paragraphNode(schema, { id: 'p-1', order: 'a0', runs });

describe('runs and the document', () => {
  it('go there and back unchanged', () => {
    const lines = [
      { id: 'p-1', order: 'a0', runs },
      { id: 'p-2', order: 'a1', runs: [] },
    ];
    expect(linesOf(schema.nodeFromJSON(documentOf(lines)))).toEqual(lines);
    expect(contentOf(schema, [{ text: '' }, { text: '甲' }, { text: '乙' }]).childCount).toBe(1);
  });

  it('a figure counts as the words of its value, a blank one as one mark', () => {
    expect(textOfNode(node, cells)).toBe('许可716件，收费＿万元。');
  });
});

describe('offsets of the words and positions of the document', () => {
  it('a figure is several words but one step', () => {
    const words = textOfNode(node, cells);
    expect(positionOf(node, cells, words.indexOf('件'), 'before')).toBe(3);
    expect(positionOf(node, cells, words.indexOf('万'), 'before')).toBe(8);
    expect(positionOf(node, cells, words.length, 'after')).toBe(node.content.size);
    expect(positionOf(node, cells, 99, 'after')).toBe(node.content.size);
    expect(positionOf(node, cells, 0, 'before')).toBe(0);
  });

  it('an offset inside a figure goes to the side that is asked for', () => {
    expect(positionOf(node, cells, 3, 'before')).toBe(2);
    expect(positionOf(node, cells, 3, 'after')).toBe(3);
  });

  it('a stretch of the joined text is told paragraph by paragraph', () => {
    const spans = [
      { paragraph: 'a', start: 0, end: 5 },
      { paragraph: 'b', start: 6, end: 10 },
      { paragraph: 'c', start: 11, end: 12 },
    ];
    expect(stretchesOf(spans, 3, 8)).toEqual([
      { paragraph: 'a', start: 3, end: 5 },
      { paragraph: 'b', start: 0, end: 2 },
    ]);
    expect(stretchesOf(spans, 6, 10)).toEqual([{ paragraph: 'b', start: 0, end: 4 }]);
    expect(stretchesOf(spans, 5, 6)).toEqual([]);
  });

  it('words that moved since the check are found by their quote, words that are gone are not marked', () => {
    expect(placed('全年培训××次', { start: 2, end: 7 }, '培训××次')).toEqual({ start: 2, end: 7 });
    expect(placed('本年全年培训××次', { start: 2, end: 7 }, '培训××次')).toEqual({ start: 4, end: 9 });
    expect(placed('全年培训三次', { start: 2, end: 7 }, '培训××次')).toBeNull();
    expect(placed('短', { start: 0, end: 4 }, undefined)).toBeNull();
  });
});
