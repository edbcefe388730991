import { typecheck } from './parts';

process.exit(typecheck() ? 0 : 1);
