import { everywhere } from '@/lib/checks/engine/paragraphs';
import type { Subject } from '@/lib/checks/engine/subject';
import { normal, type Passage } from '@/lib/checks/engine/text';

/** A word by which an agency speaks of itself, and where it stands. */
interface Used extends Passage {
  readonly at: number;
  readonly word: string;
}

/** What such a word ends in, and what an agency's name must contain to be spoken of so. */
const kinds: readonly { readonly ending: string; readonly fits: RegExp; readonly notBefore?: string }[] = [
  { ending: '局', fits: /局/, notBefore: '[限部面势促]' },
  { ending: '委', fits: /委/, notBefore: '[托派屈婉]' },
  { ending: '厅', fits: /厅/ },
  { ending: '镇', fits: /镇/ },
  { ending: '乡', fits: /乡/, notBefore: '[村镇土]' },
  { ending: '街道', fits: /街道/ },
  { ending: '院', fits: /院/ },
  { ending: '校', fits: /校|学院|大学|中学|小学/ },
  { ending: '中心', fits: /中心/ },
  { ending: '支队', fits: /队/ },
  { ending: '管委会', fits: /管委会|管理委员会/ },
  { ending: '县', fits: /县/ },
  { ending: '区', fits: /区/, notBefore: '[域分别划间]' },
];

const used = new RegExp(
  `(?<![自])(?:我|本)(?:${[...kinds.map(({ ending, notBefore }) => (notBefore === undefined ? ending : `${ending}(?!${notBefore})`)), '单位'].join('|')})`,
  'g',
);

/** Autonomous regions speak of themselves as 我区, and so do the counties within. */
const autonomous = /内蒙古|广西|西藏|宁夏|新疆|自治区/;
/** A bureau may also be called by the office or the committee that it is part of. */
const openName = /^(?!.*(?:局|委|厅|镇|乡|街道|院|校|中心|队|办|府)).*$/;

function fits(word: string, agency: string, kind: Subject['context']['kind']): boolean {
  const ending = word.slice(1);
  const known = kinds.find((one) => one.ending === ending);
  if (known === undefined || known.fits.test(agency)) return true;
  // 本区, 本院 may be any: only 我 claims to be one.
  if (word.startsWith('本') && ['区', '县', '院', '校', '中心'].includes(ending)) return true;
  if (ending === '区') return kind === 'town' || autonomous.test(agency) || !/[县旗]/.test(agency);
  if (ending === '县') return kind === 'town' || !/区/.test(agency) || autonomous.test(agency);
  return openName.test(agency);
}

/** A word that is another agency's. */
interface Word extends Passage {
  readonly at: number;
  readonly words: string;
  readonly title: string;
}

const strange = everywhere((paragraph, { report: { agency }, context: { kind } }): readonly Used[] =>
  paragraph.section === 'title'
    ? []
    : [...normal(paragraph.text).matchAll(used)]
        .filter(([word]) => !fits(word, agency, kind))
        .map(({ 0: word, index }) => ({ ...paragraph, at: index, word })),
);

/** Words that are another agency's, each once, where it first stands. Two words for one's own agency are LNG-08's. */
export function selfWords(subject: Subject): Word[] {
  const first = new Map<string, Used>();
  for (const one of strange(subject)) if (!first.has(one.word)) first.set(one.word, one);
  return [...first.values()].map(({ word, ...rest }): Word => ({ ...rest, words: word, title: `自称“${word}”` }));
}
