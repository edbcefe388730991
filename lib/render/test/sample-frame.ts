import type { PageFrame } from '@/lib/render/frame';

export const sampleFrame: Omit<PageFrame, 'files'> = {
  agencyKey: 'shuiwuju',
  version: 2,
  publishedAt: '2025-01-19T17:30:00Z',
  siteName: '临川市白鹭区政府信息公开年报',
  siteCode: '3301000001',
  origin: 'https://nianbao.example.gov.cn',
  basePath: '',
  office: '白鹭区人民政府办公室',
  versions: [
    { number: 2, publishedAt: '2025-01-19T17:30:00Z', note: '表二“现行有效件数”由6改为7。' },
    { number: 1, publishedAt: '2025-01-17T01:30:00Z' },
  ],
};
