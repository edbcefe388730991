import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printedCatalogue } from '@/lib/checks/printed';

/** Writes the catalogue of rules to docs/checks.md; with `--print` to standard output. */
if (process.argv.includes('--print')) process.stdout.write(printedCatalogue());
else writeFileSync(fileURLToPath(new URL('../docs/checks.md', import.meta.url)), printedCatalogue());
