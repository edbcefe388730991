import { open } from 'node:fs/promises';
import { readApart } from '@/lib/read/apart';
import { isUnreadable, largest, unreadable, type Read, type Unreadable } from '@/lib/read/result';
import { repositoryRoot } from '@/lib/store/database/repository-root';

/** What came of one file that a command was given, under the name it was given by (interfaces.md). */
export type FileRead = { readonly file: string } & (Read | Unreadable);

/**
 * Reads a file of any kind in a process apart, within its bounds; one that is too large is not taken into memory first.
 */
export async function readFileAt(file: string): Promise<FileRead> {
  const bytes = await bytesAt(file);
  const result = bytes instanceof Uint8Array ? await readApart(bytes, repositoryRoot()) : bytes;
  return isUnreadable(result)
    ? { file, error: { ...result.error, message: `${file}：${result.error.message}` } }
    : { file, ...result };
}

async function bytesAt(file: string): Promise<Uint8Array | Unreadable> {
  const opened = await open(file).catch((error: unknown) => unreadable('unreadable-file', reasonOf(error)));
  if ('error' in opened) return opened;
  try {
    const { size } = await opened.stat();
    return size > largest ? unreadable('too-large') : await opened.readFile();
  } catch (error) {
    return unreadable('unreadable-file', reasonOf(error));
  } finally {
    await opened.close();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  EISDIR: '这是一个文件夹',
};

/** What the system says of a file it does not give, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? code;
}
