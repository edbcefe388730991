import { z } from 'zod';
import type { Edit, Path, Value } from '@/lib/report/draft';
import type { Picture } from '@/lib/report/insert';

/**
 * What travels between the browser and the office's addresses, as JSON. All are POST, same origin only.
 *
 *   /office/reports/{agency}/{year}/edits      EditsRequest   -> EditsAnswer
 *   /office/reports/{agency}/{year}/commands   CommandRequest -> CommandAnswer
 *   /office/reports                            StartRequest   -> CommandAnswer
 *   /office/reports/{agency}/{year}/pictures   a PNG or JPEG  -> PictureAdded (413 for one too large)
 *
 * A refusal is a Refusal as JSON with status 401 (not-signed-in), 403 (not-permitted, own-work), 404 (not-found),
 * 409 (wrong-state, stale-version, exists), 422 (all others).
 */

/**
 * Names the person whose page sends the request. Without it a page that was left open would go on under the name of
 * whoever signs in next in the same browser; with it the server refuses, and what was typed stays in the page.
 */
export const PERSON_HEADER = 'x-nianbao-person';

/** Edits are applied in order; `since` is the last edit number the browser knows. An empty list only asks for news. */
export interface EditsRequest {
  readonly since: number;
  readonly edits: readonly Edit[];
}

export interface Standpoint {
  readonly path: Path;
  readonly value: Value;
  /** Id of the edit that set it. */
  readonly edit: string;
  readonly by: string;
  readonly at: string;
}

export interface EditsAnswer {
  readonly results: readonly (
    | { readonly id: string; readonly outcome: 'saved' }
    | { readonly id: string; readonly outcome: 'conflict'; readonly theirs: Standpoint }
  )[];
  /** Values set after `since`, by whomever. */
  readonly news: readonly Standpoint[];
  readonly seq: number;
  readonly version: number;
  readonly state: string;
}

export const editsRequestShape = z.strictObject({
  since: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  edits: z.array(z.unknown()).max(1000),
});

const text = z.string().trim().min(1, '请写明内容').max(2000, '最多 2000 字');

export const commandRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('submit'), version: z.number().int() }),
  z.strictObject({ do: z.literal('recall'), version: z.number().int() }),
  z.strictObject({ do: z.literal('return'), version: z.number().int(), reason: z.string().max(2000) }),
  z.strictObject({ do: z.literal('approve'), version: z.number().int() }),
  z.strictObject({ do: z.literal('publish'), version: z.number().int() }),
  z.strictObject({ do: z.literal('correct'), version: z.number().int(), reason: z.string().max(2000) }),
  z.strictObject({ do: z.literal('restate'), version: z.number().int(), reason: z.string().max(2000) }),
  z.strictObject({ do: z.literal('abandon'), version: z.number().int() }),
  z.strictObject({ do: z.literal('withdraw'), version: z.number().int(), reason: z.string().max(2000) }),
  /** An empty text takes the reason back. */
  z.strictObject({
    do: z.literal('explain'),
    fingerprint: z.string().max(4000),
    rule: z.string().max(20),
    text: z.string().trim().max(2000),
  }),
  z.strictObject({ do: z.literal('comment'), path: z.string().max(120), quote: z.string().max(2000), text }),
  z.strictObject({ do: z.literal('reply'), comment: z.uuid(), text }),
  z.strictObject({ do: z.literal('settle'), comment: z.uuid(), settled: z.boolean() }),
]);
export type CommandRequest = z.infer<typeof commandRequestSchema>;

export const startRequestSchema = z.strictObject({
  agency: z.string().max(80),
  year: z.number().int().min(2019).max(2100),
});

/** Bytes of the largest picture that is taken, before it is re-encoded. */
export const largestPicture = 10 * 1024 * 1024;

/** A picture that was taken in: what an edit needs to put it into the prose, but for its words. */
export type PictureAdded = Omit<Picture, 'alt'>;

/** What a command answers: enough to load the page anew. */
export interface CommandAnswer {
  readonly version: number;
  readonly state: string;
}
