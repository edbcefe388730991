import { generateKeyBetween } from 'fractional-indexing';

/** True for a key beside which another paragraph can be put; any other would stop every colleague's editor. */
export function isOrderKey(order: string): boolean {
  if (!/^[0-9A-Za-z]{1,200}$/.test(order)) return false;
  try {
    generateKeyBetween(order, null);
    generateKeyBetween(null, order);
    return true;
  } catch {
    return false;
  }
}
