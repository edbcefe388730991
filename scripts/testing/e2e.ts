import { browserTests } from './parts';
import { provideTestPrograms } from './test-programs';

if (provideTestPrograms().includes('chromium')) {
  console.error('The browser tests need Chromium, which could not be installed; install it or set CHROMIUM_PATH.');
  process.exit(1);
}
process.exit(browserTests(process.argv.slice(2)) ? 0 : 1);
