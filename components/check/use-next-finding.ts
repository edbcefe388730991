'use client';

import { useEffect, useRef } from 'react';
import type { Finding } from '@/lib/checks/finding';

/** F8 and Shift+F8 go from finding to finding, as in the form; `go` takes the finding and its number, from 1. */
export function useNextFinding(findings: readonly Finding[], go: (finding: Finding, number: number) => void): void {
  const at = useRef(-1);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.isComposing || findings.length === 0) return;
      event.preventDefault();
      const from = at.current === -1 && event.shiftKey ? 0 : at.current;
      at.current = (from + (event.shiftKey ? -1 : 1) + findings.length) % findings.length;
      const finding = findings[at.current];
      if (finding !== undefined) go(finding, at.current + 1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [findings, go]);
}
