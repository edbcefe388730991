import type { Fault } from '@/lib/proof/fault';
import type { PublicKey } from '@/lib/proof/key';
import { prove, type Signed } from '@/lib/proof/signed';
import type { Statement } from '@/lib/proof/statement';
import { unlikeStatement } from '@/lib/proof/unlike';
import { auditFiles } from './audit-files';
import { auditLog, entryHashes } from './audit-log';
import { auditReports } from './audit-reports';
import { loggedNumber } from './log';
import { signedPublications, type SignedPublication } from '@/lib/store/publications/signatures';
import type { Transaction } from '@/lib/store/database/transaction';

export interface Audit {
  /** Entries of the log, files, signatures that were checked. */
  readonly entries: number;
  readonly files: number;
  readonly signatures: number;
  readonly faults: readonly Fault[];
}

/** Why a signature does not hold. */
const words = {
  'unknown-key': '的签名出自本系统不认识的密钥',
  'bad-signature': '的签名不符：签名的文字或签名被改动',
  'not-a-statement': '签的不是公布声明',
} as const;

interface Anchor {
  readonly statement: Statement;
  readonly table: string;
  readonly subject: string;
}

/**
 * Checks the log, every stored file, every report against its history, and every signature. `kept` are signatures kept
 * outside the database (files named
 * `signature.json`): they show also a log whose tail was cut off together with its rows.
 */
export async function audit(db: Transaction, known: readonly PublicKey[], kept: readonly Signed[]): Promise<Audit> {
  const log = await auditLog(db);
  const files = await auditFiles(db);
  const faults = [...log.faults, ...files.faults, ...(await auditReports(db))];
  const anchors: Anchor[] = [];
  const unsigned: SignedPublication[] = [];
  let signatures = 0;
  for await (const publication of signedPublications(db)) {
    signatures += publication.signatures.length;
    if (publication.signatures.length === 0) unsigned.push(publication);
    faults.push(...signatureFaults(publication, known, anchors));
  }
  for (const [index, signed] of kept.entries()) {
    const proven = prove(signed, known);
    const subject = String(index + 1);
    if (typeof proven === 'string')
      faults.push({
        code: 'bad-signature',
        table: 'signature.json',
        subject,
        message: `所给的第 ${subject} 个声明${words[proven]}。`,
      });
    else anchors.push({ statement: proven.statement, table: 'signature.json', subject });
  }
  faults.push(...(await anchorFaults(db, anchors, log.head.number)), ...(await unsignedFaults(db, unsigned, anchors)));
  return { entries: log.head.number, files: files.count, signatures, faults };
}

const named = ({ agencyName, year, number }: SignedPublication): string => `${agencyName} ${year} 年度第 ${number} 版`;

function signatureFaults(publication: SignedPublication, known: readonly PublicKey[], anchors: Anchor[]): Fault[] {
  const { id, signatures, files } = publication;
  const faults: Fault[] = [];
  const stated = new Set<string>();
  for (const signed of signatures) {
    const subject = `${id}/${signed.number}`;
    const table = 'PublicationSignature';
    const proven = prove(signed, known);
    if (typeof proven === 'string') {
      faults.push({
        code: 'bad-signature',
        table,
        subject,
        message: `${table} ${subject}（${named(publication)}）${words[proven]}。`,
      });
      continue;
    }
    anchors.push({ statement: proven.statement, table, subject });
    for (const { name } of proven.statement.files) stated.add(name);
    const unlike = unlikeStatement(publication, proven.statement);
    if (unlike.length > 0)
      faults.push({
        code: 'unlike-statement',
        table: 'Publication',
        subject: id,
        message: `Publication ${id} 与公布时的签名不符：${unlike.join('、')}。`,
      });
  }
  if (stated.size === 0) return faults;
  const extra = files.filter(({ name }) => !stated.has(name));
  return [
    ...faults,
    ...extra.map(
      ({ name }): Fault => ({
        code: 'unsigned-file',
        table: 'PublicationFile',
        subject: `${id}/${name}`,
        message: `PublicationFile ${id}/${name}（${named(publication)}）不在任何签名里。`,
      }),
    ),
  ];
}

/** Each statement names the entry at which the log stood: it must still stand there. */
async function anchorFaults(db: Transaction, anchors: readonly Anchor[], last: number): Promise<Fault[]> {
  const hashes = await entryHashes(
    db,
    anchors.map(({ statement }) => statement.log.number),
  );
  return anchors.flatMap(({ statement: { log, agency, year, version }, table, subject }): Fault[] => {
    if (log.number === 0 || hashes.get(log.number) === log.hash) return [];
    const says = `${table} ${subject}（${agency} ${year} 年度第 ${version} 版）签名时`;
    if (log.number > last)
      return [
        {
          code: 'cut-log',
          table,
          subject,
          message: `${says}日志已有 ${log.number} 条，现在只有 ${last} 条：末尾被截去。`,
        },
      ];
    return [
      {
        code: 'rewritten-log',
        table,
        subject,
        message: `${says}日志第 ${log.number} 条不是现在这一条：日志被改写过。`,
      },
    ];
  });
}

/** A publication older than all signatures may have none; a later one was slipped in. */
async function unsignedFaults(
  db: Transaction,
  unsigned: readonly SignedPublication[],
  anchors: readonly Anchor[],
): Promise<Fault[]> {
  const first = Math.min(...anchors.map(({ statement }) => statement.log.number));
  const faults: Fault[] = [];
  for (const publication of unsigned) {
    const number = await loggedNumber(db, 'Publication', publication.id);
    if (number !== null && number < first) continue;
    faults.push({
      code: 'unsigned-publication',
      table: 'Publication',
      subject: publication.id,
      message: `Publication ${publication.id}（${named(publication)}）没有签名。`,
    });
  }
  return faults;
}
