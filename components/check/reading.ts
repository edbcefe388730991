'use client';

import { createContext, useContext } from 'react';
import type { CheckedFile } from '@/lib/workflow/checked-file';
import type { CellMark } from './marks';
import type { CellId } from '@/lib/statute/table';

/** What the cells of the tables show: the report that was read and what was found in it. */
export interface Reading {
  readonly file: CheckedFile;
  readonly marks: ReadonlyMap<CellId, CellMark>;
}

const ReadingContext = createContext<Reading | null>(null);
export const ReadingProvider = ReadingContext.Provider;

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error('useReading outside of a report');
  return reading;
}
