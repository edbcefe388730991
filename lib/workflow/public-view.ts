import type { AgencyKind } from '@/lib/report/report';

/** What the pages that anybody opens show. */

/** What the public site calls itself and who is in charge: after the agency at the top of the tree. */
export interface Site {
  /** 云泽市政府信息公开年报 */
  readonly name: string;
  readonly office: string;
}

/** One published report as a list shows it: the last version. */
export interface PublicationEntry {
  readonly id: string;
  readonly agencyKey: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly publishedAt: Date;
  /** Those that are 0 are left out; nothing where the report was withdrawn, its figures are none any more. */
  readonly figures: Readonly<Record<string, string>>;
  /** Its address has a notice, and it offers neither files nor figures. */
  readonly withdrawn: boolean;
  /** False until the queue has made it. */
  readonly pdf: boolean;
}

/** What the public sees of a whole year: how many reports are out, and what became of the applications. */
export interface YearPicture {
  readonly year: number;
  readonly published: number;
  /** Agencies at work now, at least as many as have published. */
  readonly agencies: number;
  readonly received: number;
  readonly carriedIn: number;
  readonly handled: number;
  readonly carriedOut: number;
  /** The outcomes of table three in their order; `disclosed` where the information was given at least in part. */
  readonly outcomes: readonly { readonly label: string; readonly count: number; readonly disclosed: boolean }[];
}
