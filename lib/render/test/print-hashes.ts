import { publicationFiles } from '../files';
import { sampleFrame } from './sample-frame';
import { sampleReport } from './sample';

/** Run in a process of its own by reproducible.test.ts. */
const files = await publicationFiles(sampleReport(), sampleFrame);
process.stdout.write(JSON.stringify({ zone: new Date(0).getTimezoneOffset(), files: files.map((file) => [file.name, file.sha256]) }));
