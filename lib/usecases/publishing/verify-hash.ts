import { sha256 as digest } from '@/lib/proof/digest';
import type { PublicKey } from '@/lib/proof/key';
import { prove, type Proven } from '@/lib/proof/signed';
import type { Statement } from '@/lib/proof/statement';
import { unlikeStatement } from '@/lib/proof/unlike';
import { settings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import {
  findSignatures,
  publicationOf,
  publicationsWithFile,
  signaturesNaming,
  signaturesOf,
  withdrawn,
} from '@/lib/store/publications/signatures';
import { knownKeys } from '@/lib/store/publications/signing-keys';
import type { PublishedFileFound, UnprovenFile, Verification } from '@/lib/workflow/verification';

/** A hash as people paste it: blanks, capitals and a leading `sha256:` do no harm; null when it is none. */
export function hashFrom(text: string): string | null {
  const hash = text
    .replace(/^\s*sha-?256\s*[:：=]/i, '')
    .replace(/\s+/g, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}

/**
 * Whether a file of this SHA-256 was published. The signed statements say so, checked by the known keys; what the
 * database holds is compared with them and never believed against them.
 */
export async function verifyHash(sha256: string): Promise<Verification> {
  const known = knownKeys(settings().signingKeysDir);
  const found: { proven: Proven; publicationId: string }[] = [];
  for (const { publicationId, ...signed } of await signaturesNaming(database(), sha256)) {
    const proven = prove(signed, known);
    if (typeof proven !== 'string') found.push({ proven, publicationId });
  }
  const told: PublishedFileFound[] = [];
  for (const { proven, publicationId } of found) told.push(await published(proven, publicationId, sha256, known));
  return (
    told.find(({ standing }) => standing === 'current') ??
    told[0] ??
    (await unproven(sha256)) ?? { outcome: 'unknown', sha256 }
  );
}

/** What was signed of this version: its files, and later its pages with marks. */
async function statementsOf(
  { statement }: Proven,
  publicationId: string,
  known: readonly PublicKey[],
): Promise<Statement[]> {
  const { agencyKey, year, version } = statement;
  const stored = await signaturesOf(database(), publicationId);
  return stored
    .flatMap((signed) => {
      const proven = prove(signed, known);
      return typeof proven === 'string' ? [] : [proven.statement];
    })
    .filter((one) => one.agencyKey === agencyKey && one.year === year && one.version === version);
}

async function published(
  proven: Proven,
  publicationId: string,
  sha256: string,
  known: readonly PublicKey[],
): Promise<PublishedFileFound> {
  const { agencyKey, agency, year, version, publishedAt, files } = proven.statement;
  const db = database();
  const name = files.find((file) => file.sha256 === sha256)?.name ?? '';
  const row = await publicationOf(db, publicationId, name);
  const statements = await statementsOf(proven, publicationId, known);
  const signed = (page: string): boolean => statements.some((one) => one.files.some((file) => file.name === page));
  const unlike =
    row === null
      ? ['库中没有这一版']
      : [...new Set([proven.statement, ...statements].flatMap((statement) => unlikeStatement(row, statement)))];
  if (row !== null && row.bytes !== null && digest(row.bytes) !== sha256) unlike.push(`${name} 的内容`);
  const ofLast = await findSignatures(db, agencyKey, year, null);
  const [latest] = ofLast;
  const last = latest === undefined ? 'unsigned' : prove(latest, known);
  if (typeof last === 'string') unlike.push('现行版本没有有效的签名');
  const later = signed('superseded.html') || (typeof last !== 'string' && last.statement.version > version);
  const standing = later
    ? 'superseded'
    : signed('withdrawn.html') || (await withdrawn(db, publicationId))
      ? 'withdrawn'
      : 'current';
  const ended = ofLast.some((one) => namesNotice(prove(one, known)));
  return {
    outcome: 'published',
    sha256,
    agencyKey,
    agency,
    year,
    version,
    publishedAt,
    name,
    key: proven.key.id,
    standing,
    withdrawn: ended || standing === 'withdrawn',
    unlike,
  };
}

/** Whether a statement signs the notice of a withdrawal. */
function namesNotice(proven: Proven | string): boolean {
  return typeof proven !== 'string' && proven.statement.files.some(({ name }) => name === 'notice.html');
}

async function unproven(sha256: string): Promise<UnprovenFile | null> {
  const [row] = await publicationsWithFile(database(), sha256);
  return row === undefined ? null : { outcome: 'unproven', sha256, ...row };
}
