import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Not for code that Next bundles: there a module has no place of its own. */
export function repositoryRoot(): string {
  return path.resolve(fileURLToPath(new URL('../../..', import.meta.url)));
}
