import type { LogHead } from '@/lib/proof/chain';
import { sha256 } from '@/lib/proof/digest';
import { signStatement } from '@/lib/proof/signed';
import type { StatedFile } from '@/lib/proof/statement';
import { settings } from '@/lib/settings';
import { logHead } from '@/lib/store/log';
import { publicationHead } from '@/lib/store/publications';
import { findSignatures, signaturesOf, storeSignature } from '@/lib/store/signatures';
import { ensureSigningKey } from '@/lib/store/signing-keys';
import type { Transaction } from '@/lib/store/transaction';

/**
 * Signs files of a publication, in the transaction that stores them: those of its moment (`log` is where storing the
 * publication brought the log), later those that follow it (a PDF). Each call makes the next signature of the publication.
 */
export async function signPublication(tx: Transaction, publicationId: string, files: readonly StatedFile[], at: Date, log?: LogHead): Promise<void> {
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
