import type { Comparison, OwnSiteView } from '@/lib/workflow/papers';
import { Mark } from '@/components/ui/mark';
import { fullDay, moment } from '@/components/ui/time';
import { ComparePage } from './compare-page';
import type { PapersPlace } from './send';

/** Where a version stands on the agency's own site, and whether its figures are those that were published. */
export function OwnSite({
  copies,
  place,
  mayRecord,
}: {
  copies: readonly OwnSiteView[];
  place: PapersPlace;
  mayRecord: boolean;
}) {
  if (copies.length === 0) return <p className="quiet-line">还没有登记网址。</p>;
  return (
    <ul className="copies">
      {copies.map((copy) => (
        <li key={copy.id}>
          <a href={copy.url} target="_blank" rel="noreferrer">
            本机关网站：{copy.url}
          </a>
          <small>
            {fullDay(copy.day)}公布，{copy.by} {moment(copy.at)} 登记
          </small>
          {copy.comparison === null ? null : <Compared comparison={copy.comparison} at={copy.comparedAt} />}
          {mayRecord ? <ComparePage place={place} copy={copy.id} again={copy.comparison !== null} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Compared({ comparison, at }: { comparison: Comparison; at: string | null }) {
  const { differences, notCompared, ran, file, by, otherAgency } = comparison;
  return (
    <div className="compared">
      <p>
        {differences.length === 0 ? (
          <Mark kind="done">{ran} 格数字与公布的一致</Mark>
        ) : (
          <Mark kind="error">{differences.length} 格数字与公布的不一致（PUB-01）</Mark>
        )}
        <small>
          {by} {at === null ? '' : moment(at)} 核对“{file}”
        </small>
      </p>
      {otherAgency === '' ? null : <Mark kind="warning">网页上的机关是“{otherAgency}”</Mark>}
      {differences.length === 0 ? null : (
        <div className="scroll" tabIndex={0} role="region" aria-label="不一致的数字">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">位置</th>
                <th scope="col" className="num">
                  本机关网站
                </th>
                <th scope="col" className="num">
                  公布的报告
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={one.cell}>
                  <th scope="row">{one.place}</th>
                  <td className="num">{one.page}</td>
                  <td className="num">{one.published}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {notCompared.map((one) => (
        <small key={`${one.place}${one.why}`}>
          没有核对：{one.place === '' ? '' : `${one.place}，`}
          {one.why}
        </small>
      ))}
    </div>
  );
}
