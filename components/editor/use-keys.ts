'use client';

import { useEffect } from 'react';
import { pathOfFinding } from '@/components/findings/place';
import { severities, type Finding } from '@/lib/checks/finding';
import type { Target } from './jump';
import type { Session } from '@/components/editor/session/session';

const gravity = ({ severity }: Finding): number => severities.indexOf(severity);

/**
 * F8 and Shift+F8 go from finding to finding, first to those that stop a submission; Ctrl+Z and Ctrl+Y turn back and
 * forth what was done in cells.
 */
export function useKeys(session: Session, jump: (target: Target) => void): void {
  useEffect(() => {
    let at = -1;
    const next = (step: 1 | -1): void => {
      const findings = [...session.get().result.findings].sort((a, b) => gravity(a) - gravity(b));
      const targets = findings.flatMap((finding) => pathOfFinding(finding, session.get()) ?? []);
      const distinct = targets.filter(
        (one, index) => targets.findIndex((other) => other.path === one.path && other.start === one.start) === index,
      );
      if (distinct.length === 0) return;
      const here = document.activeElement?.closest<HTMLElement>('td[data-cell]')?.dataset.cell;
      const known = here === undefined ? at : distinct.findIndex((one) => one.path === here);
      at = ((known === -1 ? at : known) + step + distinct.length * 2) % distinct.length;
      const target = distinct[at];
      if (target !== undefined) jump(target);
    };
    const turn = (way: 'undo' | 'redo'): void => {
      const [path] = session.turn(way);
      if (path !== undefined) jump({ path });
    };
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.key === 'F8') {
        event.preventDefault();
        next(event.shiftKey ? -1 : 1);
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      // Text fields and the prose editor undo their own typing.
      const focus = document.activeElement;
      const inText = focus instanceof HTMLTextAreaElement || (focus instanceof HTMLElement && focus.isContentEditable);
      if (inText || (focus instanceof HTMLInputElement && focus.closest('.sheet') === null)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      turn(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [session, jump]);
}
