import type { StatedFile, Statement } from './statement';

/** A publication as the database has it. */
export interface PublicationRow {
  readonly agencyKey: string;
  readonly agencyName: string;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly publishedAt: Date;
  readonly note: string;
  readonly files: readonly StatedFile[];
  /** Pages that marks put in the place of its own. */
  readonly marks: readonly {
    readonly kind: string;
    readonly pageSha256: string;
    readonly noticeSha256: string | null;
  }[];
}

/** Where a stored publication differs from what was signed of it, in words; empty where it does not. */
export function unlikeStatement(row: PublicationRow, statement: Statement): string[] {
  const pairs: [string, string | number, string | number][] = [
    ['网址代号', row.agencyKey, statement.agencyKey],
    ['机关名称', row.agencyName, statement.agency],
    ['年度', row.year, statement.year],
    ['版次', row.number, statement.version],
    ['标题', row.title, statement.title],
    ['公布时间', row.publishedAt.toISOString(), statement.publishedAt],
    ['更正说明', row.note, statement.note],
  ];
  const differing = pairs
    .filter(([, stored, signed]) => stored !== signed)
    .map(([name, stored, signed]) => `${name}（库中为“${stored}”，签名时为“${signed}”）`);
  const marked = row.marks.flatMap(({ kind, pageSha256, noticeSha256 }) => [
    `${kind}.html ${pageSha256}`,
    `notice.html ${noticeSha256 ?? ''}`,
  ]);
  const stands = ({ name, size, sha256 }: StatedFile): boolean =>
    marked.includes(`${name} ${sha256}`) ||
    row.files.some((file) => file.name === name && file.size === size && file.sha256 === sha256);
  const files = statement.files.filter((file) => !stands(file));
  return [...differing, ...files.map(({ name }) => `${name} 的校验值`)];
}
