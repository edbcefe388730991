import { RuleLink } from '@/components/findings/rule-link';
import type { NotChecked } from '@/lib/checks/finding';
import { placeOfCells, sentenceOf } from '@/lib/checks/findings-list';
import { formatById } from '@/lib/statute/formats';
import type { Checked } from './items';

/** What was not checked and why: silence must not pass for approval. */
export function Coverage({ item }: { item: Checked }) {
  const { ran, notChecked } = item.result.checked;
  const format = formatById(item.file.report.format);
  const reasons = [...new Set(notChecked.map(({ why }) => why))];
  const rules = new Set(notChecked.map(({ rule }) => rule)).size;
  return (
    <section className="coverage" aria-label="核对了哪些">
      <h2>核对了哪些</h2>
      <p>
        共核 {ran} 项。
        {notChecked.length === 0 ? '适用的规则都核对了。' : `有 ${rules} 条规则没有核对，或有的地方没有核对。`}
      </p>
      {notChecked.length === 0 ? null : (
        <details>
          <summary>没有核对的和原因</summary>
          {reasons.map((why) => (
            <div key={why}>
              <h3>{why}</h3>
              <ul>
                {notChecked
                  .filter((one) => one.why === why)
                  .map((one, index) => (
                    <Line key={index} one={one} place={placeOfCells(one.cells, format)} />
                  ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      <p>
        <a href="/check/rules" target="_blank" rel="noopener">
          全部核对规则
        </a>
      </p>
    </section>
  );
}

function Line({ one, place }: { one: NotChecked; place: string }) {
  return (
    <li>
      <RuleLink id={one.rule} /> {sentenceOf(one.rule)}
      {place === '' ? null : <small>{place}</small>}
    </li>
  );
}

/** Text of the tables that found no place: shown, never dropped. */
export function Unplaced({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section className="unplaced" aria-label="没有放进表里的文字">
      <h2>
        没有放进表里的文字 <small>{texts.length} 处</small>
      </h2>
      <p>表中读到下列文字，看不出属于哪一格，没有猜。</p>
      <ul>
        {texts.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
