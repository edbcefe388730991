import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settings } from '@/lib/settings';

/** The sheets of the office that public pages share, in the order in which they build on one another. */
const sheets = ['tokens', 'base', 'parts', 'office', 'public', 'rules', 'verify', 'forced-colours'];

export interface StyleSheet {
  readonly text: string;
  /** Address that changes with the text, so that it may be kept for ever. */
  readonly address: string;
}

let known: StyleSheet | undefined;

/** One style sheet for all public pages, without Tailwind's own rules, which a browser does not know. */
export function styleSheet(): StyleSheet {
  if (known !== undefined) return known;
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'app', 'styles');
  const text = sheets
    .map((name) => readFileSync(path.join(/* turbopackIgnore: true */ folder, `${name}.css`), 'utf8'))
    .join('\n')
    .replace(/@theme inline \{[^}]*\}/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const sheet = { text, address: `/styles/public.css?v=${hash}` };
  if (settings().production) known = sheet;
  return sheet;
}
