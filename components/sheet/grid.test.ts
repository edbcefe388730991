import { describe, expect, it } from 'vitest';
import { format2019 } from '@/lib/statute/format-2019';
import { format2021 } from '@/lib/statute/format-2021';
import type { Cell } from '@/lib/statute/table';
import { balanceOf } from './balance';
import { cellName, gridOf, neighbour } from './grid';

const three = gridOf(format2021, format2021.tables.applications);
const cell = (id: string): Cell => {
  const found = format2021.cell(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('moving in a table', () => {
  it('steps over totals and stops at the edge', () => {
    expect(neighbour(three, 'applications.otherHandling.other.naturalPerson', 'down')).toBe(
      'applications.carriedOut.naturalPerson',
    );
    expect(neighbour(three, 'applications.carriedOut.naturalPerson', 'up')).toBe(
      'applications.otherHandling.other.naturalPerson',
    );
    expect(neighbour(three, 'applications.received.otherOrganisation', 'right')).toBe(null);
    expect(neighbour(three, 'applications.received.naturalPerson', 'left')).toBe(null);
    expect(neighbour(three, 'applications.received.naturalPerson', 'up')).toBe(null);
  });

  it('goes from block to block in table two, to the last column where the next block is narrower', () => {
    const two = gridOf(format2021, format2021.tables.disclosure);
    expect(neighbour(two, 'disclosure.normativeDocuments.inForce', 'down')).toBe('disclosure.licensing.decisions');
    expect(neighbour(two, 'disclosure.licensing.decisions', 'up')).toBe('disclosure.normativeDocuments.issued');
  });

  it('crosses the totals of table four along its one row', () => {
    const four = gridOf(format2021, format2021.tables.remedies);
    expect(neighbour(four, 'remedies.reconsideration.pending', 'right')).toBe('remedies.litigationDirect.upheld');
    expect(neighbour(four, 'remedies.reconsideration.pending', 'down')).toBe(null);
  });
});

describe('the name of a cell', () => {
  it('tells row and column apart and leaves explanations out', () => {
    expect(cellName(cell('applications.partlyGranted.business'))).toBe('（二）部分公开，法人或其他组织，商业企业');
    expect(cellName(cell('applications.refused.stateSecret.naturalPerson'))).toBe(
      '（三）不予公开，1.属于国家秘密，自然人',
    );
    expect(cellName(cell('remedies.litigationDirect.upheld'))).toBe('未经复议直接起诉，结果维持');
  });

  it('is another for every cell of a table', () => {
    for (const format of [format2019, format2021]) {
      for (const table of ['applications', 'remedies', 'disclosure'] as const) {
        const names = format.cells.filter((one) => one.table === table).map(cellName);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });
});

describe('逐列勾稽', () => {
  const cells = (
    received: string | null,
    carriedIn: string,
    handled: string,
    carriedOut: string,
  ): Record<string, string | null> => ({
    'applications.received.total': received,
    'applications.carriedIn.total': carriedIn,
    'applications.handled.total': handled,
    'applications.carriedOut.total': carriedOut,
  });

  it('is even, open while something is blank, or broken with both sides', () => {
    expect(balanceOf(cells('8', '0', '7', '1'), 'total')).toEqual({ is: 'even' });
    expect(balanceOf(cells(null, '0', '7', '1'), 'total')).toEqual({ is: 'open' });
    expect(balanceOf(cells('8', '0', '7', '0'), 'total')).toEqual({ is: 'broken', left: 8, right: 7 });
  });
});
