import { sha256 } from '@/lib/proof/digest';
import { signatureFileText } from '@/lib/proof/signed';
import { settings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { findSignatures } from '@/lib/store/publications/signatures';
import { knownKeys } from '@/lib/store/publications/signing-keys';
import type { PublishedFile } from './read-publication';

const address = /^\/reports\/([a-z0-9][a-z0-9-]*)\/(\d{4})(?:\/versions\/([1-9]\d{0,5}))?\/signature\.json$/;

/**
 * `signature.json` of a version, or of the current one; null when nothing signed is there. It grows: a PDF follows with
 * its own signature.
 */
export async function signatureFile(path: string): Promise<PublishedFile | null> {
  const parts = address.exec(path);
  if (parts === null) return null;
  const [, agencyKey = '', year = '', version] = parts;
  const signatures = await findSignatures(
    database(),
    agencyKey,
    Number(year),
    version === undefined ? null : Number(version),
  );
  const last = signatures.at(-1);
  if (last === undefined) return null;
  const bytes = Buffer.from(signatureFileText(signatures, knownKeys(settings().signingKeysDir)));
  return {
    contentType: 'application/json; charset=utf-8',
    etag: `"${sha256(bytes)}"`,
    lastModified: last.at,
    bytes,
    gzip: null,
    brotli: null,
    fileName: `${agencyKey}-${year}-signature.json`,
    immutable: false,
    schema: null,
  };
}
