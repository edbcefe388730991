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
