import { severityNames } from '@/lib/checks/finding';
import type { Chapter } from '@/lib/checks/catalogue';
import type { Entry } from '@/lib/checks/engine/rule';
import { Mark } from '@/components/ui/mark';
import type { Site } from '@/lib/workflow/public-view';
import { PublicPage } from './frame';

/**
 * The catalogue of rules for whoever wants to know what is checked and on what ground; each has an anchor of its id.
 */
export function RulesPage({ site, styles, chapters }: { site: Site; styles: string; chapters: readonly Chapter[] }) {
  const count = chapters.flatMap(({ entries }) => entries).length;
  return (
    <PublicPage site={site} title="核对规则" styles={styles}>
      <div className="wrap">
        <main id="main" tabIndex={-1} className="agency rules">
          <h1>核对规则</h1>
          <p className="under">
            政府信息公开工作年度报告按下列 {count} 条规则核对。编号固定不变。<a href="/check">核对一份报告</a>
          </p>
          <dl className="weights">
            <dt>
              <Mark kind="error">错误</Mark>
            </dt>
            <dd>须改正；填报时改正后才能提交。</dd>
            <dt>
              <Mark kind="warning">待说明</Mark>
            </dt>
            <dd>改正，或写明原因，审核人会看到。</dd>
            <dt>
              <Mark kind="notice">提示</Mark>
            </dt>
            <dd>供参考。</dd>
          </dl>
          <p>空着的、无法识别的单元格不作猜测，涉及它的规则记为“未核对”。</p>
          <nav aria-label="各章">
            <ol className="contents">
              {chapters.map(({ title }, index) => (
                <li key={title}>
                  <a href={`#part-${index + 1}`}>{title}</a>
                </li>
              ))}
            </ol>
          </nav>
          {chapters.map(({ title, entries }, index) => (
            <section key={title} aria-labelledby={`part-${index + 1}`}>
              <h2 id={`part-${index + 1}`} tabIndex={-1}>
                {title}
              </h2>
              {entries.map((entry) => (
                <Rule key={entry.id} entry={entry} />
              ))}
            </section>
          ))}
        </main>
      </div>
    </PublicPage>
  );
}

function Rule({ entry: { id, says, severity, note = '', source } }: { entry: Entry }) {
  return (
    <article className="rule" id={id} tabIndex={-1} aria-label={id}>
      <a href={`#${id}`} className="rule-id">
        {id}
      </a>
      <div>
        <h3>{says}</h3>
        {note === '' ? null : <p>{note}</p>}
        <p className="source">
          {severity === 'help' ? <Mark kind="idle">帮助</Mark> : <Mark kind={severity}>{severityNames[severity]}</Mark>}{' '}
          依据：{source}
        </p>
      </div>
    </article>
  );
}
