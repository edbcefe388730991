import { unreadable, type Read, type Unreadable } from './result';

/** A report in JSON as `read`, `report.json` and the API give it. */
export function reportOfJson(_text: string): Read | Unreadable {
  return unreadable('not-json');
}
