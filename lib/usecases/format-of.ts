import type { Format } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';

/** The format a stored report was filed under; it keeps it for ever. */
export function formatOf(report: { readonly format: string }): Format {
  const format = formatById(report.format);
  if (format === undefined) throw new Error(`unknown report format in the database: ${report.format}`);
  return format;
}
