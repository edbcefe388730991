'use client';

import { createContext, useContext } from 'react';
import type { SectionId } from '@/lib/statute/format';
import type { Path } from '@/lib/report/draft';

/** Where to go: a cell, a paragraph with the words that are meant, or a section in which something is missing. */
export interface Target {
  readonly path: Path | null;
  readonly section?: SectionId;
  readonly start?: number;
  readonly end?: number;
}

const JumpContext = createContext<(target: Target) => void>(() => undefined);
export const JumpProvider = JumpContext.Provider;

/** Goes to a cell or a sentence, on whichever of the six pages it stands. */
export const useJump = (): ((target: Target) => void) => useContext(JumpContext);
