'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sectionIds, type SectionId } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { EditorView } from '@/lib/workflow/view';
import { browserClock, browserStorage, timedCheck } from '@/components/editor/session/browser';
import { FootNav } from './foot-nav';
import { JumpProvider, type Target } from './jump';
import { newId } from '@/components/editor/session/new-id';
import { refusePicture } from './refuse-picture';
import { ProseSection } from './prose-section';
import { Rail } from './rail';
import { Banners } from './banners';
import { sectionOfPath } from './sections';
import { Session } from '@/components/editor/session/session';
import { SidePanel } from './side-panel';
import { TableSection } from './table-section';
import { TopBand } from './top-band';
import { httpTransport, type Transport } from '@/components/editor/session/transport';
import { useKeys } from './use-keys';
import { SessionProvider } from '@/components/editor/session/use-session';

/**
 * The form of one report. All six pages live in it, so that going from one to the next needs no server and loses
 * nothing; each has its own address all the same. `transport` is given where no server answers.
 */
export function Editor({ view, base, transport }: { view: EditorView; base: string; transport?: Transport }) {
  const [session] = useState(() => {
    const format = formatById(view.head.format);
    if (format === undefined) throw new Error(`no format ${view.head.format}`);
    const carrier = transport ?? httpTransport(view.head.agency.key, view.head.year, view.viewer.id);
    return new Session(view, format, { transport: carrier, clock: browserClock, newId, check: timedCheck });
  });
  const section = sectionOf(usePathname());
  const [target, setTarget] = useState<Target | null>(null);
  const atTop = useRef(false);
  const insertAt = useRef<((cell: string) => void) | null>(null);
  const register = useCallback((insert: ((cell: string) => void) | null) => {
    insertAt.current = insert;
  }, []);
  useSaving(session);

  const go = useCallback(
    (id: SectionId) => {
      window.history.pushState(null, '', `${base}/${id}`);
      session.hush();
      setTarget(null);
      atTop.current = true;
    },
    [base, session],
  );
  const jump = useCallback(
    (to: Target) => {
      const id =
        to.path === null ? (to.section ?? 'overview') : sectionOfPath(session.format, session.get().draft, to.path);
      if (sectionOf(window.location.pathname) !== id) {
        window.history.pushState(null, '', `${base}/${id}`);
        session.hush();
      }
      setTarget({ ...to });
      atTop.current = to.path === null;
    },
    [base, session],
  );
  useKeys(session, jump);
  // Within the same frame, so that whoever means to put the caret elsewhere comes after it.
  useLayoutEffect(() => {
    // The address is there before its page is drawn.
    if (!atTop.current || sectionOf(window.location.pathname) !== section) return;
    atTop.current = false;
    toTop();
  }, [section, target]);
  useEffect(() => {
    const follow = (): void => {
      const path = /^#(?:cell|p)=(.+)$/.exec(decodeURIComponent(window.location.hash))?.[1];
      if (path !== undefined) setTarget({ path });
    };
    const frame = requestAnimationFrame(follow);
    window.addEventListener('hashchange', follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', follow);
    };
  }, []);

  const known = session.format.sections.find((one) => one.id === section);
  if (known === undefined) return null;
  return (
    <SessionProvider value={session}>
      <JumpProvider value={jump}>
        <TopBand base={base} />
        <div className="desk">
          <Rail base={base} current={section} go={go} />
          <main className="work" id="main" onPasteCapture={(event) => refusePicture(event, session)}>
            <Banners />
            {known.table === null ? (
              <ProseSection key={section} section={known} target={target} register={register} />
            ) : (
              <TableSection key={section} section={known} table={known.table} target={target} />
            )}
            <FootNav base={base} current={section} go={go} />
          </main>
          <SidePanel section={known} insert={(cell) => insertAt.current?.(cell)} />
        </div>
      </JumpProvider>
    </SessionProvider>
  );
}

/** The heading of the page is read out once the page is there. */
function toTop(): void {
  window.scrollTo(0, 0);
  document.querySelector('.panel')?.scrollTo(0, 0);
  document.querySelector<HTMLElement>('#main h1')?.focus();
}

function sectionOf(pathname: string): SectionId {
  const last = pathname.split('/').at(-1);
  return sectionIds.find((id) => id === last) ?? 'overview';
}

function useSaving(session: Session): void {
  useEffect(() => {
    const stop = session.start(browserStorage());
    const wake = (): void => session.sender.wake();
    const leave = (event: BeforeUnloadEvent): void => {
      const { conflicts, refused } = session.get();
      if (session.sender.pending() + conflicts.length + Object.keys(refused).length > 0) event.preventDefault();
    };
    const events = ['online', 'offline', 'focus', 'pageshow'];
    for (const name of events) window.addEventListener(name, wake);
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('beforeunload', leave);
    return () => {
      stop();
      for (const name of events) window.removeEventListener(name, wake);
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('beforeunload', leave);
    };
  }, [session]);
}
