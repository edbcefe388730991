const hour = 3600_000;

/** Signed in without being remembered: ends after so long without a request. */
export const idleMs = 8 * hour;
/** … and at the latest so long after sign-in. */
const longestMs = 24 * hour;
/** 在这台电脑上保持登录: counted from sign-in, never extended. */
export const rememberedMs = 7 * 24 * hour;

/** Extending with every keystroke's request would write needlessly. */
const worthMs = 5 * 60_000;

/**
 * Until when a session lasts after a request at `now`; null when nothing is to be written. A remembered one already
 * ends later than any extension could reach.
 */
export function extendedTo(session: { createdAt: Date; expiresAt: Date }, now: Date): Date | null {
  const until = Math.min(now.getTime() + idleMs, session.createdAt.getTime() + longestMs);
  return until - session.expiresAt.getTime() > worthMs ? new Date(until) : null;
}
