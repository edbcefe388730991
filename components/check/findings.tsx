'use client';

import { FindingWords } from '@/components/findings/finding-words';
import { RuleLink } from '@/components/findings/rule-link';
import { Mark } from '@/components/ui/mark';
import { severities, severityNames, type Finding, type Severity } from '@/lib/checks/finding';
import { placeOfCells, sectionName } from '@/lib/checks/findings-list';
import { formatById } from '@/lib/statute/formats';
import type { Checked } from './items';
import { cardId, cellOf } from './marks';
import { useNextFinding } from './use-next-finding';

/** What is asked of whoever looks. */
const asks: Readonly<Record<Severity, string>> = { error: '请改正', warning: '请改正，或写明原因', notice: '供参考' };

/** Everything that was found, the gravest first, with the numbers that stand at the places. */
export function Findings({ item, go }: { item: Checked; go: (finding: Finding, number: number) => void }) {
  const { findings, checked } = item.result;
  const format = formatById(item.file.report.format);
  const numbered = findings.map((finding, index) => ({ finding, number: index + 1 }));
  useNextFinding(findings, go);
  return (
    <>
      <h2>
        核对结果 <small>共核 {checked.ran} 项</small>
      </h2>
      {findings.length === 0 ? (
        <p className="tally">
          <Mark kind="done">没有发现问题</Mark>
        </p>
      ) : (
        <>
          <div className="tally">
            {severities.map((severity) => (
              <Mark key={severity} kind={severity}>
                {severityNames[severity]} {findings.filter((one) => one.severity === severity).length}
              </Mark>
            ))}
          </div>
          <p className="with-keys">F8 到下一处，Shift+F8 到上一处</p>
        </>
      )}
      {severities.map((severity) => {
        const these = numbered.filter(({ finding }) => finding.severity === severity);
        if (these.length === 0) return null;
        return (
          <div key={severity}>
            <h3 className="panel-more">
              {severityNames[severity]} <small>{asks[severity]}</small>
            </h3>
            {these.map(({ finding, number }) => (
              <Card
                key={number}
                finding={finding}
                number={number}
                place={
                  finding.cells.length > 0 && finding.where === undefined
                    ? placeOfCells(finding.cells, format)
                    : sectionName(finding, format)
                }
                go={go}
              />
            ))}
          </div>
        );
      })}
    </>
  );
}

function Card({
  finding,
  number,
  place,
  go,
}: {
  finding: Finding;
  number: number;
  place: string;
  go: (finding: Finding, number: number) => void;
}) {
  const words = placeWords(finding);
  return (
    <section className={`finding ${finding.severity}`} id={cardId(number)} tabIndex={-1}>
      <header>
        <Mark kind={finding.severity}>
          {severityNames[finding.severity]} {number}
        </Mark>
        <RuleLink id={finding.rule} />
      </header>
      <FindingWords finding={finding} />
      {place === '' || finding.message.includes(place) ? null : <p className="place">{place}</p>}
      {words === null ? null : (
        <div className="go">
          <button type="button" className="button small" onClick={() => go(finding, number)}>
            {words}
            <span className="vh">：{finding.title}</span>
          </button>
        </div>
      )}
    </section>
  );
}

function placeWords(finding: Finding): string | null {
  if (finding.where === undefined) return cellOf(finding) === null ? null : '转到该格';
  return finding.where.start === undefined ? '转到该处' : '转到句子';
}
