import { endWithParent } from '../end-with-parent';

// Stands for reading that goes wrong in the way that its file says.
const ways: Readonly<Record<string, () => void>> = {
  loop: () => {
    for (;;) Math.random();
  },
  heap: () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => String(index)));
  },
  buffers: () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(4 * 1024 * 1024, 1));
  },
  crash: () => process.exit(1),
  lie: () => void process.send?.({ kind: 'docx', report: 'none' }),
};

endWithParent();
process.on('message', (bytes: Uint8Array) => ways[new TextDecoder().decode(bytes)]?.());
process.send?.('ready');
