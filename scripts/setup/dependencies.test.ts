import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { missing, neededInProduction } from './dependencies.mjs';

const packages = {
  '': { dependencies: { site: '1' }, devDependencies: { runner: '1' } },
  'node_modules/site': {
    version: '1.0.0',
    dependencies: { tree: '2' },
    peerDependencies: { runner: '1', view: '1' },
    peerDependenciesMeta: { runner: { optional: true } },
  },
  'node_modules/site/node_modules/tree': { version: '2.0.0' },
  'node_modules/tree': { version: '1.0.0' },
  'node_modules/view': { version: '1.0.0', optionalDependencies: { fast: '1' } },
  'node_modules/fast': { version: '1.0.0', optional: true },
  'node_modules/runner': { version: '1.0.0', devOptional: true, dependencies: { tree: '1' } },
};
const needed = ['node_modules/site', 'node_modules/site/node_modules/tree', 'node_modules/view', 'node_modules/fast'];

test('production needs what is asked for, with peers and optional packages, but no tool that is only an optional peer', () => {
  expect([...neededInProduction(packages)].sort()).toEqual([...needed].sort());
});

test('production needs neither browser nor linter nor test runner nor PGlite, nor what generated the client', () => {
  const lock = JSON.parse(fs.readFileSync(path.join(repositoryRoot(), 'package-lock.json'), 'utf8'));
  const places = [...neededInProduction(lock.packages)];
  expect(places).toEqual(expect.arrayContaining(['node_modules/next', 'node_modules/pg', 'node_modules/tsx']));
  expect(places.filter((place) => /\/(playwright.*|@playwright\/.*|eslint|vitest|pglite|prisma)$/.test(place))).toEqual(
    [],
  );
});

describe('what is missing', () => {
  const lock = { packages };
  const production = {
    packages: Object.fromEntries(Object.entries(packages).filter(([place]) => needed.includes(place))),
  };

  test('everything, before the first installation', () => {
    expect(missing('production', lock, null, null, 'h')).toBe(true);
  });

  test('nothing for either, after a development installation of this lock file', () => {
    expect(missing('development', lock, lock, 'h development', 'h')).toBe(false);
    expect(missing('production', lock, lock, 'h development', 'h')).toBe(false);
  });

  test('the tools, after a production installation of this lock file', () => {
    expect(missing('production', lock, production, 'h production', 'h')).toBe(false);
    expect(missing('development', lock, production, 'h production', 'h')).toBe(true);
  });

  test('what another version of the lock file names, by the versions', () => {
    const older = { packages: { ...packages, 'node_modules/tree': { version: '0.9.0' } } };
    expect(missing('development', lock, older, 'g development', 'h')).toBe(true);
    expect(missing('production', lock, older, 'g development', 'h')).toBe(false);
    expect(missing('development', lock, lock, null, 'h')).toBe(false);
    expect(missing('production', lock, { packages: {} }, 'g production', 'h')).toBe(true);
  });
});
