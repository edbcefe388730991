import path from 'node:path';

const pure = ['statute', 'report'];
const browser = [...pure, 'checks', 'workflow'];
const server = [...browser, 'read', 'render', 'proof', 'store'];

/**
 * What each room may import besides itself (docs/decisions/001-rooms.md). A room that is not listed imports what it
 * likes.
 */
export const allowed = {
  statute: [],
  report: ['statute'],
  checks: pure,
  read: pure,
  render: pure,
  proof: [...pure, 'render'],
  workflow: [...pure, 'checks'],
  store: [...server, 'settings'],
  accounts: [...server, 'settings'],
  usecases: [...server, 'settings', 'accounts'],
  http: [...server, 'settings', 'accounts', 'usecases'],
  jobs: [...server, 'settings', 'usecases', 'accounts'],
  cli: [...server, 'settings', 'usecases', 'accounts', 'jobs'],
  app: [...browser, 'settings', 'usecases', 'http', 'accounts', 'components'],
  components: browser,
  // Browser tests look at the running product; people and drafts they need beforehand are put there through use cases.
  e2e: [...server, 'settings', 'usecases', 'accounts'],
};

/** Rooms that may speak to the database themselves. */
const databaseRooms = ['store', 'accounts', 'prisma'];
const databasePackages = /^(@prisma\/(client|adapter-pg)|pg)(\/|$)/;

/** The room a file lies in: a folder of `lib/`, or of the top; null outside the repository. */
export function roomOf(root, file) {
  const parts = path.relative(root, file).split(path.sep);
  if (parts[0] === '..' || path.isAbsolute(parts[0])) return null;
  if (parts[0] === 'prisma' && parts[1] === 'generated') return 'prisma client';
  if (parts[0] === 'lib') return parts[1].replace(/\.[cm]?[jt]sx?$/, '');
  return parts.length > 1 ? parts[0] : 'top';
}

function targetOf(root, file, source) {
  if (source.startsWith('@/')) return path.resolve(root, source.slice(2));
  return source.startsWith('.') ? path.resolve(path.dirname(file), source) : null;
}

/** Why an import must not be, or null. */
export function objection(root, file, source) {
  const from = roomOf(root, file);
  if (from === null) return null;
  if (databasePackages.test(source)) {
    return databaseRooms.includes(from) || !(from in allowed)
      ? null
      : `${from} reaches the database through lib/store only.`;
  }
  const target = targetOf(root, file, source);
  const to = target === null ? null : roomOf(root, target);
  if (to === null || to === from) return null;
  if (to === 'prisma client') {
    return databaseRooms.includes(from) ? null : `${from} reaches the database through lib/store only.`;
  }
  const may = allowed[from];
  return !may || may.includes(to)
    ? null
    : `${from} may not import ${to}${may.length ? `, only ${may.join(', ')}` : ''}.`;
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Imports go one way between the rooms of the house.' },
    messages: { objection: '{{ objection }}' },
    schema: [],
  },
  create(context) {
    const check = (node) => {
      if (!node || typeof node.value !== 'string') return;
      const found = objection(context.cwd, context.filename, node.value);
      if (found) context.report({ node, messageId: 'objection', data: { objection: found } });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source, argument }) => check(source ?? argument?.literal ?? argument),
    };
  },
};
