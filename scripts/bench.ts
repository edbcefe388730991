import { answer, command } from '@/scripts/setup/command';
import { documents } from '@/scripts/benchmarks/documents';
import { keystroke } from '@/scripts/benchmarks/keystroke';
import { reading } from '@/scripts/benchmarks/reading';
import type { BenchmarkResult } from '@/scripts/benchmarks/result';

const benchmarks: Readonly<Record<string, () => Promise<BenchmarkResult[]>>> = { documents, keystroke, reading };

function line(result: BenchmarkResult): string {
  if ('skipped' in result) return `${result.name}: not compared with ${result.peerName}: ${result.skipped}`;
  const { name, ours, peer, peerName, unit, ratio } = result;
  return `${name}: ${ours} ${unit}; ${peerName}: ${peer} ${unit}; ${ratio} times better`;
}

await command(async () => {
  const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = names.find((name) => !(name in benchmarks));
  if (unknown !== undefined) {
    console.error(`There is no benchmark “${unknown}”; there are: ${Object.keys(benchmarks).join(', ')}.`);
    process.exit(2);
  }
  const results: BenchmarkResult[] = [];
  for (const name of names.length > 0 ? names : Object.keys(benchmarks))
    results.push(...((await benchmarks[name]?.()) ?? []));
  answer(process.argv.includes('--json') ? JSON.stringify({ results }) : results.map(line).join('\n'));
});
