import validate from '@ooxml-tools/validate';

/** Errors of the Open XML SDK in a .docx. */
export async function schemaFaults(docx: Uint8Array): Promise<string[]> {
  const errors = await validate(Buffer.from(docx), 'docx');
  return errors.map((error) => `Open XML SDK: ${JSON.stringify(error)}`);
}
