import { z } from 'zod';

/**
 * Papers around a report, as pages get them and as the browser sends them.
 *
 *   POST /office/reports/{agency}/{year}/papers/evidence            a scan, its facts in SCAN_HEADER -> PaperAnswer
 *   POST /office/reports/{agency}/{year}/papers/copies              RecordRequest                    -> PaperAnswer
 *   POST /office/reports/{agency}/{year}/papers/copies/{id}/page    a saved page                     -> Comparison
 *   GET  /office/reports/{agency}/{year}/papers/copy-{n}.json                                        -> CopyableReport
 */

/** Header that says of a scan who signed it and when: ScanFacts as JSON, percent-encoded. */
export const SCAN_HEADER = 'x-nianbao-scan';

/** Bytes of a scan; several pages in one PDF. */
export const largestScan = 20 * 1024 * 1024;

/** A day that has been: YYYY-MM-DD. */
const day = z.iso.date('请选择日期');

export const scanFactsSchema = z.strictObject({
  signedBy: z.string().trim().min(1, '请写明签批人').max(40, '签批人最多 40 字'),
  /** The day on the paper. */
  signedOn: day,
  /** Why it stands in the place of another. */
  note: z.string().trim().max(500, '更换的原因最多 500 字'),
  replaces: z.uuid().nullable(),
});
export type ScanFacts = z.infer<typeof scanFactsSchema>;

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname.includes('.') && username === '' && password === '';
}

export const recordRequestSchema = z.strictObject({
  /** Number of the version. */
  version: z.number().int().min(1).max(999_999),
  url: z
    .string()
    .trim()
    .max(1000, '网址最多 1000 个字符')
    .refine(isWebAddress, '请填写完整的网址，以 http:// 或 https:// 开头'),
  day,
});
export type RecordRequest = z.infer<typeof recordRequestSchema>;

export interface PaperAnswer {
  readonly id: string;
}

/** A scan as it is listed; numbers run from 1 within a report. */
export interface EvidenceView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly submission: number;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly note: string;
  /** Number of the one in whose place it stands. */
  readonly replaces: number | null;
  /** Number of the one that stands in its place. */
  readonly replacedBy: number | null;
  readonly by: string;
  readonly at: string;
}

/** What PUB-01 found between a saved page of the own site and the publication. */
export const comparisonSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  by: z.string(),
  /** How many cells were compared. */
  ran: z.number(),
  differences: z.array(z.object({ cell: z.string(), place: z.string(), page: z.string(), published: z.string() })),
  notCompared: z.array(z.object({ place: z.string(), why: z.string() })),
  /** The agency that the page names, where it is another; else empty. */
  otherAgency: z.string(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Where a version stands on the agency's own site. */
export interface OwnSiteView {
  readonly id: string;
  readonly url: string;
  readonly day: string;
  readonly by: string;
  readonly at: string;
  readonly comparison: Comparison | null;
  readonly comparedAt: string | null;
}

export interface VersionView {
  readonly number: number;
  readonly publishedAt: string;
  readonly copies: readonly OwnSiteView[];
}

export interface PapersView {
  /** In the order in which they were filed. */
  readonly evidence: readonly EvidenceView[];
  /** The newest first. */
  readonly versions: readonly VersionView[];
}

/** A version to be pasted elsewhere. */
export interface CopyableReport {
  /** With inline styles, without script or outer resource. */
  readonly html: string;
  readonly text: string;
}
