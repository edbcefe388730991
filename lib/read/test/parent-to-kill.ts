import { readApart } from '@/lib/read/apart';
import { ReaderProcess } from '@/lib/read/reader-process';

// Keeps one reading process that waits and one that loops, until it is killed (apart.test.ts).
await readApart(Buffer.from('年度报告'));
void new ReaderProcess(process.cwd(), 'lib/read/test/misbehaving-child.ts').read(Buffer.from('loop'));
setTimeout(() => process.send?.('both'), 3000);
