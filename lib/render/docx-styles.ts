import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

/** Lengths in twips (twentieths of a point): GB/T 9704-2012, 5.1 and 5.2. */
export const page = {
  width: 11906,
  height: 16838,
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 851, footer: 1247, gutter: 0 },
} as const;
export const textWidth = page.width - page.margin.left - page.margin.right;

/** One character of the body type and its line. */
export const character = 315;
const pitch = 560;

export const fonts = { title: '方正小标宋简体', hei: '黑体', kai: '楷体_GB2312', fang: '仿宋_GB2312', song: '宋体' } as const;

const face = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name });
const language = { value: 'en-US', eastAsia: 'zh-CN' };
const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });

/** Table type: 小四 (24) for table two, 五号 (21) for the others; sizes in half-points. */
export const tableSize = { disclosure: 24, applications: 21, remedies: 21 } as const;
export const tableLine = { disclosure: 320, applications: 270, remedies: 270 } as const;

type TableName = keyof typeof tableSize;
type Role = 'Head' | 'Label' | 'Item' | 'Figure';

/** Id of the paragraph style of a cell. */
export const cellStyle = (table: TableName, role: Role): string => `${role}${{ disclosure: 2, applications: 3, remedies: 4 }[table]}`;

const roleNames: Readonly<Record<Role, string>> = { Head: '表头', Label: '表内项目', Item: '表内序号项目', Figure: '表内数字' };
const tableNames: Readonly<Record<TableName, string>> = { disclosure: '表二', applications: '表三', remedies: '表四' };

function cellStyles(table: TableName, figureSize: number): IParagraphStyleOptions[] {
  const left = table === 'applications';
  return (['Head', 'Label', 'Item', 'Figure'] as const).map((role) => ({
    id: cellStyle(table, role),
    name: `${tableNames[table]}${roleNames[role]}`,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: role === 'Figure' && left ? AlignmentType.RIGHT : role === 'Head' || role === 'Figure' || !left ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: exactly(tableLine[table]),
      ...(role === 'Item' && left ? { indent: { left: 210, hanging: 210 } } : {}),
    },
    run: { font: face(fonts.song), size: role === 'Figure' ? figureSize : tableSize[table], characterSpacing: 0, language },
  }));
}

const heading = (name: string, font: string, level: number) => ({
  name,
  basedOn: 'Normal',
  next: 'BodyText',
  quickFormat: true,
  paragraph: { keepNext: true, keepLines: true, outlineLevel: level, indent: { firstLineChars: 200, firstLine: 2 * character }, spacing: exactly(pitch) },
  run: { font: face(font), size: 32, bold: false, italics: false, color: 'auto', language },
});

/**
 * All paragraph styles of a report; nothing in the text is formatted by hand but indents that follow from its length.
 * The figures of a table are smaller where the longest would not stand on one line.
 */
export const stylesFor = (figureSizes: Readonly<Record<TableName, number>>): IStylesOptions => ({
  default: {
    document: { run: { font: face(fonts.fang), size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(720), after: pitch }, keepNext: true },
      run: { font: face(fonts.title), size: 44, bold: false, characterSpacing: 0, language },
    },
    heading1: heading('heading 1', fonts.hei, 0),
    heading2: heading('heading 2', fonts.kai, 1),
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      // 28 characters of 16 pt are 448 pt, the text is 442: each gives way by a quarter of a point.
      run: { font: face(fonts.fang), size: 32, characterSpacing: -5, language },
      paragraph: { spacing: exactly(pitch), alignment: AlignmentType.BOTH },
    },
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { firstLineChars: 200, firstLine: 2 * character }, spacing: exactly(pitch) },
      run: { language },
    },
    { id: 'SignedBy', name: '落款', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.RIGHT, keepLines: true }, run: { language } },
    {
      id: 'TableNote',
      name: '表注',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { ...exactly(300), before: 60 } },
      run: { size: 21, characterSpacing: 0, language },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { font: face(fonts.song), size: 28, characterSpacing: 0, language },
    },
    ...cellStyles('disclosure', figureSizes.disclosure),
    ...cellStyles('applications', figureSizes.applications),
    ...cellStyles('remedies', figureSizes.remedies),
  ],
});
