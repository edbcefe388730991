import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { PublicationFile } from '@/lib/render/files';
import type { FileToStore } from '@/lib/store/publications/publications';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Text is stored compressed too, so that serving costs nothing (scale.md); a .docx is a zip already. */
export async function compressed(file: PublicationFile): Promise<FileToStore> {
  if (file.name === 'report.docx') return { ...file, gzip: null, brotli: null };
  const [small, smaller] = await Promise.all([
    gzipped(file.bytes, { level: 9 }),
    brotlied(file.bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: file.bytes.length },
    }),
  ]);
  return { ...file, gzip: small, brotli: smaller };
}
