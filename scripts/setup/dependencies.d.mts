interface Entry {
  readonly version?: string;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
type Packages = Readonly<Record<string, Entry>>;

export type Kind = 'production' | 'development';
export function neededInProduction(packages: Packages): Set<string>;
export function missing(
  kind: Kind,
  lock: { readonly packages: Packages },
  installed: { readonly packages: Packages } | null,
  mark: string | null,
  hash: string,
): boolean;
export function dependenciesMissing(kind: Kind): boolean;
export function installDependencies(kind: Kind): void;
export function removeUnneeded(): void;
