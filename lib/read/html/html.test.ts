import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/read/document';
import { pageOfHtml } from './html';
import { gridOfHtmlTable } from './html-table';

function page(text: string) {
  const found = pageOfHtml(text);
  if ('error' in found) throw new Error(found.error.code);
  return found;
}
const written = (block: Block): string =>
  block.is === 'grid'
    ? `[${block.rows.map((row) => row.map((cell) => cell.text).join('|')).join('/')}]`
    : block.is === 'paragraph'
      ? `${block.level === null ? '' : `h${block.level} `}${block.text}`
      : block.cells.join('\t');
const blocks = (text: string): string[] => page(text).blocks.map(written);

describe('paragraphs', () => {
  it('come from every way of writing them, headings with their level', () => {
    expect(
      blocks(
        '<h1>澄湖区<br>年度报告</h1><p>前言。<div>一、总体情况<p>正文。</div>散<b>落</b>的话<ul><li>甲<li>乙</ul><blockquote>引文</blockquote><h3>三级',
      ),
    ).toEqual(['h1 澄湖区\n年度报告', '前言。', '一、总体情况', '正文。', '散落的话', '甲', '乙', '引文', 'h3 三级']);
  });
  it('blanks and line ends of the source are not part of the text', () => {
    expect(blocks('<p>\n  全年共\n  受理   12\n  件  <span> 申请 </span>\n</p>')).toEqual(['全年共受理 12 件 申请']);
    expect(blocks('<pre>一、总体情况\n规章  0\t1\n</pre>')).toEqual(['一、总体情况', '规章  0\t1']);
  });
  it('an article of line breaks alone falls into its paragraphs, a sentence broken by one does not', () => {
    expect(
      blocks(
        '<div>澄湖区水务局<br>2024年年度报告<br><br>&emsp;&emsp;一、总体情况<br>　　全年发布信息<br>12条。<br>　　（一）主动公开<br>二、其他</div>',
      ),
    ).toEqual(['澄湖区水务局\n2024年年度报告', '一、总体情况', '全年发布信息\n12条。', '（一）主动公开', '二、其他']);
  });
  it('what is hidden, scripts, styles, comments and their like are left out', () => {
    expect(
      blocks(
        '<style>p{}</style><script>var a="<p>x</p>"</script><noscript>无</noscript><template><p>无</p></template><!-- 无 --><p hidden>无</p><p style="color:red; DISPLAY : none">无</p><select><option>无</select><p>有<!-- 无 --><del>无</del></p>',
      ),
    ).toEqual(['有']);
  });
  it('pages saved from Word and from a public account', () => {
    expect(
      blocks(
        '<div class=WordSection1><p class=MsoTitle>年度报告<o:p></o:p></p><p class=MsoNormal><![if !supportLists]><span style="mso-list:Ignore">一、</span><![endif]><span lang=EN-US>2024</span>年<o:p>&nbsp;</o:p></p><!--[if gte vml 1]><v:shape>无</v:shape><![endif]--></div>',
      ),
    ).toEqual(['h0 年度报告', '一、2024年']);
    expect(
      blocks(
        '<section><section style="display:inline-block"><span>一、</span></section><section style="display: inline-block;"><span>总体</span><span>情况</span></section></section><section><p><span>正文。</span></p></section>',
      ),
    ).toEqual(['一、总体情况', '正文。']);
  });
});

describe('tables', () => {
  const grid = (text: string) => {
    const found = gridOfHtmlTable(text);
    if (found === null) throw new Error('no table');
    return found;
  };
  it('cells keep their spans, heads and inner line breaks', () => {
    expect(
      grid(
        '<table><caption>表二</caption><thead><tr><td colspan=2>信息内容</tr></thead><tr><th rowspan="2">规<br>章<td>　0</tr><tr><td><p>&nbsp;</p></td></tr></table>',
      ),
    ).toEqual({
      is: 'grid',
      caption: '表二',
      rows: [
        [{ text: '信息内容', colspan: 2, rowspan: 1, header: true }],
        [
          { text: '规\n章', colspan: 1, rowspan: 2, header: true },
          { text: '　0', colspan: 1, rowspan: 1, header: false },
        ],
        [{ text: '\u00a0', colspan: 1, rowspan: 1, header: false }],
      ],
    });
  });
  it('paragraphs within a cell become its lines', () => {
    expect(
      grid('<table><tr><td><p>本年</p>\n<p>制发</p></td><td><div><span>0</span></div></td></tr></table>').rows[0]?.map(
        (cell) => cell.text,
      ),
    ).toEqual(['本年\n制发', '0']);
  });
  it('spans end with the table, 0 reaches to its end, senseless ones are cut', () => {
    expect(
      grid(
        '<table><tr><td rowspan=0>甲<td>1</tr><tr><td rowspan=65534 colspan=1000>2</tr><tr><td colspan=-3 rowspan=x>3</tr></table>',
      ).rows.map((row) => row.map((cell) => [cell.rowspan, cell.colspan])),
    ).toEqual([
      [
        [3, 1],
        [1, 1],
      ],
      [[2, 200]],
      [[1, 1]],
    ]);
  });
  it('rows that are not shown are none; fields show their value', () => {
    expect(
      grid('<table><tr style="display:none"><td>无</tr><tr><td>规章<td><input value="3"></tr></table>').rows.map(
        (row) => row.map((cell) => cell.text),
      ),
    ).toEqual([['规章', '3']]);
  });
  it('a table that arranges the page gives way to what stands in it', () => {
    const figures = '<table border=1><tr><td>信息内容<td>本年制发件数</tr><tr><td>规章<td>0</tr></table>';
    expect(
      blocks(
        `<table><tr><td><img src=a.gif></td></tr><tr><td><table><tr><td><p>一、总体情况</p><p>正文。</p>${figures}<p>二、其他</p></td></tr></table></td></tr></table>`,
      ),
    ).toEqual(['一、总体情况', '正文。', '[信息内容|本年制发件数/规章|0]', '二、其他']);
  });
  it('an article within the cells of a table, beside a menu, is its paragraphs', () => {
    const long = '全年通过门户网站公开信息，回应社会关切，按时办结全部申请，没有收到举报。'.repeat(8);
    expect(blocks(`<table><tr><td>菜单<td><p>一、总体情况</p><p>${long}</p></tr></table>`)).toEqual([
      '菜单',
      '一、总体情况',
      long,
    ]);
  });
  it('a table with figures of its own stays one, also with a table or a long note in a cell', () => {
    const numbers = '<td>1<td>2<td>3<td>4<td>5<td>6<td>7';
    expect(blocks(`<table><tr><td><table><tr><td>予以公开</table>${numbers}</tr></table>`)).toEqual([
      '[予以公开|1|2|3|4|5|6|7]',
    ]);
    expect(blocks(`<table><tr><td>${'注'.repeat(300)}${numbers}</tr></table>`)).toEqual([
      `[${'注'.repeat(300)}|1|2|3|4|5|6|7]`,
    ]);
  });
});

