import { reportJsonSchema } from '@/lib/render/report-schema';
import { settings } from '@/lib/settings';

/** The JSON Schema of a report in JSON, as text; anybody may have it. */
export function showSchema(): string {
  return `${JSON.stringify(reportJsonSchema(settings().appUrl), null, 2)}\n`;
}
