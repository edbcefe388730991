import fs from 'node:fs';

/** Waits for SIGINT or SIGTERM; a second one ends the process at once. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const tell = (): void => {
      if (told) process.exit(130);
      told = true;
      resolve();
    };
    process.on('SIGINT', tell);
    process.on('SIGTERM', tell);
  });
}

/** Writes the result of a command to standard output. */
export function answer(text: string): void {
  fs.writeSync(1, `${text}\n`);
}

const EXPECTED = ['SettingsError', 'PostgresError', 'MigrationError', 'PortError', 'BuildError', 'ArchiveError'];

/**
 * Runs a command to its end. Only `answer` writes to standard output; what libraries print there goes to standard
 * error. What an operator can run into is one sentence, all else a trace.
 */
export async function command(work: () => Promise<void>): Promise<never> {
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    await work();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error && EXPECTED.includes(error.name) ? error.message : error);
    process.exit(1);
  }
}
