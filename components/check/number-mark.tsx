import { severityNames, type Severity } from '@/lib/checks/finding';
import { cardId } from './marks';

/** The number of a finding at its place; leads to its card. */
export function NumberMark({ number, severity, title }: { number: number; severity: Severity; title?: string }) {
  return (
    <a className={`fault-no ${severity}`} href={`#${cardId(number)}`} title={title}>
      <span className="vh">{severityNames[severity]} </span>
      {number}
    </a>
  );
}
