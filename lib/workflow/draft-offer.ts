import { z } from 'zod';
import { reportSchema } from '@/lib/report/schema';

/**
 * What a file meets in the system: no report of its year, one in which nobody has written, or one that is being
 * written.
 */
const standings = ['none', 'untouched', 'begun'] as const;
export type DraftStanding = (typeof standings)[number];

/**
 * `POST /check/draft`: a report that was read is to become the draft of an agency. `look` only tells what would happen
 * (DraftOffer); `make` does it (DraftMade) as long as things stand as the person saw them.
 */
export const draftRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('look'), agency: z.string().max(80), report: reportSchema }),
  z.strictObject({ do: z.literal('make'), agency: z.string().max(80), report: reportSchema, seen: z.enum(standings) }),
]);
export type DraftRequest = z.input<typeof draftRequestSchema>;

export interface DraftOffer {
  readonly standing: DraftStanding;
  readonly agency: string;
  readonly year: number;
  /** The agency that the file names, where it is another. */
  readonly otherAgency: string | null;
  /** How many cells would be filled. */
  readonly cells: number;
  /** Titles of the sections whose text would be filled. */
  readonly sections: readonly string[];
  /** Cells and sections in which the draft has something else, which stays. */
  readonly kept: readonly string[];
  /** What the file states and the form of that year has no place for. */
  readonly noPlace: readonly string[];
}

export interface DraftMade {
  /** Path of the draft. */
  readonly address: string;
  readonly cells: number;
  /** Places that somebody wrote in meanwhile; what they wrote stays. */
  readonly conflicts: number;
}
