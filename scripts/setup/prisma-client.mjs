import { createHash } from 'crypto';
import fs from 'fs';
import { inRoot, readJson, run } from './place.mjs';

const schemaMark = inRoot('prisma', 'generated', '.schema-hash');

function schemaHash() {
  const schema = inRoot('prisma', 'schema.prisma');
  if (!fs.existsSync(schema)) return null;
  const prisma = readJson(inRoot('node_modules', '@prisma', 'client', 'package.json'));
  return createHash('sha256')
    .update(fs.readFileSync(schema))
    .update(String(prisma && prisma.version))
    .digest('hex');
}

/** True unless the generated client is that of this schema and this Prisma. */
export function clientMissing() {
  const hash = schemaHash();
  return hash !== null && (!fs.existsSync(schemaMark) || fs.readFileSync(schemaMark, 'utf8') !== hash);
}

const generator = inRoot('node_modules', 'prisma', 'build', 'index.js');

/** False in a production installation, where what generated the client was removed; it is installed anew then. */
export const canGenerate = () => fs.existsSync(generator);

export function generateClient() {
  const hash = schemaHash();
  // The native schema engine would be fetched from Prisma's own host; generating does not use it.
  run(
    process.execPath,
    [generator, 'generate', '--no-hints'],
    { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    'The database client could not be generated; what Prisma said stands above.',
  );
  fs.writeFileSync(schemaMark, hash);
}
