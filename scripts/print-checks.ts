import fs from 'node:fs';
import path from 'node:path';
import { printedCatalogue } from '@/lib/checks/printed';
import { repositoryRoot } from '@/lib/store/database/repository-root';

/** `npm run checks:print`: the catalogue of rules on standard output; with `-- --write` into docs/checks.md. */
if (process.argv.includes('--write')) {
  fs.writeFileSync(path.join(repositoryRoot(), 'docs/checks.md'), printedCatalogue());
} else fs.writeSync(1, printedCatalogue());
