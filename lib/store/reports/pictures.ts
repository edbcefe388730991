import { sha256 } from '@/lib/proof/digest';
import type { Draft } from '@/lib/report/draft';
import { pictureTypes, type Picture, type PictureType } from '@/lib/report/insert';
import type { Transaction } from '@/lib/store/database/transaction';

/** A picture of one draft: what its edits name, and its bytes. */
export interface StoredPicture extends Omit<Picture, 'alt'> {
  readonly bytes: Uint8Array;
}

function typeOf(contentType: string): PictureType {
  const known = pictureTypes.find((candidate) => candidate === contentType);
  if (known === undefined) throw new Error(`unknown kind of picture in the database: ${contentType}`);
  return known;
}

/** Puts a picture to a report; the same one a second time changes nothing. */
export async function storePicture(
  tx: Transaction,
  reportId: string,
  picture: StoredPicture,
  addedBy: string,
  now: Date,
): Promise<void> {
  const { sha256, contentType, width, height, bytes } = picture;
  await tx.picture.createMany({
    data: [{ reportId, sha256, contentType, width, height, bytes: Uint8Array.from(bytes), addedBy, addedAt: now }],
    skipDuplicates: true,
  });
}

/** A picture of a report by its hash; null when the report has none such. */
export async function findPicture(
  db: Transaction,
  reportId: string,
  sha256: string,
): Promise<Pick<StoredPicture, 'contentType' | 'bytes'> | null> {
  const row = await db.picture.findUnique({
    where: { reportId_sha256: { reportId, sha256 } },
    select: { contentType: true, bytes: true },
  });
  return row === null ? null : { contentType: typeOf(row.contentType), bytes: row.bytes };
}

/** The pictures of a report without their bytes, by their hash. */
export async function picturesOf(db: Transaction, reportId: string): Promise<Map<string, Omit<Picture, 'alt'>>> {
  const rows = await db.picture.findMany({
    where: { reportId },
    select: { sha256: true, contentType: true, width: true, height: true },
  });
  return new Map(rows.map((row) => [row.sha256, { ...row, contentType: typeOf(row.contentType) }]));
}

/** Hashes of the pictures in the prose of a draft, as often as they stand there. */
export function picturesIn(draft: Pick<Draft, 'paragraphs'>): string[] {
  return draft.paragraphs.flatMap(({ insert }) =>
    insert !== undefined && 'picture' in insert ? [insert.picture.sha256] : [],
  );
}

/**
 * The bytes of the pictures in a draft in Base64, by their hash; what `resolve` wants for rendering. Throws for bytes
 * that are not those that were taken in.
 */
export async function pictureData(
  db: Transaction,
  reportId: string,
  draft: Pick<Draft, 'paragraphs'>,
): Promise<Map<string, string>> {
  const hashes = picturesIn(draft);
  if (hashes.length === 0) return new Map();
  const rows = await db.picture.findMany({
    where: { reportId, sha256: { in: hashes } },
    select: { sha256: true, bytes: true },
  });
  const strange = rows.find((row) => sha256(row.bytes) !== row.sha256);
  // Nothing is published that is not what the reviewers saw.
  if (strange !== undefined)
    throw new Error(`the picture ${strange.sha256} of the report ${reportId} was exchanged in the database`);
  return new Map(rows.map(({ sha256, bytes }) => [sha256, Buffer.from(bytes).toString('base64')]));
}
