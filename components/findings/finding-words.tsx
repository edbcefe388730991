import type { Finding } from '@/lib/checks/finding';

/** What a finding says: its title, the terms of a sum that does not hold, and the sentences below. */
export function FindingWords({ finding }: { finding: Finding }) {
  return (
    <>
      <h3>{finding.title}</h3>
      {finding.terms === undefined ? null : (
        <dl className="sum-line">
          {finding.terms.map((term) => (
            <Term key={term.label} label={term.label} value={term.value} />
          ))}
          {finding.difference === undefined ? null : <Term label="相差" value={finding.difference} gap />}
        </dl>
      )}
      {sentencesOf(finding).map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
}

/** Below the title: the terms of a sum need no sentence besides, and a suggestion is said once. */
function sentencesOf({ title, message, terms, suggestion }: Finding): string[] {
  const sentences = terms === undefined && message !== title ? [message] : [];
  return suggestion === undefined || sentences.some((words) => words.includes(suggestion))
    ? sentences
    : [...sentences, suggestion];
}

function Term({ label, value, gap = false }: { label: string; value: string; gap?: boolean }) {
  const look = gap ? 'gap' : undefined;
  return (
    <>
      <dt className={look}>{label}</dt>
      <dd className={look}>{value}</dd>
    </>
  );
}
