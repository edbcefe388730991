import { roundOf } from '@/lib/workflow/correction';
import type { ReviewView } from '@/lib/workflow/view';
import { shortDay } from '@/components/ui/time';
import type { ChangeEntry } from '@/components/review/paper/changes';
import type { Paper } from '@/components/review/paper/paper';
import { Pieces } from '@/components/review/paper/paragraph';

/** What changed since the submission before; at the first submission the parts of the report. */
export function Rail({
  view,
  paper,
  changes,
  current,
  against,
  onGo,
}: {
  view: ReviewView;
  paper: Paper;
  changes: readonly ChangeEntry[];
  current: number;
  against: 'seen' | 'published';
  onGo: (index: number) => void;
}) {
  const first = view.before === null;
  return (
    <nav
      className="rail"
      aria-label={
        first ? '报告的各部分' : comparesPublished(view, against) ? '与公布的版本相比的改动' : '自上次提交以来的改动'
      }
    >
      <p className="rail-title">
        <span>{first ? '第 1 次提交，全文待审' : since(view, against)}</span>
        {first ? null : <span>改动 {changes.length} 处</span>}
      </p>
      {first ? (
        <Parts paper={paper} />
      ) : (
        <Changes
          changes={changes}
          current={current}
          onGo={onGo}
          mine={mineOf(view)}
          waiting={view.head.state === 'draft' || view.head.state === 'returned'}
        />
      )}
      <dl className="deadline">
        {first ? null : <Untouched paper={paper} />}
        {view.deadlines.map((deadline) => (
          <div key={deadline.label}>
            <dt>{deadline.label}</dt>
            <dd>
              {shortDay(deadline.date)}{' '}
              {view.head.publication === null ? <small>{left(deadline.daysLeft)}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  );
}

const left = (days: number): string => (days > 0 ? `还剩 ${days} 天` : days === 0 ? '就是今天' : `已过 ${-days} 天`);

/**
 * Whether the changes are those against the published version: asked for, or because nothing of the correction was seen
 * before.
 */
const comparesPublished = ({ head }: ReviewView, against: 'seen' | 'published'): boolean =>
  head.correction !== null && (against === 'published' || roundOf(head) <= 1);

function since(view: ReviewView, against: 'seen' | 'published'): string {
  if (comparesPublished(view, against)) return `与公布的第 ${view.head.correction?.of} 版相比`;
  return `自第 ${Math.max(1, roundOf(view.head) - 1)} 次提交以来`;
}

/** Numbers of the comments that the viewer wrote. */
function mineOf(view: ReviewView): ReadonlySet<number> {
  return new Set(view.comments.flatMap((comment) => (comment.by === view.viewer.name ? [comment.number] : [])));
}

/** `waiting` for an author who may still change something. */
function Changes({
  changes,
  current,
  onGo,
  mine,
  waiting,
}: {
  changes: readonly ChangeEntry[];
  current: number;
  onGo: (index: number) => void;
  mine: ReadonlySet<number>;
  waiting: boolean;
}) {
  if (changes.length === 0) return <p className="rail-empty">{waiting ? '填报人还没有改动。' : '没有改动。'}</p>;
  return (
    <ol className="changes">
      {changes.map((change, index) => (
        <li key={`${change.target}-${change.title}`} className={index === current ? 'is-on' : undefined}>
          <a
            href={`#${change.target}`}
            aria-current={index === current ? 'location' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onGo(index);
            }}
          >
            <b>{change.title}</b>
            <small>
              <Pieces pieces={change.pieces} />
              {change.note}
              {change.answers.map((number) => (
                <span key={number} className="answers">{`应${mine.has(number) ? '你的' : ''}批注 ${number}`}</span>
              ))}
            </small>
          </a>
        </li>
      ))}
    </ol>
  );
}

function Parts({ paper }: { paper: Paper }) {
  return (
    <ol className="changes">
      {paper.sections
        .filter((section) => section.title !== '')
        .map((section) => {
          const comments = paper.comments.filter((comment) =>
            [
              ...section.paragraphs.map((item) => item.id),
              ...section.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.id))),
            ].includes(comment.path),
          ).length;
          return (
            <li key={section.id}>
              <a href={`#part-${section.id}`}>
                <b>{section.title}</b>
                <small>{comments === 0 ? '' : `${comments} 条批注`}</small>
              </a>
            </li>
          );
        })}
    </ol>
  );
}

function Untouched({ paper }: { paper: Paper }) {
  const untouched = paper.sections.filter((section) => section.title !== '' && !section.changed);
  if (untouched.length === 0) return null;
  return (
    <div>
      <dt>没有改动的部分</dt>
      <dd>
        <small>{untouched.map((section) => section.title.split('、')[0]).join('、')}</small>
      </dd>
    </div>
  );
}
