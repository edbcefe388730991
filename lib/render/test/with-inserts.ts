import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { PictureType, PictureWithData, SimpleTable } from '../../report/insert';
import type { Report } from '../../report/report';
import { sampleReport } from './sample';

const bars = (width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${[0.57, 0.3, 0.13]
      .map((part, index) => `<rect x="${(width * (1 + 3 * index)) / 10}" y="${height * (0.9 - part)}" width="${width / 5}" height="${height * part}" fill="#1d5673"/>`)
      .join('')}<rect x="0" y="${height * 0.9}" width="${width}" height="3" fill="#1a2327"/></svg>`,
  );

async function pictureOf(contentType: PictureType, width: number, height: number, alt: string): Promise<PictureWithData> {
  const image = sharp(bars(width, height));
  const bytes = await (contentType === 'image/png' ? image.png() : image.jpeg({ quality: 85 })).toBuffer();
  return { sha256: createHash('sha256').update(bytes).digest('hex'), contentType, width, height, alt, data: bytes.toString('base64') };
}

export const simpleTables: readonly SimpleTable[] = [
  { caption: '主动公开信息分类情况', rows: [['类别', '条数', '说明'], ['工作动态', '236', ''], ['水质公报', '52', '每周一期，由水质监测中心编写，次日公开'], ['项目信息', '124', '含招标、开工和验收']] },
  { caption: '', rows: [['季度', '发布', '解读', '回应', '培训', '检查'], ['一季度', '98', '1', '20', '0', '1'], ['二季度', '104', '2', '22', '1', '1']] },
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
