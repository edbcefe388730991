import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { htmlOf, linesOfHtml, linesOfText, picturesIn, plainLine, withoutStyles, type Pasted } from './paste';

/** A tree of well-formed markup; what browsers make of other markup is tried in the browser. */
function tree(markup: string): Pasted {
  interface Building extends Pasted {
    childNodes: Pasted[];
  }
  const make = (
    nodeType: number,
    nodeName: string,
    nodeValue: string | null,
    attributes: Record<string, string> = {},
  ): Building => ({
    nodeType,
    nodeName,
    nodeValue,
    childNodes: [],
    getAttribute: (name) => attributes[name] ?? null,
  });
  const root = make(11, '#document-fragment', null);
  const open: Building[] = [root];
  const parser = new SaxesParser({ fragment: true });
  parser.on('opentag', (tag) => {
    const node = make(1, tag.name.toUpperCase(), null, tag.attributes as Record<string, string>);
    open.at(-1)?.childNodes.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.childNodes.push(make(3, '#text', text)));
  parser.write(withoutStyles(markup)).close();
  return root;
}

const told = (markup: string): string[] =>
  linesOfHtml(tree(markup)).map((line) =>
    line.map((piece) => ('figure' in piece ? `[${piece.figure}]` : piece.text)).join(''),
  );

describe('pasted markup becomes plain paragraphs', () => {
  it('a heading and the paragraph after it stay apart', () => {
    expect(told('<h2>（一）主动公开情况</h2><p>全年公开<b>12</b>条。</p>')).toEqual([
      '（一）主动公开情况',
      '全年公开12条。',
    ]);
  });

  it('indents and empty paragraphs are dropped, line breaks make paragraphs', () => {
    expect(told('<p>　　全年公开。<br/>&#160;&#160;另有说明。</p><p>&#160;</p><div>完。</div>')).toEqual([
      '全年公开。',
      '另有说明。',
      '完。',
    ]);
  });

  it('a line break that only wraps the source of Chinese text is none', () => {
    expect(told('<p>依法\n  公开 A\nB</p>')).toEqual(['依法公开 A B']);
  });

  it('a row of cells is one line, its cells parted; an empty cell keeps its place', () => {
    expect(told('<table><tr><td>行政许可</td><td></td><td>716</td><td></td></tr></table>')).toEqual([
      '行政许可、、716',
    ]);
  });

  it('a table becomes a simple table with its name; an empty cell keeps its place, an empty column at its end goes', () => {
    const [before, table, after] = linesOfHtml(
      tree(
        '<p>甲</p><table><caption>各类信息</caption><tr><td><p>类别</p></td><td>条数</td></tr><tr><td>行政许可</td><td></td><td>716</td><td></td></tr></table><p>乙</p>',
      ),
    );
    expect([before, after]).toEqual([[{ text: '甲' }], [{ text: '乙' }]]);
    expect(table).toEqual([
      {
        insert: {
          table: {
            caption: '各类信息',
            rows: [
              ['类别', '条数', ''],
              ['行政许可', '', '716'],
            ],
          },
        },
        parted: false,
        text: '',
      },
    ]);
  });

  it('merged cells are parted, their text in the first of their places, and that is told', () => {
    const [table] = linesOfHtml(
      tree(
        '<table><tr><td rowspan="2">类别</td><td colspan="2">条数</td></tr><tr><td>上年</td><td>本年</td></tr></table>',
      ),
    );
    expect(table).toEqual([
      {
        insert: {
          table: {
            caption: '',
            rows: [
              ['类别', '条数', ''],
              ['', '上年', '本年'],
            ],
          },
        },
        parted: true,
        text: '',
      },
    ]);
  });

  it('a table of more columns or rows than a simple one takes goes on as lines', () => {
    const row = (cells: number): string => `<tr>${'<td>1</td>'.repeat(cells)}</tr>`;
    expect(told(`<table>${row(13).repeat(2)}</table>`)).toHaveLength(2);
    expect(told(`<table>${row(2).repeat(61)}</table>`)).toHaveLength(61);
    expect(told(`<table>${row(2).repeat(60)}</table>`)).toEqual(['']);
  });

  it('spans that no table can have do no harm', () => {
    expect(
      told('<table><tr><td colspan="99999999">甲</td><td>乙</td></tr><tr><td rowspan="-1">丙</td></tr></table>'),
    ).toEqual(['甲、乙', '丙']);
  });

  it('what was copied from a text of this system stays a picture or a table; anything that only says so is read as words', () => {
    const table = { table: { caption: '', rows: [['甲', '乙']] } };
    const written = JSON.stringify(table).replaceAll('"', '&quot;');
    expect(linesOfHtml(tree(`<div data-insert="${written}">甲 乙</div>`))).toEqual([
      [{ insert: table, parted: false, text: '' }],
    ]);
    expect(told('<div data-insert="{}">甲</div><div data-insert="x">乙</div>')).toEqual(['甲', '乙']);
  });

  it('a table that only lays text out gives its paragraphs', () => {
    expect(told('<table><tr><td><p>第一段。</p><p>第二段。</p></td></tr></table>')).toEqual(['第一段。', '第二段。']);
  });

  it('lines within one cell do not run together', () => {
    expect(told('<table><tr><td>社会<br/>公益</td><td>3</td></tr></table>')).toEqual(['社会 公益、3']);
  });

  it('a numbered list keeps its numbers', () => {
    expect(told('<ol start="3"><li>清理</li><li><p>发布</p><p>归档</p></li></ol><ul><li>其他</li></ul>')).toEqual([
      '3.清理',
      '4.发布',
      '归档',
      '其他',
    ]);
  });

  it('what cannot be seen is not read: styles, hidden text', () => {
    expect(
      told('<style>p{}</style><p>甲<span style="display:none">暗</span><span style="mso-hide:all">暗</span></p>'),
    ).toEqual(['甲']);
  });

  it('a linked figure stays one, and the blanks around it stay', () => {
    expect(told('<p>新收 <span data-figure="applications.received.total">8</span> 件</p>')).toEqual([
      '新收 [applications.received.total] 件',
    ]);
  });

  it('styles are put aside before parsing, words that look like them are not touched', () => {
    expect(withoutStyles('<style>p{}</style><p class="a" style="color:red">写 style="a"</p>')).toBe(
      '<p class="a" data-style="color:red">写 style="a"</p>',
    );
  });

  it('pictures are counted, so that their author can be told', () => {
    expect(
      picturesIn(tree('<p>甲<img src="a"/><span><img src="b"/></span><img src="c" style="display:none"/></p>')),
    ).toBe(2);
  });

  it('what is handed on holds nothing but paragraphs and figures', () => {
    expect(htmlOf([[{ text: '甲<script>&' }, { figure: 'a"b', text: '8' }]])).toBe(
      '<p>甲&lt;script&gt;&amp;<span data-figure="a&quot;b">8</span></p>',
    );
  });
});

describe('pasted text', () => {
  it('each line is a paragraph, tabs part what stood in cells', () => {
    expect(linesOfText('　　第一段\r\n\r\n\t第二段\t7\u2028第三\u000b第四')).toEqual([
      '第一段',
      '第二段、7',
      '第三',
      '第四',
    ]);
  });

  it('marks that cannot be seen are taken out', () => {
    expect(plainLine('\ufeff甲\u200b乙\u00a0丙')).toBe('甲乙 丙');
  });

  it('a paragraph longer than a draft takes goes on in the next, whole', () => {
    const text = `${'依法公开。'.repeat(3000)}${'甲'.repeat(11_000)}`;
    const lines = linesOfText(text);
    expect(lines.join('')).toBe(text);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(10_000);
    expect(lines[0]?.endsWith('。')).toBe(true);
  });
});
