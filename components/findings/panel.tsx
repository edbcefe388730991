'use client';

import { usePart, useSession } from '@/components/editor/session/use-session';
import { numeralOfSection, obstacles, sectionOfFinding } from '@/components/editor/sections';
import { Mark } from '@/components/ui/mark';
import { fingerprint, gravestFirst, type Finding } from '@/lib/checks/finding';
import { sectionIds, type SectionId } from '@/lib/statute/format';
import { FindingCard } from './finding-card';
import { useJump } from '@/components/editor/jump';
import { pathOfFinding } from './place';

/** What the checks find, as one types: this page's findings in full, those of the other pages by a line each. */
export function FindingsPanel({ section }: { section: SectionId }) {
  const session = useSession();
  const result = usePart((state) => state.result);
  const draft = usePart((state) => state.draft);
  const count = (severity: Finding['severity']): number =>
    result.findings.filter((one) => one.severity === severity).length;
  const open = usePart((state) => obstacles(state).open.length);
  const explained = count('warning') - open;
  const here = gravestFirst(result.findings).filter((one) => sectionOfFinding(session.format, draft, one) === section);
  const elsewhere = result.findings.filter((one) => !here.includes(one) && one.severity !== 'notice');
  return (
    <>
      <h2>
        核对结果 <small>随填随核，共核 {result.checked.ran} 项</small>
      </h2>
      {result.findings.length === 0 ? (
        <p className="tally">
          <Mark kind="done">没有发现问题</Mark>
        </p>
      ) : (
        <div className="tally">
          <Mark kind="error">错误 {count('error')}</Mark>
          <Mark kind="warning">待说明 {open}</Mark>
          {explained === 0 ? null : <Mark kind="done">已说明 {explained}</Mark>}
          <Mark kind="notice">提示 {count('notice')}</Mark>
        </div>
      )}
      {here.map((finding, index) =>
        leaderOf(here, finding) === finding ? (
          <FindingCard
            key={keyOf(here, index)}
            finding={finding}
            no={numberOf(here, finding)}
            also={here
              .filter((one) => one !== finding && leaderOf(here, one) === finding)
              .map((one) => one.title)
              .join('；')}
          />
        ) : null,
      )}
      {elsewhere.length === 0 ? null : <Elsewhere findings={elsewhere} />}
      <Why />
    </>
  );
}

/** The first finding that the same change of the same cell settles: the others are said in its card. */
function leaderOf(findings: readonly Finding[], finding: Finding): Finding {
  const { fix } = finding;
  if (fix === undefined) return finding;
  return findings.find((one) => one.fix?.cell === fix.cell && one.fix.value === fix.value) ?? finding;
}

/** A card keeps its place while its values change; a warning's does not, because its reason lapses with them. */
function keyOf(findings: readonly Finding[], at: number): string {
  const finding = findings[at];
  if (finding === undefined) return String(at);
  if (finding.severity === 'warning') return fingerprint(finding);
  const place = (one: Finding): string => `${one.rule}|${one.cells.join()}|${one.where?.section ?? ''}`;
  return `${place(finding)}|${findings.slice(0, at).filter((one) => place(one) === place(finding)).length}`;
}

/** The number under which the text shows a finding: its position among those of the same place. */
function numberOf(findings: readonly Finding[], finding: Finding): number | undefined {
  if (finding.where?.start === undefined) return undefined;
  return findings.filter((one) => one.where?.section === finding.where?.section).indexOf(finding) + 1;
}

function Elsewhere({ findings }: { findings: readonly Finding[] }) {
  const session = useSession();
  const jump = useJump();
  const draft = usePart((state) => state.draft);
  return (
    <>
      <h3 className="panel-more">其他部分</h3>
      <ul className="elsewhere">
        {sectionIds.flatMap((id) =>
          findings
            .filter((one) => sectionOfFinding(session.format, draft, one) === id)
            .map((finding, index) => {
              const target = pathOfFinding(finding, session.get());
              return (
                <li key={`${id}${index}${finding.rule}`}>
                  <Mark kind={finding.severity}>{numeralOfSection(id)}</Mark>
                  {target === null ? (
                    <span>{finding.title}</span>
                  ) : (
                    <button type="button" className="link" onClick={() => jump(target)}>
                      {finding.title}
                    </button>
                  )}
                </li>
              );
            }),
        )}
      </ul>
    </>
  );
}

/** Why the report cannot be submitted yet; the submit button refers to it. */
function Why() {
  const session = useSession();
  const errors = usePart((state) => obstacles(state).errors.length);
  const open = usePart((state) => obstacles(state).open.length);
  if (!session.view.viewer.may.submit) return null;
  if (errors > 0) {
    return (
      <p id="why" className="mark error">
        改正 {errors}&nbsp;处错误后可提交
      </p>
    );
  }
  if (open > 0) {
    return (
      <p id="why" className="mark warning">
        说明 {open}&nbsp;处原因后可提交
      </p>
    );
  }
  return (
    <p id="why" className="mark done">
      可以提交审核
    </p>
  );
}
