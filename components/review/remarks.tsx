import type { Finding } from '@/lib/checks/finding';
import { RuleLink } from '@/components/findings/rule-link';
import { Mark } from '@/components/ui/mark';
import { moment } from '@/components/ui/time';
import type { Explained } from './standing';

/** Warnings with the author's reasons, and what the checks say besides. */
export function Remarks({ explained, findings }: { explained: readonly Explained[]; findings: readonly Finding[] }) {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const notices = findings.filter((finding) => finding.severity === 'notice');
  return (
    <>
      {errors.length === 0 ? null : (
        <>
          <h2>
            错误 <small>{errors.length} 处</small>
          </h2>
          {errors.map((finding, index) => (
            <section className="finding error" key={index}>
              <header>
                <Mark kind="error">错误</Mark>
                <RuleLink id={finding.rule} />
              </header>
              <h3>{finding.title}</h3>
            </section>
          ))}
        </>
      )}
      <h2>
        填报人的说明 <small>{explained.length} 处</small>
      </h2>
      {explained.length === 0 ? <p className="empty">没有需要说明的地方。</p> : null}
      {explained.map(({ finding, reason }, index) => (
        <section className="finding warning" key={index}>
          <header>
            <Mark kind="warning">{reason === null ? '待说明' : '已说明'}</Mark>
            <RuleLink id={finding.rule} />
          </header>
          <h3>{finding.title}</h3>
          {reason === null ? (
            <p>填报人还没有说明。</p>
          ) : (
            <>
              <p>“{reason.text}”</p>
              <p className="by">
                {reason.by} {moment(reason.at)}
              </p>
            </>
          )}
        </section>
      ))}
      {notices.length === 0 ? null : (
        <details className="notices">
          <summary>提示 {notices.length} 处</summary>
          {notices.map((finding, index) => (
            <section className="finding notice" key={index}>
              <header>
                <Mark kind="notice">提示</Mark>
                <RuleLink id={finding.rule} />
              </header>
              <h3>{finding.title}</h3>
            </section>
          ))}
        </details>
      )}
    </>
  );
}
