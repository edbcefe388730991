import { Worker } from 'node:worker_threads';
import { stopReadingApart } from '@/lib/read/apart';
import { hostileFiles } from '@/lib/read/test/hostile-files';
import { measuredReading } from '@/lib/read/test/measured-reading';
import { readingKinds, readMutated } from '@/lib/read/test/mutated-files';
import { answer, command } from '@/scripts/setup/command';

/**
 * `npm run fuzz -- [n] [seed] [from]`: reads n files made from real ones by breaking them, from the given one on; exit
 * 1 when a reading throws or takes longer than ten seconds. `npm run fuzz -- hostile`: reads the files made to do harm
 * (lib/read/test/hostile-files.ts), each in a new process; exit 1 when one takes 512 MB or twelve seconds.
 */
await command(async () => {
  const [first = '20000', ...rest] = process.argv.slice(2);
  const failed = first === 'hostile' ? await readHostile() : await readBroken(first, ...rest);
  stopReadingApart();
  if (failed) process.exit(1);
});

async function readBroken(count: string, seed = String(Date.now() % 2 ** 31), from = '0'): Promise<boolean> {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  watchFor(begun, `seed ${seed}`);
  const started = Date.now();
  const outcomes = await readMutated(Number(count), Number(seed), Number(from), (input) => {
    begun[0] = input;
    if (input % 1000 === 0) console.error(`${input} of ${count}, ${Math.round((Date.now() - started) / 1000)} s`);
  });
  const lines = readingKinds.flatMap((kind) =>
    [...(outcomes.counts.get(kind) ?? [])].sort().map(([code, times]) => `${kind.padEnd(9)}${code.padEnd(16)}${times}`),
  );
  answer(
    [
      `seed ${seed}, ${count} inputs, longest ${(outcomes.longest / 1000).toFixed(2)} s`,
      ...lines,
      ...outcomes.slow.map((line) => `slow: ${line}`),
      ...outcomes.late.map((line) => `TOO LATE: ${line}`),
      ...outcomes.faults.map((line) => `FAULT: ${line}`),
    ].join('\n'),
  );
  return outcomes.faults.length + outcomes.late.length > 0;
}

async function readHostile(): Promise<boolean> {
  let failed = false;
  for (const { what, codes, bytes } of hostileFiles) {
    const { code, seconds, megabytes } = await measuredReading(bytes());
    const held = codes.includes(code) && seconds < 12 && megabytes < 512;
    failed ||= !held;
    answer(`${held ? '' : 'FAULT: '}${what}: ${code}, ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`);
  }
  return failed;
}

/** A reading that goes round in circles never comes back to say so: another thread ends it, and names its input. */
function watchFor(begun: Int32Array, seed: string): void {
  const watch = `
    const { workerData: { begun, seed } } = require('node:worker_threads');
    let last = -1, since = 0;
    setInterval(() => {
      since = begun[0] === last ? since + 1 : 0;
      last = begun[0];
      if (since < 60) return;
      require('node:fs').writeSync(2, 'input ' + last + ' of ' + seed + ' is read for a minute\\n');
      process.kill(process.pid, 'SIGKILL');
    }, 1000);
  `;
  new Worker(watch, { eval: true, workerData: { begun, seed }, execArgv: [] }).unref();
}
