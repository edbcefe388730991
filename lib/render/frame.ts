/** What each file of a publication is. */
export const mediaTypes = {
  'report.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'report.pdf': 'application/pdf',
  'report.html': 'text/html',
  'report.json': 'application/json',
  'report.csv': 'text/csv',
} as const;

/** A file of a publication as the page lists it. */
export interface FrameFile {
  readonly name: Exclude<keyof typeof mediaTypes, 'report.pdf'>;
  readonly label: string;
  readonly size: number;
  readonly sha256: string;
}

export interface FrameVersion {
  readonly number: number;
  /** ISO time of publication. */
  readonly publishedAt: string;
  /** What was corrected; empty for the first. */
  readonly note?: string;
}

/**
 * Everything on a published page that is not the report itself. Kept with the page for ever, so nothing here may change
 * later.
 */
export interface PageFrame {
  readonly agencyKey: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly siteName: string;
  /** Code of the site in the national register (国办发〔2017〕47号, SiteIDCode); left out where there is none. */
  readonly siteCode?: string | undefined;
  /** `https://example.gov.cn`, without a slash at the end; empty where it is not known. */
  readonly origin: string;
  /** Path under which the site lives, without a slash at the end. */
  readonly basePath: string;
  /** The office in charge, for the foot of the page. */
  readonly office?: string;
  /** Pages of the site that exist: label and path. */
  readonly links?: readonly { readonly label: string; readonly path: string }[];
  readonly files: readonly FrameFile[];
  /** Whether report.pdf is made after publication: the page then links to it, but cannot know its size and hash. */
  readonly pdfFollows?: boolean;
  /** Versions up to this one, newest first. */
  readonly versions: readonly FrameVersion[];
}

/**
 * Addresses of a report (interfaces.md). A page links to its own version's files: those fit the printed hashes for
 * ever.
 */
export function addressesOf(frame: Pick<PageFrame, 'agencyKey' | 'version' | 'origin' | 'basePath'>, year: number) {
  const current = `${frame.basePath}/reports/${frame.agencyKey}/${year}`;
  const version = (number: number) => `${current}/versions/${number}`;
  return {
    home: `${frame.basePath}/`,
    /** All years of the agency. */
    agency: `${frame.basePath}/reports/${frame.agencyKey}`,
    current,
    version,
    own: version(frame.version),
    file: (name: string) => `${version(frame.version)}/${name}`,
    canonical: `${frame.origin}${current}`,
  };
}

const eightHours = 8 * 60 * 60 * 1000;

/** Clock of Asia/Shanghai, whatever the server's zone: 2024-01-22 09:30. */
export function shanghaiTime(iso: string): string {
  return new Date(Date.parse(iso) + eightHours).toISOString().slice(0, 16).replace('T', ' ');
}

/** 2024年1月22日 in Asia/Shanghai. */
export function shanghaiDay(iso: string): string {
  const [year, month, day] = shanghaiTime(iso).slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 38 KB, 1.2 MB; never 0 KB. */
export function printedSize(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
