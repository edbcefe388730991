import { run } from './parts';

process.exit(run('Layout', '@biomejs/biome/bin/biome', ['format', '--write', '.']) ? 0 : 1);
