import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import { severities, severityNames } from '@/lib/checks/finding';
import type { FindingsList, ListedFinding } from '@/lib/checks/findings-list';
import { coreProperties, fontTable, settings, withoutTimes } from '@/lib/render/docx/docx-package';
import { headingOf } from '@/lib/render/docx/docx-paragraph';
import { character, fonts, ordinaryMeasures, page, stylesFor } from '@/lib/render/docx/docx-styles';
import { pageNumbers } from '@/lib/render/page/page-number';
import { printedDate } from '@/lib/render/outline';
import { fit } from '@/lib/render/docx/xml-text';

/** 核对意见 as a Word document, typeset as the reports are (GB/T 9704-2012). The same list gives the same bytes. */
export async function findingsDocument(list: FindingsList): Promise<Uint8Array> {
  const title = `${list.agency}${list.year}年度报告核对意见`;
  const document = new Document({
    title: fit(title),
    styles: stylesFor(ordinaryMeasures),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        footers: pageNumbers(),
        children: children(list),
      },
    ],
  });
  const core = coreProperties({ title, agency: list.agency, year: list.year, date: list.checkedOn });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: core },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/settings.xml', data: settings() },
  ]);
  return withoutTimes(packed);
}

function children(list: FindingsList): Paragraph[] {
  const counts = severities
    .map(
      (severity) => `${severityNames[severity]} ${list.findings.filter((one) => one.severity === severity).length} 处`,
    )
    .join('，');
  const kinds = severities
    .map((severity) => ({ severity, findings: list.findings.filter((one) => one.severity === severity) }))
    .filter(({ findings }) => findings.length > 0);
  return [
    new Paragraph({
      style: 'Title',
      children: [
        new TextRun({ text: fit(list.agency) }),
        new TextRun({ text: `${list.year}年度报告核对意见`, break: 1 }),
      ],
    }),
    fact('文件', list.file),
    fact('年度和格式', `${list.year} 年度，${list.format}`),
    fact('机关类别', list.kind),
    fact('核对日期', printedDate(list.checkedOn)),
    fact('结果', list.findings.length === 0 ? `没有发现问题，共核 ${list.ran} 项` : `${counts}；共核 ${list.ran} 项`),
    ...kinds.flatMap(({ severity, findings }) => [
      headingOf(`${severityNames[severity]} ${findings.length} 处`),
      ...findings.flatMap(findingIn),
    ]),
    ...rest(
      '没有放进表里的文字',
      list.unplaced.map((text) => `“${text}”`),
    ),
    ...rest(
      '没有核对的',
      list.notChecked.map(
        ({ rule, says, place, why }) => `${rule}　${says}。${place === '' ? '' : `${place}：`}${why}。`,
      ),
    ),
  ];
}

const fact = (name: string, text: string): Paragraph =>
  new Paragraph({
    style: 'BodyText',
    children: [new TextRun({ text: `${name}：`, font: fonts.hei }), new TextRun(fit(text))],
  });

function findingIn(finding: ListedFinding): Paragraph[] {
  const { number, severity, rule, section, title, place, message, stated, expected, difference, suggestion } = finding;
  const values = [
    ['位置', [section, place].filter((part) => part !== '').join('，')],
    ['原文或原数', stated],
    ['应为', expected],
    ['相差', difference],
    ['建议', message.includes(suggestion) ? '' : suggestion],
  ].filter(([, value]) => value !== '');
  return [
    new Paragraph({
      style: 'BodyText',
      keepNext: true,
      children: [
        new TextRun({ text: fit(`${number}.${title}`), font: fonts.hei }),
        new TextRun(fit(`（${severityNames[severity]}，${rule}）`)),
      ],
    }),
    small(message, true),
    small(`${values.map(([name, value]) => `${name}：${value}`).join('；')}。`),
  ];
}

/** Type of the tables, indented as the body. */
const small = (text: string, keepNext = false): Paragraph =>
  new Paragraph({
    style: 'TableNote',
    keepNext,
    keepLines: true,
    alignment: AlignmentType.BOTH,
    indent: { left: 2 * character },
    children: [new TextRun(fit(text))],
  });

function rest(title: string, texts: readonly string[]): Paragraph[] {
  if (texts.length === 0) return [];
  return [headingOf(title), ...texts.map((text) => small(text))];
}
