import { sha256 } from '@/lib/proof/digest';
import { signatureFileText } from '@/lib/proof/signed';
import { checksums, contentsList, pathPart, type ListedFile } from '@/lib/render/papers/contents-list';
import { zipped, type ZipEntry } from '@/lib/render/papers/zip-stream';
import { shanghaiDay } from '@/lib/render/frame';
import { settings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { evidenceOf, findEvidence } from '@/lib/store/reports/evidence';
import { versionsOf } from '@/lib/store/publications/own-site';
import { packagedPublication, storedBytes, type PackagedPublication } from '@/lib/store/database/packaged';
import { signaturesOf } from '@/lib/store/publications/signatures';
import { knownKeys } from '@/lib/store/publications/signing-keys';
import type { EvidenceView } from '@/lib/workflow/papers';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { approvalRecord, scanName } from './approval-record';
import type { Download } from './download';
import { editorView, readable } from '@/lib/usecases/writing/open-report';

/** A file of the package, its bytes read when its turn comes. */
interface Packed extends ListedFile {
  readonly asIs: boolean;
  readonly load: () => Promise<Uint8Array>;
}

/**
 * 归档包 of one version, for those who may read the report in the office: what was published as stored, signatures and
 * keys, the approval record, the scans, and a list with the hash of each. Streamed: one file at a time is in memory.
 */
export async function archivePackage(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  number: number,
  now: Date,
): Promise<Download | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const db = database();
  const publication = await packagedPublication(db, agencyKey, year, number);
  if (publication === null) return refuse('not-found', '没有公布过这一版，请从“我的报告”进入');
  const [view, evidence, versions] = await Promise.all([
    editorView(opened, now),
    evidenceOf(db, opened.report.id),
    versionsOf(db, agencyKey, year),
  ]);
  const copies = versions.find((version) => version.number === number)?.copies ?? [];
  const record = await approvalRecord(view, publication, evidence, copies);
  const files = [
    ...published(publication),
    ...(await signed(publication.id)),
    made('审批记录/审批记录.docx', '审批记录', record, true),
    ...evidence.map((scan) => filed(scan, opened.report.id)),
  ];
  const at = publication.publishedAt.toISOString();
  const title = `${publication.agencyName}${year}年度报告归档包（第${number}版）`;
  const about = [`公布时间：${shanghaiDay(at)}`, `公布人：${publication.publishedBy}`, `文件数：${files.length}`];
  const lists = [
    made('目录.txt', '目录', contentsList(title, about, files)),
    made('校验值.txt', '校验值', checksums(files)),
  ];
  return { name: `${title}.zip`, type: 'application/zip', body: zipped(loaded([...lists, ...files]), at) };
}

async function* loaded(files: readonly Packed[]): AsyncGenerator<ZipEntry> {
  for (const { path, asIs, load } of files) yield { path, asIs, bytes: await load() };
}

function made(path: string, what: string, content: Uint8Array | string, asIs = false): Packed {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { path, what, size: bytes.byteLength, sha256: sha256(bytes), asIs, load: () => Promise.resolve(bytes) };
}

const publishedNames: Readonly<Record<string, readonly [what: string, ending: string]>> = {
  'report.pdf': ['版式文件', '.pdf'],
  'report.docx': ['Word 文档', '.docx'],
  'report.html': ['单个网页', '.html'],
  'report.json': ['数据', '.json'],
  'report.csv': ['数据表', '.csv'],
  page: ['公布时的页面', '（公布页面）.html'],
};

const markNames: Readonly<Record<string, string>> = { superseded: '已被取代', withdrawn: '已撤回' };

function published({ id, agencyName, report, files, marks }: PackagedPublication): Packed[] {
  const name = `公布文件/${pathPart(agencyName)}${report.year}年政府信息公开工作年度报告`;
  const stored = Object.entries(publishedNames).flatMap(([file, [what, ending]]): Packed[] => {
    const found = files.find((one) => one.name === file);
    const asIs = file === 'report.pdf' || file === 'report.docx';
    return found === undefined
      ? []
      : [
          {
            path: `${name}${ending}`,
            what,
            size: found.size,
            sha256: found.sha256,
            asIs,
            load: () => storedBytes(database(), id, file),
          },
        ];
  });
  const marked = marks.flatMap(({ kind, page, notice }) => {
    const what = markNames[kind] ?? kind;
    const onPage = made(`${name}（公布页面，${what}）.html`, `标明${what}的页面`, page);
    return notice === null ? [onPage] : [onPage, made(`${name}（撤回说明）.html`, '撤回说明', notice)];
  });
  return [...stored, ...marked];
}

async function signed(publicationId: string): Promise<Packed[]> {
  const signatures = await signaturesOf(database(), publicationId);
  if (signatures.length === 0) return [];
  const keys = knownKeys(settings().signingKeysDir);
  const used = keys.filter(({ id }) => signatures.some(({ key }) => key === id));
  return [
    made('签名/signature.json', '公布时的数字签名', signatureFileText(signatures, keys)),
    ...used.map(({ id, pem }) => made(`签名/公钥-${id}.pem`, '核验签名用的公钥', pem)),
  ];
}

function filed(scan: EvidenceView, reportId: string): Packed {
  return {
    path: `签批件/${scanName(scan)}`,
    what: `${scan.signedBy}签批件的扫描件`,
    size: scan.size,
    sha256: scan.sha256,
    asIs: true,
    load: async () => {
      const found = await findEvidence(database(), reportId, scan.id);
      if (found === null) throw new Error(`the scan ${scan.id} is gone`);
      return found.bytes;
    },
  };
}
