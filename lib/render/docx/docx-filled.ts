import { unzipSync } from 'fflate';
import type { Report } from '@/lib/report/report';
import { corePropertiesOf, packed } from './docx';
import { layoutOf } from './docx-layout';
import { filledBody } from './docx-mould';
import { ordinaryMeasures, type StyleMeasures } from './docx-styles';
import { zipArchive, zipEntry, type ZipEntry } from '@/lib/render/zip-archive';

const body = 'word/document.xml';
const styles = 'word/styles.xml';
const core = 'docProps/core.xml';

/** Parts that are the same in all reports; in their place stand those of an empty one for the others. */
let unchanging: Promise<ReadonlyMap<string, ZipEntry>> | null = null;

/**
 * The report as a Word document: the parts of `docxOf`, byte for byte, filled into what `docx` made once in this
 * process. The same report gives the same bytes. A report with pictures or simple tables goes the straight way.
 */
export async function filledDocxOf(report: Report): Promise<Uint8Array> {
  const layout = layoutOf(report);
  const properties = corePropertiesOf(report);
  if (layout.pieces.some(({ is }) => is === 'insert')) return packed(layout, properties);
  unchanging ??= partsByDocx(ordinaryMeasures);
  const [parts, styled, filled] = await Promise.all([
    unchanging,
    stylesPart(layout.measures),
    filledBody(layout.pieces),
  ]);
  const own: Readonly<Record<string, () => ZipEntry>> = {
    [body]: () => zipEntry(body, Buffer.from(filled)),
    [styles]: () => styled,
    [core]: () => zipEntry(core, Buffer.from(properties)),
  };
  return zipArchive([...parts].map(([name, part]) => own[name]?.() ?? part));
}

/** Styles by what they take from a report, the most recent. */
const stylesByMeasures = new Map<string, ZipEntry>();
const most = 400;

async function stylesPart(measures: StyleMeasures): Promise<ZipEntry> {
  const key = JSON.stringify(measures);
  const known = stylesByMeasures.get(key);
  if (known !== undefined) return known;
  const part = (await partsByDocx(measures)).get(styles);
  if (part === undefined) throw new Error(`docx: no ${styles}`);
  const oldest = stylesByMeasures.keys().next();
  if (stylesByMeasures.size >= most && oldest.done !== true) stylesByMeasures.delete(oldest.value);
  stylesByMeasures.set(key, part);
  return part;
}

/** All parts as `docx` makes them, deflated beforehand, in its order. */
async function partsByDocx(measures: StyleMeasures): Promise<ReadonlyMap<string, ZipEntry>> {
  const parts = unzipSync(await packed({ title: '', measures, pieces: [] }, ''));
  return new Map(Object.entries(parts).map(([name, content]) => [name, zipEntry(name, content, 9)]));
}
