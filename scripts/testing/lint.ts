import { lint } from './parts';

process.exit(lint() ? 0 : 1);
