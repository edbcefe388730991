import type { Finding } from '@/lib/checks/finding';
import { fingerprint } from '@/lib/checks/finding';
import type { Report } from '@/lib/report/report';
import type { Format, Section, SectionId } from '@/lib/statute/format';
import type { Reason } from '@/lib/workflow/state';

/** The first of the six sections that still wants something: an empty text, an error, a warning without a reason. */
export function firstUnfinished(
  format: Format,
  report: Report,
  findings: readonly Finding[],
  reasons: readonly Pick<Reason, 'fingerprint'>[],
): SectionId {
  const answered = new Set(reasons.map((reason) => reason.fingerprint));
  const wants = (section: Section): boolean => {
    if (section.table === null && (report.sections[section.id] ?? '').trim() === '') return true;
    return findings.some(
      (finding) =>
        belongsTo(format, finding, section) &&
        (finding.severity === 'error' || (finding.severity === 'warning' && !answered.has(fingerprint(finding)))),
    );
  };
  return format.sections.find(wants)?.id ?? 'overview';
}

function belongsTo(format: Format, finding: Finding, section: Section): boolean {
  if (finding.where !== undefined) {
    const place = finding.where.section;
    return (
      place === section.id ||
      (section.id === 'overview' && (place === 'title' || place === 'preamble' || place === 'signature'))
    );
  }
  return section.table !== null && finding.cells.some((cell) => format.cell(cell)?.table === section.table);
}
