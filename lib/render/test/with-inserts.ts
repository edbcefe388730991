import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PictureType, PictureWithData, SimpleTable } from '@/lib/report/insert';
import type { Report } from '@/lib/report/report';
import { sampleReport } from './sample';

const bars = (width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${[
      0.57, 0.3, 0.13,
    ]
      .map(
        (part, index) =>
          `<rect x="${(width * (1 + 3 * index)) / 10}" y="${height * (0.9 - part)}" width="${width / 5}" height="${height * part}" fill="#1d5673"/>`,
      )
      .join('')}<rect x="0" y="${height * 0.9}" width="${width}" height="3" fill="#1a2327"/></svg>`,
  );

async function pictureOf(
  contentType: PictureType,
  width: number,
  height: number,
  alt: string,
): Promise<PictureWithData> {
  const image = sharp(bars(width, height));
  const bytes = await (contentType === 'image/png' ? image.png() : image.jpeg({ quality: 85 })).toBuffer();
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType,
    width,
    height,
    alt,
    data: bytes.toString('base64'),
  };
}

export const simpleTables: readonly SimpleTable[] = [
  {
    caption: '主动公开信息分类情况',
    rows: [
      ['类别', '条数', '说明'],
      ['工作动态', '236', ''],
      ['水质公报', '52', '每周一期，由水质监测中心编写，次日公开'],
      ['项目信息', '124', '含招标、开工和验收'],
    ],
  },
  {
    caption: '',
    rows: [
      ['季度', '发布', '解读', '回应', '培训', '检查'],
      ['一季度', '98', '1', '20', '0', '1'],
      ['二季度', '104', '2', '22', '1', '1'],
    ],
  },
];

/** The sample with two pictures and two simple tables in its first and fifth section. */
export async function reportWithInserts(): Promise<Report> {
  const chart = await pictureOf('image/png', 1200, 500, '柱状图：工作动态236条，项目信息124条，水质公报52条');
  const photo = await pictureOf('image/jpeg', 600, 900, '供水站公开栏的照片，栏内贴有水价和停水通知');
  const [first, second] = simpleTables;
  if (first === undefined || second === undefined) throw new Error('two tables are wanted');
  return {
    ...sampleReport(),
    inserts: [
      { place: 'overview', at: 2, picture: chart },
      { place: 'overview', at: 2, table: first },
      { place: 'overview', at: 8, picture: photo },
      { place: 'problems', at: 1, table: second },
    ],
  };
}

const form: SimpleTable = {
  caption: '近两年行政复议情况',
  rows: [
    ['年度', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ['2023', '1', '0', '0', '2', '3'],
    ['2024', '1', '0', '0', '0', '1'],
  ],
};
const deeds: SimpleTable = {
  caption: '做法和成效',
  rows: [
    ['做法', '成效'],
    ['公开水价。', '来电减少。'],
    ['停水提前\n两天通知；', ''],
  ],
};
const unnamed: SimpleTable = {
  caption: '',
  rows: [
    ['站点', '栏数'],
    ['白鹭', '12'],
  ],
};
const widest: SimpleTable = {
  caption: '各月数据',
  rows: [
    Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
    Array.from({ length: 12 }, (_, month) => (month === 3 ? 'waterworks-and-flood-control' : String(12_345 * month))),
  ],
};

/**
 * The sample with pictures and simple tables in every place that is hard to tell: at both ends of all, below the
 * statutory tables, one behind another, with the words of the form.
 */
export async function reportWithInsertsEverywhere(): Promise<Report> {
  const tall = await pictureOf('image/png', 60, 900, '水位标尺');
  const tiny = await pictureOf('image/jpeg', 8, 8, '图标');
  const sample = sampleReport();
  const one = (caption: string, rows: string[][]): { table: SimpleTable } => ({ table: { caption, rows } });
  return {
    ...sample,
    sections: { ...sample.sections, applications: '收费情况见第六部分。\n其余没有说明。', problems: '问题如下' },
    inserts: [
      { place: 'preamble', at: 0, picture: tiny },
      { place: 'preamble', at: 1, table: form },
      { place: 'overview', at: 0, table: unnamed },
      { place: 'overview', at: 1, picture: tall },
      { place: 'overview', at: 2, table: unnamed },
      { place: 'overview', at: 2, table: unnamed },
      { place: 'overview', at: 2, table: deeds },
      { place: 'overview', at: 2, table: widest },
      { place: 'overview', at: 10, ...one('', [['只有一行', '两格']]) },
      { place: 'disclosure', at: 0, table: form },
      { place: 'disclosure', at: 0, picture: tiny },
      { place: 'applications', at: 0, table: unnamed },
      { place: 'applications', at: 1, table: deeds },
      { place: 'applications', at: 2, table: unnamed },
      { place: 'remedies', at: 0, table: unnamed },
      { place: 'problems', at: 1, table: unnamed },
      { place: 'other', at: 0, ...one('只有一列', [['栏目'], ['水价'], ['水质']]) },
      { place: 'other', at: 1, picture: tiny },
      { place: 'other', at: 1, table: unnamed },
    ],
  };
}
