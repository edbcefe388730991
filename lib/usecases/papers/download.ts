/** A file to be kept by whoever asked for it. */
export interface Download {
  readonly name: string;
  readonly type: string;
  /** Its bytes, or its pieces as they are made. */
  readonly body: Uint8Array | AsyncGenerator<Uint8Array>;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
