import type { LogHead } from '@/lib/proof/chain';
import { sha256 } from '@/lib/proof/digest';
import { signStatement } from '@/lib/proof/signed';
import type { StatedFile } from '@/lib/proof/statement';
import { settings } from '@/lib/settings';
import { lockLog, logHead } from '@/lib/store/log/log';
import type { MarkToStore } from '@/lib/store/publications/marks';
import { publicationHead } from '@/lib/store/publications/publications';
import { findSignatures, signaturesOf, storeSignature } from '@/lib/store/publications/signatures';
import { ensureSigningKey } from '@/lib/store/publications/signing-keys';
import type { Transaction } from '@/lib/store/database/transaction';

/**
 * Signs files of a publication, in the transaction that stores them: those of its moment (`log` is where storing the
 * publication brought the log), later those that follow it (a PDF). Each call makes the next signature of the
 * publication.
 */
export async function signPublication(
  tx: Transaction,
  publicationId: string,
  files: readonly StatedFile[],
  at: Date,
  log?: LogHead,
): Promise<void> {
  // A PDF may follow at the moment of a mark: the number of a signature is given to one of them at a time.
  await lockLog(tx);
  const publication = await publicationHead(tx, publicationId);
  const { agencyKey, year, version } = publication;
  const before = version === 1 ? [] : await findSignatures(tx, agencyKey, year, version - 1);
  const earlier = await signaturesOf(tx, publicationId);
  const statement = {
    ...publication,
    publishedAt: publication.publishedAt.toISOString(),
    replaces: before[0] === undefined ? null : sha256(before[0].statement),
    log: log ?? (await logHead(tx)),
    files: files.map(({ name, size, sha256: hash }) => ({ name, size, sha256: hash })),
  };
  const signed = signStatement(statement, ensureSigningKey(settings().signingKeysDir));
  await storeSignature(tx, { publicationId, number: earlier.length + 1, at, ...signed });
}

/** Signs the pages that a mark puts in the place of a version's own, so that they are verified like any other. */
export async function signMark(
  tx: Transaction,
  publicationId: string,
  { kind, page, notice, at }: MarkToStore,
): Promise<void> {
  // A publication from before there were signatures stays without.
  if ((await signaturesOf(tx, publicationId)).length === 0) return;
  const stated = (name: string, bytes: Uint8Array): StatedFile => ({
    name,
    size: bytes.byteLength,
    sha256: sha256(bytes),
  });
  await signPublication(
    tx,
    publicationId,
    [stated(`${kind}.html`, page), ...(notice === null ? [] : [stated('notice.html', notice)])],
    at,
  );
}
