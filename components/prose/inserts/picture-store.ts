import type { PictureAdded } from '@/lib/workflow/protocol';

/** Where the pictures of a report are, as the page around the text gives it. */
export interface PictureStore {
  readonly addressOf: (sha256: string) => string;
  /** Takes a picture in; the sentence when it was not taken. */
  readonly add: (file: Blob) => Promise<PictureAdded | { readonly sentence: string }>;
}
