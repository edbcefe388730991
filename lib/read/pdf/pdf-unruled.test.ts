import { describe, expect, it, vi } from 'vitest';
import type * as frames from './pdf-frame';
import { read } from '@/lib/read/read';
import { sharedPdf, sharedPdfsAtHand } from '@/lib/read/test/shared-pdfs';

const rulings = vi.hoisted(() => ({ printed: true }));
vi.mock('./pdf-frame', async (original) => {
  const frame = await original<typeof frames>();
  return {
    ...frame,
    framesOf: (given: Parameters<typeof frame.framesOf>[0]) => (rulings.printed ? frame.framesOf(given) : []),
  };
});

async function reportIn(name: string) {
  const found = await read(sharedPdf(name));
  if ('error' in found) throw new Error(found.error.message);
  return { cells: found.report.cells, extra: found.report.extra, unplaced: found.unplaced };
}

describe.skipIf(!sharedPdfsAtHand()).each(['hongze-2023.pdf', 'hongze-2024.pdf'])('%s', (name) => {
  it('is read to the same figures when its rulings are not seen, as in a scan with a text layer', async () => {
    rulings.printed = true;
    const ruled = await reportIn(name);
    rulings.printed = false;
    expect(Object.values(ruled.cells).filter((value) => value !== null && value !== '0').length).toBeGreaterThan(20);
    expect(await reportIn(name)).toEqual(ruled);
  });
});
