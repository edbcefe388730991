import { settings } from '@/lib/settings';
import { ensureSigningKey, rotateSigningKey } from '@/lib/store/publications/signing-keys';
import { listKeys } from '@/lib/usecases/publishing/list-keys';

const usage = '用法：nianbao key [rotate]';

/**
 * `nianbao key`: the public keys of this installation as JSON, the one that signs first (made when there is none).
 * `nianbao key rotate`: a new one signs from now on; what the old ones signed is still checked by their public parts.
 * 0 done, 2 wrong use.
 */
export async function run(args: string[]): Promise<number> {
  const [what, ...more] = args;
  if (more.length > 0 || (what !== undefined && what !== 'rotate')) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { signingKeysDir } = settings();
  if (what === 'rotate') rotateSigningKey(signingKeysDir);
  else ensureSigningKey(signingKeysDir);
  process.stdout.write(`${JSON.stringify(listKeys(), null, 2)}\n`);
  return 0;
}
