import { parseArgs } from 'node:util';
import { readSignatureFile, type Signed } from '@/lib/proof/signed';
import { settings } from '@/lib/settings';
import { audit } from '@/lib/store/log/audit';
import { database } from '@/lib/store/database/database';
import { knownKeys } from '@/lib/store/publications/signing-keys';
import { contentOf } from './known-keys';

const usage = '用法：nianbao audit [--signature 另行保存的 signature.json]…';

/**
 * `nianbao audit [--signature FILE]…`: checks the log, every stored file, every report against its history, and every
 * signature; JSON. 0 clean, 1 something is not as it was written down (each row is named), 2 wrong use.
 */
export async function run(args: string[]): Promise<number> {
  const kept = keptIn(args);
  if (typeof kept === 'string') {
    process.stderr.write(`${kept}\n`);
    return 2;
  }
  const found = await audit(database(), knownKeys(settings().signingKeysDir), kept);
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  return found.faults.length === 0 ? 0 : 1;
}

function keptIn(args: string[]): Signed[] | string {
  try {
    const { values } = parseArgs({ args, options: { signature: { type: 'string', multiple: true } } });
    const files = (values.signature ?? []).map((file) => ({
      file,
      signatures: readSignatureFile(contentOf(file) ?? ''),
    }));
    const bad = files.find(({ signatures }) => signatures === null);
    return bad === undefined
      ? files.flatMap(({ signatures }) => signatures ?? [])
      : `${bad.file} 读不出来，或者不是签名文件。`;
  } catch {
    return usage;
  }
}
