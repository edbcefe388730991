import type { AgencyKind } from '@/lib/report/report';
import type { Role } from './permissions';

/** What the pages of administration get: plain JSON, times as ISO strings. */

export interface AgencyChoice {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  /** How far below the uppermost of the actor's agencies. */
  readonly depth: number;
}

export interface AdministeredPerson {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  /** Has not chosen a password since an administrator set one. */
  readonly awaitsFirstPassword: boolean;
  readonly self: boolean;
  /** Why password and disabling are not the actor's; null when they are. */
  readonly outside: string | null;
}

export interface AdministeredAgency extends AgencyChoice {
  readonly kind: AgencyKind;
  readonly parentName: string | null;
  readonly steps: readonly string[];
  /** Oldest first; the last is the current name. */
  readonly names: readonly { readonly name: string; readonly since: string }[];
  readonly people: readonly AdministeredPerson[];
}

export interface AdministrationView {
  /** What was looked for. */
  readonly query: string;
  readonly agencies: readonly AdministeredAgency[];
  /** True when more were found than are shown. */
  readonly more: boolean;
  /** Every agency that the actor governs, to choose from. */
  readonly choices: readonly AgencyChoice[];
}

/** Shown once to the administrator who set it; stored nowhere. */
export interface NewPassword {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
}

/** One act of an administrator. */
export interface AdminRecord {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly agency: string;
  /** What was done, as one sentence without the actor. */
  readonly says: string;
}

export interface AdminRecordsView {
  readonly records: readonly AdminRecord[];
  /** Cursor of the next page; null when this is the last. */
  readonly next: string | null;
}
