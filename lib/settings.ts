import path from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);

const environment = z.object({
  NODE_ENV: z.string().optional(),
  CI: z.string().optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  SIGNING_KEYS_DIR: text.optional(),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  APP_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  CHROMIUM_PATH: text.optional(),
  SITE_ID_CODE: z
    .string()
    .regex(/^[0-9A-Za-z]{10}$/, 'must have ten letters or digits')
    .optional(),
  CHECK_ACCESS: z.enum(['public', 'office'], 'must be public or office').default('public'),
  TRUSTED_PROXY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of one header')
    .transform((name) => name.toLowerCase())
    .optional(),
});

export type EnvironmentName = keyof z.input<typeof environment>;

export type Settings = {
  production: boolean;
  /** Nothing may be skipped. */
  ci: boolean;
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** The keys that publications are signed with. Absolute. */
  signingKeysDir: string;
  /** Absent: the embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | undefined;
  appSecret: string | undefined;
  /** Origin people type, without a slash at the end. */
  appUrl: string;
  chromiumPath: string | undefined;
  /** Code of this site in the national register of government sites (国办发〔2017〕47号, SiteIDCode). */
  siteIdCode: string | undefined;
  /** Who may have a file checked at `/check`: everybody, or only those who signed in. */
  checkAccess: 'public' | 'office';
  /** Lower case. The server in front alone reads it; the app reads `PEER_HEADER`. */
  trustedProxyHeader: string | undefined;
};

/** What a wrong environment throws: one sentence that names the variable. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The header by which the server in front tells the app who called; it always overwrites what came in. */
export const PEER_HEADER = 'x-nianbao-peer';

/** Reads values as `process.env` holds them. Empty strings count as absent. Throws SettingsError. */
export function parseSettings(values: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`The environment variable ${String(issue?.path[0])} is not usable: ${issue?.message}.`);
  }
  const env = parsed.data;
  return {
    production: env.NODE_ENV === 'production',
    ci: env.CI !== undefined && env.CI !== 'false',
    port: env.PORT,
    host: env.HOST,
    dataDir: path.resolve(/* turbopackIgnore: true */ env.DATA_DIR),
    signingKeysDir: path.resolve(/* turbopackIgnore: true */ env.SIGNING_KEYS_DIR ?? path.join(env.DATA_DIR, 'keys')),
    databaseUrl: env.DATABASE_URL,
    appSecret: env.APP_SECRET,
    appUrl: env.APP_URL ? new URL(env.APP_URL).origin : `http://127.0.0.1:${env.PORT}`,
    chromiumPath: env.CHROMIUM_PATH,
    siteIdCode: env.SITE_ID_CODE,
    checkAccess: env.CHECK_ACCESS,
    trustedProxyHeader: env.TRUSTED_PROXY_HEADER,
  };
}

let current: Settings | undefined;

/**
 * The settings of this process. Read at the first call, so that importing this file needs no environment. Throws
 * SettingsError.
 */
export function settings(): Settings {
  current ??= parseSettings(process.env);
  return current;
}

/** A setting that must be there by now. Throws SettingsError. */
export function required(name: 'databaseUrl' | 'appSecret'): string {
  const value = settings()[name];
  if (value !== undefined) return value;
  throw new SettingsError(
    `The environment variable ${name === 'databaseUrl' ? 'DATABASE_URL' : 'APP_SECRET'} is not set.`,
  );
}

/**
 * Writes what set-up decided (the address of the embedded database, the demo's secret) into the environment,
 * where Next and its bundles of this same file find it.
 */
export function provideSettings(values: Partial<Record<EnvironmentName, string>>): Settings {
  for (const [name, value] of Object.entries(values)) process.env[name] = value;
  current = undefined;
  return settings();
}