describe('the article within a page', () => {
  const report =
    '<h1>澄湖区水务局2024年政府信息公开工作年度报告</h1><p>前言。</p><h2>一、总体情况</h2><p>正文。</p><h2>二、主动公开政府信息情况</h2><p>正文二。</p><h2>六、其他需要报告的事项</h2><p>没有。</p>';
  it('is found by the words of a report; menus and footers around it are left out', () => {
    const found = page(
      `<html><head><title>澄湖区水务局年报-澄湖区人民政府</title><meta name="PubDate" content="2025-01-17 09:30"></head><body><header><a href=/>首页</a></header><div class=menu><a href=/a>政务公开</a><a href=/b>政府信息公开年度报告</a></div><div class=main>${report}<p><img src=a.png></p><p>澄湖区水务局</p><p>2025年1月17日</p></div><div class=foot>主办：澄湖区人民政府 <img src=icp.png></div></body></html>`,
    );
    expect(found.blocks.map(written)).toEqual([
      'h1 澄湖区水务局2024年政府信息公开工作年度报告',
      '前言。',
      'h2 一、总体情况',
      '正文。',
      'h2 二、主动公开政府信息情况',
      '正文二。',
      'h2 六、其他需要报告的事项',
      '没有。',
      '澄湖区水务局',
      '2025年1月17日',
    ]);
    expect(found.page).toEqual({
      title: '澄湖区水务局年报-澄湖区人民政府',
      published: '2025-01-17 09:30',
      pictures: 1,
    });
  });
  it('the name that the page gives the article goes before the title of the page', () => {
    expect(page('<title>首页</title><meta name=ArticleTitle content="年度报告"><p>x').page.title).toBe('年度报告');
  });
  it('preamble and signature beside the sections belong to it', () => {
    expect(
      blocks(
        '<div><div><p>前言一句。</p></div><div><p>一、总体情况</p><p>六、其他需要报告的事项</p></div><div><p>2025年1月17日</p></div></div><div><a href=/>返回</a></div>',
      ),
    ).toEqual(['前言一句。', '一、总体情况', '六、其他需要报告的事项', '2025年1月17日']);
  });
  it('a page without them is taken whole', () => {
    expect(blocks('<nav>菜单</nav><div>别的文章</div>')).toEqual(['别的文章']);
  });
});

describe('hostile pages', () => {
  const within = (milliseconds: number, work: () => void) => {
    const begin = performance.now();
    work();
    expect(performance.now() - begin).toBeLessThan(milliseconds);
  };
  it('a hundred thousand levels are flattened', () => {
    within(5_000, () => expect(blocks(`${'<div>'.repeat(100_000)}底`)).toEqual(['底']));
    within(5_000, () => expect(blocks(`${'<table><tr><td>'.repeat(30_000)}底`).join('')).toContain('底'));
    within(5_000, () => expect(blocks(`${'<span>'.repeat(100_000)}底`)).toEqual(['底']));
  });
  it('more elements than any page has are refused', () => {
    within(8_000, () => expect(pageOfHtml('<b>'.repeat(1_000_000))).toMatchObject({ error: { code: 'hostile' } }));
  });
  it('long blanks, breaks, comments and attributes take time in proportion', () => {
    within(5_000, () => expect(blocks(`<p>a${' '.repeat(2_000_000)}b${'<br>'.repeat(100_000)}`)).toEqual(['a b']));
    within(5_000, () => expect(blocks(`<p>a${'<!-- -->'.repeat(500_000)}`)).toEqual(['a']));
    within(5_000, () =>
      expect(blocks(`<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>a`)).toEqual(['a']),
    );
  });
});

describe('the style sheet of the page', () => {
  it('hides lines by class, also within another element; not what is shown at times, nor paragraphs and tables', () => {
    expect(
      blocks(
        '<style>/* */.a .b,#c{display:none}.d{display:none}.d.on{display:block}@media print{.e{display:none}}.f{color:red;display:none}</style><div class=a><p class="b x">无</p></div><p class=b>一</p><p id=c>无</p><p class=d>二</p><p class=e>三</p><div class=f><p>四</p></div>',
      ),
    ).toEqual(['一', '二', '三', '四']);
  });
});
