import {
  AlignmentType,
  DocumentDefaults,
  ImportedXmlComponent,
  LineRuleType,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx';

/** Lengths in twips (twentieths of a point): GB/T 9704-2012, 5.1 and 5.2. */
export const page = {
  width: 11906,
  height: 16838,
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 851, footer: 1397, gutter: 0 },
} as const;
export const textWidth = page.width - page.margin.left - page.margin.right;

/** One character of the body type and its line. */
export const character = 315;
const pitch = 560;

export const fonts = {
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312',
  fang: '仿宋_GB2312',
  song: '宋体',
} as const;

/** One font for every script. */
export const face = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name });
export const language = { value: 'en-US', eastAsia: 'zh-CN' };
/** Line spacing in twips, whatever stands in the line. */
export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
// 28 characters of 16 pt are 448 pt, the text is 442: each gives way by a quarter of a point.
const closed = { characterSpacing: -5 };

/** Table type: 小四 (24) for table two, 五号 (21) for the others; sizes in half-points. */
export const tableSize = { disclosure: 24, applications: 21, remedies: 21 } as const;
const tableLine = { disclosure: 320, applications: 270, remedies: 270 } as const;

type TableName = keyof typeof tableSize;
const roles = { Head: '表头', Group: '竖排项目', Label: '项目', Item: '序号项目', Figure: '数字' } as const;
type Role = keyof typeof roles;
const numbers = { disclosure: 2, applications: 3, remedies: 4 } as const;
const tableNames: Readonly<Record<TableName, string>> = { disclosure: '表二', applications: '表三', remedies: '表四' };

/**
 * Type of a table's figures where it differs from that of its labels: half-points (null where not) and percent of their
 * width.
 */
export interface FigureType {
  readonly size: number | null;
  readonly scale: number;
}

/** What the styles of one document take from it. */
export interface StyleMeasures {
  readonly figures: Readonly<Record<TableName, FigureType>>;
  /** How far agency and date stand from the right margin, in characters. */
  readonly agencyIndent: number;
  readonly dateIndent: number;
}

const plain: FigureType = { size: null, scale: 100 };
/** Of a document without long figures or a signature. */
export const ordinaryMeasures: StyleMeasures = {
  figures: { disclosure: plain, applications: plain, remedies: plain },
  agencyIndent: 2,
  dateIndent: 4,
};

/** Id of the paragraph style of a cell. */
export type CellStyle = `${Role}${2 | 3 | 4}`;
export const cellStyle = (table: TableName, role: Role): CellStyle => `${role}${numbers[table]}`;

/** Of the tables of a report: thin lines, narrow margins. */
export const tableStyle = 'ReportTable';
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
const margin = (side: string) => `<w:${side} w:w="20" w:type="dxa"/>`;
/**
 * What `docx` has no option for, or writes where the schema does not want it: table styles, and 落款 without the blanks
 * that word processors put between digits and characters, so that the line is as long as was reckoned.
 */
const importedStyles = [
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}"><w:name w:val="年报表格"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblCellMar>${['top', 'left', 'bottom', 'right'].map(margin).join('')}</w:tblCellMar></w:tblPr></w:style>`,
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Signed"><w:name w:val="落款"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepLines/><w:autoSpaceDN w:val="0"/><w:jc w:val="right"/></w:pPr><w:rPr><w:spacing w:val="-5"/></w:rPr></w:style>',
];

function cellStyles(table: TableName, figures: FigureType): IParagraphStyleOptions[] {
  const wide = table === 'applications';
  const used = (Object.keys(roles) as Role[]).filter((role) => wide || (role !== 'Group' && role !== 'Item'));
  return used.map((role) => ({
    id: cellStyle(table, role),
    name: `${tableNames[table]}${roles[role]}`,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: wide && (role === 'Label' || role === 'Item') ? AlignmentType.LEFT : AlignmentType.CENTER,
      spacing: exactly(tableLine[table]),
      // Tables two and four stay on one page, as the head of table three does with its first row.
      ...(!wide || role === 'Head' ? { keepNext: true } : {}),
      ...(wide && role === 'Label' ? { indent: { left: 60, right: 40 } } : {}),
      ...(wide && role === 'Item' ? { indent: { left: 270, right: 40, hanging: 210 } } : {}),
    },
    run: {
      font: face(fonts.song),
      size: role === 'Figure' ? (figures.size ?? tableSize[table]) : tableSize[table],
      ...(role === 'Figure' && figures.scale < 100 ? { scale: figures.scale } : {}),
      language,
    },
  }));
}

const inText = { indent: { firstLineChars: 200, firstLine: 2 * character } };

function heading(level: 1 | 2 | 3 | 4, font: string): IParagraphStyleOptions {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    uiPriority: 9,
    paragraph: { keepNext: true, keepLines: true, outlineLevel: level - 1, ...inText },
    run: { font: face(font), ...closed, language },
  };
}

/**
 * All styles of a report; nothing in the text is formatted by hand but what follows from its place. The figures of a
 * table are smaller or closer where the longest would not stand on one line, and 落款 stands in as its length asks.
 */
export const stylesFor = ({ figures, agencyIndent, dateIndent }: StyleMeasures): IStylesOptions => ({
  importedStyles: [
    new DocumentDefaults({
      run: { font: face(fonts.fang), size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    }),
    ...importedStyles.map((style) => ImportedXmlComponent.fromXmlString(style)),
  ],
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font: face(fonts.fang), size: 32, language },
      paragraph: { spacing: exactly(pitch), alignment: AlignmentType.BOTH },
    },
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      uiPriority: 10,
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(720), after: pitch },
        keepNext: true,
        keepLines: true,
      },
      run: { font: face(fonts.title), size: 44, language },
    },
    heading(1, fonts.hei),
    heading(2, fonts.kai),
    heading(3, fonts.fang),
    heading(4, fonts.fang),
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      uiPriority: 1,
      paragraph: inText,
      run: { ...closed, language },
    },
    {
      id: 'SignedBy',
      name: '落款机关',
      basedOn: 'Signed',
      next: 'SignedOn',
      quickFormat: true,
      paragraph: {
        spacing: { ...exactly(pitch), before: pitch },
        indent: { right: Math.round(agencyIndent * character) },
      },
      run: { language },
    },
    {
      id: 'SignedOn',
      name: '成文日期',
      basedOn: 'Signed',
      quickFormat: true,
      paragraph: { indent: { right: Math.round(dateIndent * character) } },
      run: { language },
    },
    {
      id: 'TableNote',
      name: '表注',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { ...exactly(300), before: 60 }, keepLines: true },
      run: { size: 21, language },
    },
    ...footers,
    ...cellStyles('disclosure', figures.disclosure),
    ...cellStyles('applications', figures.applications),
    ...cellStyles('remedies', figures.remedies),
  ],
});

/** — 1 —, on the outer side of the sheet, one character in (GB/T 9704-2012, 7.5). */
const footers: IParagraphStyleOptions[] = [
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    uiPriority: 99,
    paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 280 } },
    run: { font: face(fonts.song), size: 28, language },
  },
  {
    id: 'FooterLeft',
    name: '双页页脚',
    basedOn: 'Footer',
    paragraph: { alignment: AlignmentType.LEFT, indent: { left: 280, right: 0 } },
    run: { language },
  },
];
