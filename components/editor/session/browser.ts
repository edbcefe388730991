import { check } from '@/lib/checks/check';
import type { Check } from './derive';
import type { BrowserStorage } from './keep';
import type { Clock } from './sender';

/** The browser as the session sees it. */
export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  visible: () => document.visibilityState === 'visible',
  online: () => typeof navigator === 'undefined' || navigator.onLine,
};

const noStorage: BrowserStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => undefined,
  setItem: () => {
    throw new Error('no storage');
  },
};

/** The browser's storage; one that keeps nothing, and says so, where it is forbidden. */
export function browserStorage(): BrowserStorage {
  try {
    return window.localStorage;
  } catch {
    return noStorage;
  }
}

/** Name under which the browser's performance timeline carries how long the checks took (the benchmark reads it). */
const measured = 'nianbao check';

/** The checks, with their time told to whoever observes the timeline. */
export const timedCheck: Check = (report, context) => {
  const start = performance.now();
  const result = check(report, context);
  performance.clearMeasures(measured);
  performance.measure(measured, { start, end: performance.now() });
  return result;
};
