import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { migrationsFolder, readMigrations } from '@/lib/store/database/migrate';
import { repositoryRoot } from '@/lib/store/database/repository-root';

type Difference = { exitCode: number; stdout: string | null };
type Engine = { diff: (request: unknown) => Promise<Difference> };
type Bindings = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  SchemaEngine: { new: (options: unknown, log: (line: string) => void, adapter: unknown) => Promise<Engine> };
};

/** A database in memory, in which the migrations are played to see what they make. */
async function shadow(): Promise<SqlMigrationAwareDriverAdapterFactory> {
  const make = async () => new PrismaPGlite(await PGlite.create({ extensions: { pg_trgm } }));
  const factory = await make();
  return Object.assign(factory, {
    connectToShadowDb: async () => (await make()).connect(),
  }) as SqlMigrationAwareDriverAdapterFactory;
}

async function loadBindings(): Promise<Bindings> {
  const folder = path.join(repositoryRoot(), 'node_modules/@prisma/schema-engine-wasm');
  const bindings = (await import(path.join(folder, 'schema_engine_bg.js'))) as Bindings;
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
  return bindings;
}

let loaded: Promise<Bindings> | undefined;

/** Prisma's schema engine as WebAssembly: the native one would have to come from a host of its own. */
async function engine(schema: string): Promise<Engine> {
  // The bindings know one instance at a time.
  loaded ??= loadBindings();
  const adapter = bindMigrationAwareSqlAdapterFactory(await shadow());
  return (await loaded).SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter);
}

/** The SQL that leads from the checked-in migrations to the schema; null when they agree. */
export async function missingMigration(schema: string, folder = migrationsFolder()): Promise<string | null> {
  const { exitCode, stdout } = await (await engine(schema)).diff({
    from: {
      tag: 'migrations',
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 2 ? stdout : null;
}
