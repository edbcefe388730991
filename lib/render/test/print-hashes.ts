import { createHash } from 'node:crypto';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { publicationFiles } from '@/lib/render/files';
import { generatedReports } from './generated';
import { sampleFrame } from './sample-frame';
import { sampleReport } from './sample';

/**
 * Run in a process of its own by reproducible.test.ts: the files of one report, and the .docx of all generated ones
 * twice.
 */
const files = await publicationFiles(sampleReport(), sampleFrame);
const documents = [];
for (let time = 0; time < 2; time += 1) {
  const hash = createHash('sha256');
  for (const { report } of generatedReports()) hash.update(await filledDocxOf(report));
  documents.push(hash.digest('hex'));
}
process.stdout.write(
  JSON.stringify({
    zone: new Date(0).getTimezoneOffset(),
    files: files.map((file) => [file.name, file.sha256]),
    documents,
  }),
);
