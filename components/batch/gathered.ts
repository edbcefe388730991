import { largestBatch, mostFiles, type HandInFault } from '@/lib/workflow/batch';
import { largestFile } from '@/lib/workflow/checked-file';

/** A file on its way into a batch; its bytes are fetched when its turn comes. */
export interface ToSend {
  /** With the folders in which it lay. */
  readonly name: string;
  readonly size: number;
  /** Throws a FaultyFile. */
  readonly content: () => Promise<Blob>;
}

/** A file that cannot be handed in, and why; it stands in the table all the same. */
export class FaultyFile extends Error {
  override name = 'FaultyFile';
  constructor(readonly fault: HandInFault) {
    super(fault);
  }
}

/** What was chosen or dropped, archives opened. */
export interface Gathered {
  readonly files: readonly ToSend[];
  /** Files that systems and programs put beside those of people. */
  readonly leftOut: number;
  /** Archives that could not be opened, each with a sentence. */
  readonly refused: readonly string[];
}

const furniture = /(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$|~\$[^/]*$)/i;
const otherArchive = /\.(rar|7z|tar|tgz|gz)$/i;
const archive = /\.zip$/i;

/** Whether a file is none that a person made: folders of macOS, thumbnails, what an open Word leaves behind. */
const isFurniture = (path: string): boolean => furniture.test(path);

/** Opens archives among the files and leaves out what is no report of anybody. */
export async function gathered(given: readonly { readonly path: string; readonly file: Blob }[]): Promise<Gathered> {
  const files: ToSend[] = [];
  const refused: string[] = [];
  let leftOut = 0;
  for (const { path, file } of given) {
    if (isFurniture(path)) leftOut += 1;
    else if (otherArchive.test(path)) refused.push(`“${path}”是打不开的压缩包，请解压后选文件夹，或改用 zip。`);
    else if (archive.test(path)) {
      const { openZip } = await import('./zip');
      const opened = await openZip(file);
      if ('sentence' in opened) refused.push(`“${path}”${opened.sentence}。`);
      else {
        const kept = opened.entries.filter(({ name }) => !isFurniture(name));
        leftOut += opened.entries.length - kept.length;
        files.push(...kept);
      }
    } else files.push(plain(path, file));
  }
  return { files, leftOut, refused };
}

function plain(path: string, file: Blob): ToSend {
  return {
    name: path,
    size: file.size,
    content: () => (file.size > largestFile ? Promise.reject(new FaultyFile('too-large')) : Promise.resolve(file)),
  };
}

/** Why so many or so large files are no batch; null when they are one. */
export function tooMuch({ files }: Gathered): string | null {
  if (files.length === 0) return '没有可以核对的文件。';
  if (files.length > mostFiles) return `一共 ${files.length} 个文件，一批最多 ${mostFiles} 个，请分批核对。`;
  const bytes = files.reduce((sum, { size }) => sum + (size > largestFile ? 0 : size), 0);
  return bytes > largestBatch
    ? `一共 ${Math.ceil(bytes / 1024 / 1024)} MB，一批最多 ${largestBatch / 1024 / 1024} MB，请分批核对。`
    : null;
}

/** What a batch is called: by its archive or folder, else by its first file. */
export function nameOf(given: readonly { readonly path: string }[], files: number): string {
  const [first] = given;
  if (first === undefined) return '一批文件';
  const [top, ...rest] = first.path.split('/');
  const name = (top ?? '').replace(archive, '');
  return (rest.length > 0 || given.length === 1 ? name : `${name} 等 ${files} 个文件`).slice(0, 120) || '一批文件';
}
