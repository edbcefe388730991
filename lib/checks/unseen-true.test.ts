import { describe, expect, it } from 'vitest';
import { findingsOf, readUnseen, unseen } from '@/lib/checks/test/unseen';

describe('truthful reports that the rules were not written for', () => {
  it.each(unseen)('$name', async (report) => {
    const found = findingsOf(await readUnseen(report));
    if (process.env.SHOW)
      for (const f of found)
        console.log(`${report.name} ${f.severity[0]?.toUpperCase()} ${f.rule} ${f.where?.quote ?? ''} | ${f.message}`);
    expect(
      found.filter(({ severity }) => severity !== 'notice').map(({ rule, message }) => `${rule} ${message}`),
    ).toEqual([]);
  });
});
