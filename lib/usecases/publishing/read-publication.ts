import { reportSchemaPath } from '@/lib/render/report-schema';
import { database } from '@/lib/store/database/database';
import { findMarkPage, whatStands, type MarkKind } from '@/lib/store/publications/marks';
import { findFile } from '@/lib/store/publications/publications';
import { signatureFile } from './read-signatures';

/** A published file as it is answered, byte for byte as stored. */
export interface PublishedFile {
  readonly contentType: string;
  /** Strong validator: the SHA-256 of the bytes, quoted. */
  readonly etag: string;
  readonly lastModified: Date;
  readonly bytes: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
  /** Name for downloads; null for a page. */
  readonly fileName: string | null;
  /** True for an address whose bytes never change: a file of a version. */
  readonly immutable: boolean;
  /** Path of the schema that describes the file; null for what is no JSON. */
  readonly schema: string | null;
}

const address =
  /^\/reports\/([a-z0-9][a-z0-9-]*)\/(\d{4})(?:\/versions\/([1-9]\d{0,5}))?(?:\/(report\.(?:docx|html|json|csv|pdf)|(?:page|superseded|withdrawn|notice)\.html))?$/;

/**
 * The published file at an address below /reports; null when nothing is published there. What stands at the address of
 * a page is asked first: the stored page, the marked one, or the notice of a withdrawal.
 */
export async function publishedFile(path: string): Promise<PublishedFile | null> {
  const parts = address.exec(path);
  if (parts === null) return signatureFile(path);
  const [, agencyKey = '', year = '', version, name] = parts;
  if (version === undefined || name === undefined) {
    const stands = await versionAddress(path);
    const file = stands === null ? null : await publishedFile(stands);
    return file === null ? null : { ...file, immutable: false };
  }
  const number = Number(version);
  const mark = markPages[name];
  if (mark !== undefined) {
    const page = await findMarkPage(database(), agencyKey, Number(year), number, mark);
    return page === null
      ? null
      : { ...asPage, etag: `"${page.sha256}"`, lastModified: page.at, bytes: Buffer.from(page.bytes) };
  }
  const isPage = name === 'page.html';
  const file = await findFile(database(), agencyKey, Number(year), number, isPage ? 'page' : name);
  if (file === null) return null;
  return {
    contentType: file.contentType,
    etag: `"${file.sha256}"`,
    lastModified: file.publishedAt,
    bytes: Buffer.from(file.bytes),
    gzip: file.gzip === null ? null : Buffer.from(file.gzip),
    brotli: file.brotli === null ? null : Buffer.from(file.brotli),
    fileName: isPage ? null : `${agencyKey}-${year}-${name}`,
    immutable: true,
    schema: name === 'report.json' ? reportSchemaPath : null,
  };
}

const asPage = {
  contentType: 'text/html; charset=utf-8',
  gzip: null,
  brotli: null,
  fileName: null,
  immutable: true,
  schema: null,
} as const;
const markPages: Readonly<Record<string, MarkKind | 'notice'>> = {
  'superseded.html': 'superseded',
  'withdrawn.html': 'withdrawn',
  'notice.html': 'notice',
};

/**
 * The address whose bytes stand at this address now, and never change; null when nothing is published there. A
 * version's page is the stored one until it is superseded or withdrawn, and the marked one from then on. While a report
 * is withdrawn its address without a version is that of the notice, and offers no file.
 */
export async function versionAddress(path: string): Promise<string | null> {
  const parts = address.exec(path);
  if (parts === null) return null;
  const [, agencyKey = '', year = '', version, name] = parts;
  if (version !== undefined && name !== undefined) return path;
  const stands = await whatStands(database(), agencyKey, Number(year), version === undefined ? null : Number(version));
  if (stands === null) return null;
  const withdrawn = version === undefined && stands.mark === 'withdrawn';
  if (name !== undefined && (withdrawn || !name.startsWith('report.'))) return null;
  return `/reports/${agencyKey}/${year}/versions/${stands.number}/${name ?? `${withdrawn ? 'notice' : (stands.mark ?? 'page')}.html`}`;
}

/** Where the notice of a withdrawal stands, for a file that was current until then; null for any other address. */
export async function noticeAddress(path: string): Promise<string | null> {
  const [, agencyKey = '', year = '', version, name] = address.exec(path) ?? [];
  if (version !== undefined || name?.startsWith('report.') !== true) return null;
  const stands = await whatStands(database(), agencyKey, Number(year), null);
  return stands?.mark === 'withdrawn' ? `/reports/${agencyKey}/${year}` : null;
}

/** The address of the report whose PDF is asked for there and is not made yet; null for any other address. */
export async function reportWithoutPdf(path: string): Promise<string | null> {
  const name = address.exec(path)?.[4];
  if (name !== 'report.pdf') return null;
  const report = path.slice(0, -'/report.pdf'.length);
  return (await versionAddress(report)) === null ? null : report;
}
