import { readingKinds, readMutated, type Outcomes } from '../lib/read/test/mutated-files';
import { answer, command } from './command';

/** `npm run fuzz -- [n] [seed]`: reads n files made from real ones by breaking them; exit 1 when reading throws or hangs. */
await command(async () => {
  const [count = '20000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
  const started = Date.now();
  const outcomes: Outcomes = await readMutated(Number(count), Number(seed), (done) => console.error(`${done} of ${count}, ${Math.round((Date.now() - started) / 1000)} s`));
  const lines = readingKinds.flatMap((kind) => [...(outcomes.counts.get(kind) ?? [])].sort().map(([code, times]) => `${kind.padEnd(9)}${code.padEnd(16)}${times}`));
  answer([`seed ${seed}, ${count} inputs, longest ${(outcomes.longest / 1000).toFixed(2)} s`, ...lines, ...outcomes.faults].join('\n'));
  if (outcomes.faults.length > 0) process.exit(1);
});
