'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from './session';
import type { SessionState } from './session-state';

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of the editor');
  return session;
}

/** Part of the session's state; the component paints again only when the part is another one. */
export function usePart<T>(select: (state: SessionState) => T): T {
  const session = useSession();
  const read = (): T => select(session.get());
  return useSyncExternalStore(session.subscribe, read, read);
}
