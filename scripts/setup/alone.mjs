import { createHash } from 'crypto';
import fs from 'fs';
import os from 'os';
import path from 'path';
import { root } from './place.mjs';

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands at once on a fresh clone must not both run npm ci in one folder. */
export function alone(work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const lock = path.join(os.tmpdir(), `nianbao-setup-${process.getuid ? process.getuid() : 'user'}-${key}`);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let told = false; ; ) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let holder = 0;
    let age = 0;
    try {
      holder = Number(fs.readFileSync(lock, 'utf8'));
      age = Date.now() - fs.statSync(lock).mtimeMs;
    } catch (error) {
      continue;
    }
    if (holder ? !alive(holder) : age > 5000) {
      fs.rmSync(lock, { force: true });
      continue;
    }
    if (!told) console.error('Another command is setting up; waiting for it …');
    told = true;
    Atomics.wait(pause, 0, 0, 200);
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}
