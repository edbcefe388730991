import { describe, expect, it } from 'vitest';
import type { Finding } from '@/lib/checks/finding';
import { fingerprint } from '@/lib/checks/finding';
import { emptyDraft } from '@/lib/report/draft';
import { resolve } from '@/lib/report/resolve';
import { format2021 as format } from '@/lib/statute/format-2021';
import { sectionIds } from '@/lib/statute/format';
import { firstUnfinished } from './next-section';

const report = resolve(format, emptyDraft('2021', 2023, '云泽市应急管理局')).report;
const written = { ...report, sections: Object.fromEntries(sectionIds.map((id) => [id, '写了。'])) };
const finding = (part: Partial<Finding>): Finding => ({
  rule: 'X-01',
  severity: 'error',
  title: '',
  message: '',
  cells: [],
  ...part,
});

describe('where an author goes on', () => {
  it('is the first section without a text', () => {
    expect(firstUnfinished(format, report, [], [])).toBe('overview');
    expect(firstUnfinished(format, { ...written, sections: { ...written.sections, other: ' ' } }, [], [])).toBe(
      'other',
    );
  });

  it('is the table of the first error', () => {
    expect(
      firstUnfinished(
        format,
        written,
        [finding({ cells: ['remedies.reconsideration.total'] }), finding({ cells: ['applications.received.total'] })],
        [],
      ),
    ).toBe('applications');
  });

  it('is a warning that nobody explained, and not one that was', () => {
    const warning = finding({ severity: 'warning', where: { section: 'problems' } });
    expect(firstUnfinished(format, written, [warning], [])).toBe('problems');
    expect(
      firstUnfinished(
        format,
        written,
        [warning, finding({ severity: 'notice', where: { section: 'other' } })],
        [{ fingerprint: fingerprint(warning) }],
      ),
    ).toBe('overview');
  });
});
