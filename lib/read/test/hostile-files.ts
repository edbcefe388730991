import { deflateRawSync, crc32 } from 'node:zlib';
import { cell, docxOfBody, packageOf, paragraph, part, row, table } from './docx-file';

interface ZipFile {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

const zipped = (name: string, bytes: Buffer): ZipFile => ({
  name,
  packed: deflateRawSync(bytes),
  size: bytes.length,
  crc: crc32(bytes),
});

/** A zip archive in which every file claims what it likes. */
function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed, size, crc } of files) {
    const title = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    const facts = (target: Buffer, from: number): void => {
      target.writeUInt32LE(crc, from);
      target.writeUInt32LE(packed.length, from + 4);
      target.writeUInt32LE(size, from + 8);
      target.writeUInt16LE(title.length, from + 12);
    };
    facts(header, 14);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    facts(entry, 16);
    entry.writeUInt32LE(at, 42);
    locals.push(header, title, packed);
    directory.push(entry, title);
    at += 30 + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(files.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(files.length, 0xffff), 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([
    ...locals,
    listed,
    ...(files.length < 0xffff ? [] : [zip64End(files.length, listed.length, at)]),
    end,
  ]);
}

/** The longer record at the end, with what says where it is (APPNOTE 4.3.14, 4.3.15). */
function zip64End(files: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  for (const [place, value] of [
    [24, files],
    [32, files],
    [40, size],
    [48, at],
  ] as const)
    end.writeBigUInt64LE(BigInt(value), place);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

const types = zipped('[Content_Types].xml', Buffer.from('<Types/>'));
const document = (bytes: Buffer): ZipFile => zipped('word/document.xml', bytes);
const xml = (text: string): Buffer => zipOf([types, document(Buffer.from(text))]);
const nothing = zipped('', Buffer.alloc(0));
const small = Buffer.from(part('document', `<w:body>${paragraph('文')}</w:body>`));

/** An OLE container whose root holds empty streams of these names ([MS-CFB] 2). */
export function oleOf(names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 3, 0xff);
  file.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    file.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
    [76, 0],
  ] as const)
    file.writeUInt32LE(value, at);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  file.fill(0, 1024);
  ['Root Entry', ...names].forEach((name, index) => {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file.writeUInt8(index === 0 ? 5 : 2, at + 66);
    for (const link of [68, 72, 76]) file.writeUInt32LE(0xffffffff, at + link);
    file.writeUInt32LE(0xfffffffe, at + 116);
  });
  file.writeUInt32LE(1, 1024 + 76);
  return file;
}

/** The same with a chain of sectors that comes back on itself. */
function endlessOle(): Buffer {
  const file = oleOf(['WordDocument']);
  file.writeUInt32LE(1, 516);
  return file;
}

const entity = (body: string, types: string): string =>
  `<?xml version="1.0"?><!DOCTYPE w [${types}]>${part('document', `<w:body>${paragraph(body)}</w:body>`).replace(/^<\?.*?\?>/, '')}`;
const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
  '',
);
const whole = Buffer.from(docxOfBody(paragraph('文') + table(row([cell('1'), cell('2')]))));

