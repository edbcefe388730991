import { fonts, textWidth } from '@/lib/render/docx/docx-styles';
import { escaped } from '@/lib/render/docx/xml-text';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
].join(' ');

/** WordArt of plain text, the shape type that Word's own watermarks have. */
const plainText =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>' +
  [
    'sum #0 0 10800',
    'prod #0 2 1',
    'sum 21600 0 @1',
    'sum 0 0 @2',
    'sum 21600 0 @3',
    'if @0 @3 0',
    'if @0 21600 @1',
    'if @0 0 @2',
    'if @0 @4 21600',
    'mid @5 @6',
    'mid @8 @5',
    'mid @7 @8',
    'mid @6 @7',
    'sum @6 0 @5',
  ]
    .map((formula) => `<v:f eqn="${formula}"/>`)
    .join('') +
  '</v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>';

/**
 * Behind the text, from the lower left to the upper right; named as Word names its own, so that 设计—水印—删除水印 finds it.
 */
function shape(text: string, number: number): string {
  const width = 400;
  const height = Math.round(width / Math.max(1, [...text].length));
  const style = `position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:${height}pt;rotation:315;z-index:-${251658240 + number};mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin`;
  return (
    `<v:shape id="PowerPlusWaterMarkObject${number}" o:spid="_x0000_s${2048 + number}" type="#_x0000_t136" alt="${escaped(`水印：${text}`)}" style="${style}" o:allowincell="f" fillcolor="silver" stroked="f">` +
    `<v:fill opacity=".5"/><v:textpath style="font-family:&quot;${fonts.hei}&quot;;font-size:1pt" string="${escaped(text)}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape>`
  );
}

/**
 * A header with a watermark and one line, what it is at the left and whose at the right. `number` tells the headers of
 * a document apart.
 */
export function watermarkHeader(text: string, left: string, right: string, number: number): string {
  const run = (words: string): string => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` +
    `<w:r><w:pict>${plainText}${shape(text, number)}</w:pict></w:r>${run(left)}<w:r><w:tab/></w:r>${run(right)}</w:p></w:hdr>`
  );
}

/** The style of its line: small 宋体 over a thin rule, the right part at the margin. */
export const headerStyle =
  `<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr>` +
  `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="808080"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs><w:spacing w:line="280" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr>` +
  `<w:rPr><w:rFonts w:ascii="${fonts.song}" w:hAnsi="${fonts.song}" w:cs="${fonts.song}" w:eastAsia="${fonts.song}"/><w:spacing w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>`;
