import { expect, it } from 'vitest';
import { proseBesideTable } from './table-remarks';
import { readTables } from './tables';

const runs = [
  '10'.repeat(70),
  '1 '.repeat(70),
  '1,'.repeat(70),
  '-1'.repeat(70),
  `数${' '.repeat(100)}${'1,'.repeat(40)}`,
];

it.each(runs)('figures that run together and end in a letter are read in a moment: %s', (text) => {
  const started = performance.now();
  expect(readTables([{ is: 'line', cells: ['行政许可', `${text}四`], opens: true }], 2024).found).toEqual([]);
  proseBesideTable([{ text: `自然人${text}四`, level: null, residue: [], block: 0 }]);
  expect(performance.now() - started).toBeLessThan(1000);
});
