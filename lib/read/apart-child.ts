import { endWithParent } from './end-with-parent';
import { read } from './read';

// Reads one file after another in a process of its own (reader-process.ts).
endWithParent();
process.on('message', (bytes: Uint8Array) => {
  read(bytes).then(
    (result) => process.send?.(result),
    (fault: unknown) => {
      console.error('Reading a file failed where it must not:', fault);
      process.exit(1);
    },
  );
});
process.send?.('ready');
