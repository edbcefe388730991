import fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Subcommand = {
  says: string;
  /** Only these open a database. */
  needsDatabase?: boolean;
};

const subcommands: Record<string, Subcommand> = {
  read: { says: 'reads reports; JSON' },
  check: { says: 'reads reports and lists what is wrong; JSON' },
  verify: { says: 'was exactly this published?' },
  key: { says: 'shows the keys that publications are signed with; key rotate makes a new one' },
  audit: { says: 'checks the log, every stored file and every signature', needsDatabase: true },
  render: { says: 'writes a report as docx, html, json, csv or pdf' },
  admin: { says: 'makes the first administrator', needsDatabase: true },
};

function usage(): string {
  const lines = Object.entries(subcommands).map(([name, { says }]) => `  ${name.padEnd(8)}${says}`);
  return ['npm run --silent nianbao -- COMMAND …', ...lines].join('\n');
}

type Subprogram = { run: (args: string[]) => Promise<number> };

async function load(name: string): Promise<Subprogram | null> {
  const file = new URL(`${name}.ts`, import.meta.url);
  if (!fs.existsSync(fileURLToPath(file))) return null;
  return (await import(file.href)) as Subprogram;
}

/** Runs one subcommand; the exit status: 0 done, 1 findings, 2 unreadable input or wrong use. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const subcommand = name !== undefined && Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (name === undefined || !subcommand) {
    console.error(name === undefined ? usage() : `There is no command "${name}".\n${usage()}`);
    return 2;
  }
  const subprogram = await load(name);
  if (!subprogram) {
    console.error(`The command "${name}" is not part of this version.`);
    return 2;
  }
  if (!subcommand.needsDatabase) return subprogram.run(rest);
  const { withDatabase } = await import('@/lib/store/database/server-database');
  return withDatabase(() => subprogram.run(rest));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error && error.name === 'SettingsError' ? error.message : error);
    process.exitCode = 2;
  }
}
