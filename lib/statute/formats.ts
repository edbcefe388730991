import type { Format } from './format';
import { format2019 } from './format-2019';
import { format2021 } from './format-2021';

/** Every format that was ever in force, oldest first. */
export const formats: readonly Format[] = [format2019, format2021];

/** The format in force for reports of a year; undefined before 2019, when none was laid down. */
export function formatFor(year: number): Format | undefined {
  return formats.find((format) => format.from <= year && (format.to === null || year <= format.to));
}

/** The format with this id ("2019", "2021"); undefined when there is none. */
export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
