import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import rooms from './scripts/lint/rooms.js';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in lib/settings.ts only.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.data*/',
      'prisma/generated/',
      'test-results/',
      'playwright-report/',
      'next-env.d.ts',
      'public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    plugins: { 'react-hooks': reactHooks, house: { rules: { rooms } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'house/rooms': 'error',
      'no-restricted-syntax': ['error', environment],
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    // lib/render/pdf/pdf.ts looks for programs along PATH.
    files: [
      'lib/settings.ts',
      'lib/render/pdf/pdf.ts',
      '*.config.{ts,js}',
      'e2e/**',
      '**/*.test.{ts,tsx}',
      '**/test/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Tests look at a room from outside.
    files: ['**/*.test.{ts,tsx}', '**/test/**'],
    rules: { 'house/rooms': 'off' },
  },
);
