/** A file with the folders in which it lay. */
export interface Given {
  readonly path: string;
  readonly file: Blob;
}

/** Files that were chosen, one by one or as a folder. */
export function chosenIn(list: FileList | null): Given[] {
  return Array.from(list ?? [], (file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
}

/**
 * Files of a drop, those in dropped folders too. To be called while the event is handled: later its entries are gone.
 */
export function droppedIn(data: DataTransfer): Promise<Given[]> {
  const entries = Array.from(data.items, (item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null)).filter(
    (entry) => entry !== null,
  );
  if (entries.length === 0) return Promise.resolve(Array.from(data.files, (file) => ({ path: file.name, file })));
  return Promise.all(entries.map((entry) => within(entry, ''))).then((found) => found.flat());
}

async function within(entry: FileSystemEntry, folder: string): Promise<Given[]> {
  const path = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return file === null ? [] : [{ path, file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: Given[] = [];
  // A reader gives some of its entries at a time, and none at its end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
      () => [],
    );
    if (some.length === 0) return found;
    for (const inner of some) found.push(...(await within(inner, `${path}/`)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
