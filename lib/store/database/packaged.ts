import type { AgencyKind, Report } from '@/lib/report/report';
import { reportSchema } from '@/lib/report/schema';
import { kindFrom } from '@/lib/store/agencies/agencies';
import type { Transaction } from './transaction';

/** A publication with the list of what is stored of it; the bytes are read one file at a time. */
export interface PackagedPublication {
  readonly id: string;
  readonly number: number;
  readonly agencyName: string;
  readonly kind: AgencyKind;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly note: string;
  readonly report: Report;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
  readonly marks: readonly { readonly kind: string; readonly page: Uint8Array; readonly notice: Uint8Array | null }[];
}

/** A version with what belongs to it; null when there is none. */
export async function packagedPublication(
  db: Transaction,
  agencyKey: string,
  year: number,
  number: number,
): Promise<PackagedPublication | null> {
  const row = await db.publication.findFirst({
    where: { agencyKey, year, number },
    include: {
      files: { select: { name: true, size: true, sha256: true }, orderBy: { name: 'asc' } },
      marks: { select: { kind: true, page: true, notice: true }, orderBy: { kind: 'asc' } },
    },
  });
  return row === null ? null : { ...row, kind: kindFrom(row.agencyKind), report: reportSchema.parse(row.report) };
}

/** The stored bytes of one of its files; throws when it is not there. */
export async function storedBytes(db: Transaction, publicationId: string, name: string): Promise<Uint8Array> {
  return (
    await db.publicationFile.findUniqueOrThrow({
      where: { publicationId_name: { publicationId, name } },
      select: { bytes: true },
    })
  ).bytes;
}
