import { endWithParent } from '@/lib/read/end-with-parent';

// Stands for reading that goes wrong in the way that its file says.
const ways: Readonly<Record<string, () => void>> = {
  loop: () => {
    for (;;) Math.random();
  },
  heap: () => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array<number>(2_000_000).fill(0.5));
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
