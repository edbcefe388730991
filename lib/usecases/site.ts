import type { Transaction } from '@/lib/store/database/transaction';
import { nameOfTopAgency } from '@/lib/store/agencies/agencies';
import type { Site } from '@/lib/workflow/public-view';

/** Where a published page leads besides itself; stored with it for ever. */
export const publicLinks = [
  { label: '全部报告', path: '/' },
  { label: '核验文件', path: '/verify' },
];

/** 云泽市临川区人民政府 → 云泽市临川区政府信息公开年报. */
export async function siteOf(db: Transaction): Promise<Site> {
  const name = await nameOfTopAgency(db);
  return { name: `${name.replace(/人民政府.*$/, '')}政府信息公开年报`, office: name };
}
