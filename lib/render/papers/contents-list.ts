import { printedSize } from '@/lib/render/frame';

/**
 * A name as one part of a path, on every system: a stroke in it opens no other folder, a line feed no other line of a
 * list.
 */
export const pathPart = (name: string): string => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_');

/** A file of the package as its list of contents names it. */
export interface ListedFile {
  readonly path: string;
  readonly what: string;
  readonly size: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

/** 目录.txt: what the package holds, for people. UTF-8 with BOM and CRLF, so that every editor of Windows shows it. */
export function contentsList(title: string, about: readonly string[], files: readonly ListedFile[]): string {
  const lines = files.flatMap(({ path, what, size, sha256 }, index) => [
    `${index + 1}. ${path}`,
    `   ${what}，${printedSize(size)}（${size} 字节）`,
    `   SHA-256 ${sha256}`,
    '',
  ]);
  return `\ufeff${[title, ...about, '', ...lines, '核验：sha256sum -c 校验值.txt；或在网站的“核验文件”页面逐个核验公布文件。'].join('\r\n')}\r\n`;
}

/** 校验值.txt, as sha256sum reads it. */
export const checksums = (files: readonly ListedFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
