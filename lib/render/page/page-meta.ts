import type { Report } from '@/lib/report/report';
import { addressesOf, mediaTypes, shanghaiTime, type PageFrame } from '@/lib/render/frame';
import { dataScript, html, type Markup } from './markup';
import { fullTitle, wordsIn, type Outline } from '@/lib/render/outline';

/** Opening words of the report, for lists and search. */
function summaryOf(report: Report, outline: Outline): string {
  const text = (wordsIn(outline.preamble)[0] ?? '').trim();
  return text === '' ? fullTitle(report) : text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

/** Browsers and search engines cut a title after some seventy characters: the name is cut here, never year and kind. */
export function windowTitle(report: Report): string {
  const letters = [...fullTitle(report)];
  return letters.length <= 70 ? letters.join('') : `${letters.slice(0, 49).join('')}…${letters.slice(-17).join('')}`;
}

const described = (name: string, content: string): Markup => html`<meta name="${name}" content="${content}">
`;

const column = '政府信息公开年报';

/** Meta tags of 国办发〔2017〕47号, annex 2, and the report as linked data. */
export function pageMeta(report: Report, frame: PageFrame, outline: Outline): Markup {
  const addresses = addressesOf(frame, report.year);
  const title = fullTitle(report);
  const domain = frame.origin === '' ? '' : new URL(frame.origin).host;
  const tags: [string, string][] = [
    ['SiteName', frame.siteName],
    ['SiteDomain', domain],
    ['SiteIDCode', frame.siteCode ?? ''],
    ['ColumnName', column],
    ['ColumnDescription', `各行政机关的政府信息公开工作年度报告，依照《中华人民共和国政府信息公开条例》第五十条公布`],
    ['ColumnKeywords', '政府信息公开,年度报告'],
    ['ColumnType', column],
    ['ArticleTitle', title],
    ['PubDate', shanghaiTime(frame.publishedAt)],
    ['ContentSource', report.agency],
    ['Keywords', `政府信息公开,年度报告,${report.year}年,${report.agency}`],
    ['Author', report.agency],
    ['Description', summaryOf(report, outline)],
    ['Url', addresses.canonical],
  ];
  return html`${tags.filter(([, content]) => content !== '').map(([name, content]) => described(name, content))}<link rel="canonical" href="${addresses.canonical}">
${dataScript(linkedData(report, frame, outline))}`;
}

/** The same tags as far as they follow from the report alone, for the single file. */
export function documentMeta(report: Report, outline: Outline): Markup {
  return html`${described('ColumnName', column)}${described('ArticleTitle', fullTitle(report))}${described('ContentSource', report.agency)}${described('Author', report.agency)}${described('Keywords', `政府信息公开,年度报告,${report.year}年,${report.agency}`)}${described('Description', summaryOf(report, outline))}`;
}

function linkedData(report: Report, frame: PageFrame, outline: Outline): object {
  const addresses = addressesOf(frame, report.year);
  const agency = { '@type': 'GovernmentOrganization', name: report.agency };
  const temporalCoverage = `${report.year}-01-01/${report.year}-12-31`;
  const located = (name: keyof typeof mediaTypes) => ({
    name,
    encodingFormat: mediaTypes[name],
    contentUrl: `${frame.origin}${addresses.file(name)}`,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: fullTitle(report),
    url: addresses.canonical,
    inLanguage: 'zh-CN',
    datePublished: `${shanghaiTime(frame.publishedAt).replace(' ', 'T')}:00+08:00`,
    temporalCoverage,
    version: frame.version,
    author: agency,
    publisher: agency,
    encoding: [
      ...frame.files.map((file) => ({
        '@type': 'MediaObject',
        ...located(file.name),
        contentSize: file.size,
        sha256: file.sha256,
      })),
      ...(frame.pdfFollows === true ? [{ '@type': 'MediaObject', ...located('report.pdf') }] : []),
    ],
    hasPart: outline.sections.flatMap((section) =>
      section.table === null
        ? []
        : [
            {
              '@type': 'Dataset',
              name: `${report.agency}${report.year}年${section.table.caption}`,
              description: section.table.description,
              creator: agency,
              inLanguage: 'zh-CN',
              temporalCoverage,
              distribution: frame.files
                .filter((file) => file.name === 'report.csv' || file.name === 'report.json')
                .map((file) => ({ '@type': 'DataDownload', ...located(file.name) })),
            },
          ],
    ),
  };
}
