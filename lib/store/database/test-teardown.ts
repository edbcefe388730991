import fs from 'node:fs';
import path from 'node:path';
import { endTestServer } from './test-database';
import { repositoryRoot } from './repository-root';

/** For vitest: nothing at the start (most files need no database); at the end the database of the tests goes. */
export default function setup(): () => Promise<void> {
  return async () => {
    if (fs.existsSync(path.join(repositoryRoot(), '.data-test'))) await endTestServer();
  };
}
