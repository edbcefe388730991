import { unitTests } from './parts';
import { provideTestPrograms } from './test-programs';

provideTestPrograms();
process.exit(unitTests(process.argv.slice(2)) ? 0 : 1);
