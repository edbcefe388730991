/**
 * One text for one value, whoever writes it down: JSON on one line, keys in the order of their code units, times in UTC
 * with milliseconds. What is undefined is left out, as JSON does.
 */
export function canonicalText(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonicalText(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const held = Object.entries(value).filter(([, one]) => one !== undefined);
  const members = held
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`);
  return `{${members.join(',')}}`;
}