/** Files that mean harm or are broken, each with the codes that may come of it. */
export const hostileFiles: readonly {
  readonly what: string;
  readonly codes: readonly string[];
  readonly bytes: () => Uint8Array;
}[] = [
  {
    what: 'a zip bomb of one file',
    codes: ['hostile'],
    bytes: () => zipOf([types, document(Buffer.alloc(256 * 1024 * 1024, 32))]),
  },
  {
    what: 'a zip bomb that claims to be small',
    codes: ['damaged'],
    bytes: () => zipOf([types, { ...document(Buffer.alloc(64 * 1024 * 1024, 32)), size: 5000 }]),
  },
  {
    what: 'a file that claims four gigabytes',
    codes: ['hostile'],
    bytes: () => zipOf([types, { ...document(small), size: 0xfffffffe }]),
  },
  {
    what: 'a hundred thousand files in a zip',
    codes: ['hostile'],
    bytes: () =>
      zipOf([
        types,
        document(small),
        ...Array.from({ length: 100_000 }, (_, index) => ({ ...nothing, name: `f${index}` })),
      ]),
  },
  {
    what: 'many pictures that are bombs',
    codes: ['hostile'],
    bytes: () =>
      zipOf([
        types,
        document(small),
        ...Array.from({ length: 40 }, (_, index) => ({
          ...zipped(`word/media/${index}`, Buffer.alloc(100_000, index)),
          size: 20_000_000,
        })),
      ]),
  },
  {
    what: 'a million elements within each other',
    codes: ['hostile'],
    bytes: () => xml(part('document', `${'<w:p>'.repeat(1_000_000)}${'</w:p>'.repeat(1_000_000)}`)),
  },
  {
    what: 'tables within each other three hundred deep',
    codes: ['hostile'],
    bytes: () =>
      Buffer.from(
        docxOfBody(Array.from({ length: 300 }).reduce<string>((inner) => table(row([cell(inner)])), paragraph('文'))),
      ),
  },
  { what: 'a billion laughs', codes: ['hostile'], bytes: () => xml(entity('&l9;', `<!ENTITY l0 "哈">${laughs}`)) },
  {
    what: 'an entity from a file of the server',
    codes: ['hostile'],
    bytes: () => xml(entity('&x;', '<!ENTITY x SYSTEM "file:///etc/passwd">')),
  },
  {
    what: 'an entity from another server',
    codes: ['hostile'],
    bytes: () => xml(entity('%x;', '<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;')),
  },
  {
    what: 'an entity that nobody declared',
    codes: ['damaged'],
    bytes: () => xml(part('document', `<w:body>${paragraph('&laugh;')}</w:body>`)),
  },
  {
    what: 'a relationship to another server',
    codes: ['not-a-report'],
    bytes: () =>
      packageOf(part('document', `<w:body>${paragraph('<w:hyperlink r:id="r1"/>')}<w:altChunk r:id="r1"/></w:body>`), {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r1" Type="aFChunk" TargetMode="External" Target="http://127.0.0.1:9/"/></Relationships>',
      }),
  },
  {
    what: 'spans without end',
    codes: ['not-a-report'],
    bytes: () =>
      Buffer.from(
        docxOfBody(
          table(
            ...Array.from({ length: 2000 }, () =>
              row(
                [
                  cell('1', '<w:gridSpan w:val="999999999"/><w:vMerge w:val="restart"/>'),
                  cell('2', '<w:gridSpan w:val="-5"/>'),
                ],
                '<w:gridBefore w:val="1e9"/>',
              ),
            ),
          ),
        ),
      ),
  },
  {
    what: 'a program renamed',
    codes: ['unknown-kind'],
    bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096)]),
  },
  { what: 'a .docx with a password', codes: ['encrypted'], bytes: () => oleOf(['EncryptionInfo', 'EncryptedPackage']) },
  { what: 'a zip with a password', codes: ['encrypted'], bytes: () => encryptedZip() },
  { what: 'a .docx cut off', codes: ['damaged'], bytes: () => whole.subarray(0, whole.length - 200) },
  {
    what: 'a .docx with broken bytes',
    codes: ['damaged'],
    bytes: () => Buffer.concat([whole.subarray(0, 150), Buffer.alloc(60, 7), whole.subarray(210)]),
  },
  {
    what: 'a .docx whose XML is cut off',
    codes: ['damaged'],
    bytes: () => xml(part('document', '<w:body><w:p>').slice(0, -20)),
  },
  { what: 'a package without a document', codes: ['unknown-kind', 'damaged'], bytes: () => zipOf([types]) },
  { what: 'a .doc cut off', codes: ['damaged'], bytes: () => oleOf(['WordDocument']).subarray(0, 1100) },
  { what: 'a .doc without text', codes: ['damaged'], bytes: () => oleOf(['WordDocument', '0Table', '1Table']) },
  { what: 'a .doc that goes round in circles', codes: ['damaged'], bytes: endlessOle },
  { what: 'a text of 200 MB', codes: ['too-large'], bytes: () => Buffer.alloc(200 * 1024 * 1024, '年度报告\n') },
  {
    what: 'a text of 32 MB',
    codes: ['not-a-report', 'took-too-long', 'hostile', 'too-large'],
    bytes: () => Buffer.alloc(32 * 1024 * 1024, '年度报告 12 件\n'),
  },
  {
    what: 'a page of a million open tags',
    codes: ['not-a-report', 'hostile', 'took-too-long'],
    bytes: () => Buffer.from(`<html><body>${'<div><table><tr><td>'.repeat(250_000)}`),
  },
  {
    what: 'a .docx of thirty megabytes of table',
    codes: ['not-a-report', 'hostile', 'took-too-long'],
    bytes: () =>
      Buffer.from(
        docxOfBody(
          table(
            ...Array.from({ length: 60_000 }, (_, index) => row([cell(String(index)), cell(String(index * 7919))])),
          ),
        ),
      ),
  },
];

function encryptedZip(): Buffer {
  const file = zipOf([types, document(small)]);
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 1))
    file.writeUInt16LE(1, at + 8);
  return file;
}
