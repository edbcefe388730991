import { reportSchemaPath } from '@/lib/render/report-schema';
import { database } from '@/lib/store/database';
import { currentNumber, findFile } from '@/lib/store/publications';
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
  /** Name for downloads; null for the page. */
  readonly fileName: string | null;
  /** True for the address of a version, whose bytes never change. */
  readonly immutable: boolean;
  /** Path of the schema that describes the file; null for what is no JSON. */
  readonly schema: string | null;
}

const address = /^\/reports\/([a-z0-9][a-z0-9-]*)\/(\d{4})(?:\/versions\/([1-9]\d{0,5}))?(?:\/(report\.(?:docx|html|json|csv|pdf)))?$/;

/** The published file at an address below /reports; null when nothing is published there. */
export async function publishedFile(path: string): Promise<PublishedFile | null> {
  const parts = address.exec(path);
  if (parts === null) return signatureFile(path);
  const [, agencyKey = '', year = '', version, name] = parts;
  const number = version === undefined ? null : Number(version);
  const file = await findFile(database(), agencyKey, Number(year), number, name ?? 'page');
  if (file === null) return null;
  return {
    contentType: file.contentType,
    etag: `"${file.sha256}"`,
    lastModified: file.publishedAt,
    bytes: Buffer.from(file.bytes),
    gzip: file.gzip === null ? null : Buffer.from(file.gzip),
    brotli: file.brotli === null ? null : Buffer.from(file.brotli),
    fileName: name === undefined ? null : `${agencyKey}-${year}-${name}`,
    immutable: version !== undefined,
    schema: name === 'report.json' ? reportSchemaPath : null,
  };
}

/** The address of the version whose bytes stand at this address now; null when nothing is published there. */
export async function versionAddress(path: string): Promise<string | null> {
  const parts = address.exec(path);
  if (parts === null) return null;
  const [, agencyKey = '', year = '', version, name] = parts;
  const number = version ?? (await currentNumber(database(), agencyKey, Number(year)));
  if (number === null) return null;
  return `/reports/${agencyKey}/${year}/versions/${number}${name === undefined ? '' : `/${name}`}`;
}
