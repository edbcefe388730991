import type { Format } from '@/lib/statute/format';

/** Remembers for each format what is derived from it: formats never change. */
export function perFormat<T>(derive: (format: Format) => T): (format: Format) => T {
  const known = new Map<Format, T>();
  return (format) => {
    const value = known.get(format) ?? derive(format);
    known.set(format, value);
    return value;
  };
}
