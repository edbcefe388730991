import type { Report } from '@/lib/report/report';
import { reportSchema } from '@/lib/report/schema';
import { formatById } from '@/lib/statute/formats';
import { unreadable, type Read, type Unreadable } from './result';

/**
 * A report in JSON as `read`, `report.json` and the API give it (interfaces.md): the report itself, what `read` and
 * `check` wrap it in, or an array with one of either. Keys that are not of the report are passed over.
 */
export function reportOfJson(text: string): Read | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return unreadable('not-json');
  }
  if (Array.isArray(value) && value.length > 1)
    return unreadable('not-a-report', `其中有 ${value.length} 份报告，请一次给出一份`);
  const { report: candidate, unplaced } = unwrapped(value);
  const parsed = reportSchema.safeParse(candidate);
  if (parsed.success) return { kind: 'json', report: withEveryCell(parsed.data), unplaced, written: null };
  const [issue] = parsed.error.issues;
  return unreadable(
    'not-a-report',
    issue === undefined ? '' : [issue.path.join('.'), issue.message].filter((part) => part !== '').join('：'),
  );
}

function unwrapped(value: unknown): { report: unknown; unplaced: readonly string[] } {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one !== 'object' || one === null || !('report' in one)) return { report: one, unplaced: [] };
  const unplaced = 'unplaced' in one && Array.isArray(one.unplaced) ? one.unplaced : [];
  return { report: one.report, unplaced: unplaced.filter((item) => typeof item === 'string') };
}

function withEveryCell(report: Report): Report {
  const cells = formatById(report.format)?.cells ?? [];
  return { ...report, cells: Object.fromEntries(cells.map(({ id }) => [id, report.cells[id] ?? null])) };
}
