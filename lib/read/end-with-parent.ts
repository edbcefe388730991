import { Worker } from 'node:worker_threads';

/**
 * Ends this process when its parent is gone. What lies in a file can make it loop, and then it hears nothing: another
 * thread looks for the parent.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit(0));
  const watch = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 500);
  `;
  new Worker(watch, {
    eval: true,
    workerData: process.ppid,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref();
}
