import { formatById } from '@/lib/statute/formats';
import { roleNames, stands } from '@/lib/workflow/permissions';
import type { PapersView } from '@/lib/workflow/papers';
import type { EditorView } from '@/lib/workflow/view';
import { CorrectionBand } from '@/components/review/correction-band';
import { Papers } from '@/components/papers/papers';
import { History } from '@/components/review/history';
import { Correct, Withdraw } from './correction';
import { deadlineSentence } from './days-left';
import { Masthead } from './masthead';
import { Person } from './person';
import { Recall } from './recall';
import { alsoOf, StateMark } from './state';

/**
 * One report for those who have nothing to write or decide in it now: where it stands, where to read it, how it came
 * about.
 */
export function ReportOverview({ view, papers }: { view: EditorView; papers: PapersView }) {
  const { head, viewer } = view;
  const address = `/office/reports/${head.agency.key}/${head.year}`;
  const open = view.comments.filter((comment) => comment.settled === null).length;
  const closed = head.state === 'published' || head.state === 'withdrawn';
  const withdrawn =
    head.publication === null || stands(head)
      ? undefined
      : view.history.findLast((event) => event.type === 'withdrawn');
  const returned = view.history.findLast((event) => event.type === 'returned');
  return (
    <>
      <Masthead
        agency={head.agency.name}
        detail={`${head.year} 年度报告`}
        state={<StateMark state={head.state} also={alsoOf(head)} />}
        person={<Person name={viewer.name} role={viewer.roles.map((role) => roleNames[role]).join('、')} />}
      />
      <main className="board overview" id="main">
        <p className="back">
          <a href="/office">{viewer.roles.includes('administrator') ? '全部机关' : '我的报告'}</a> › {head.year} 年度
        </p>
        <h1>
          {head.agency.name} {head.year} 年度报告
        </h1>
        <p className="stands">
          <StateMark state={head.state} also={alsoOf(head)} />
          <span>{standings[head.state]}</span>
        </p>
        {head.correction === null ? null : <CorrectionBand correction={head.correction} />}
        {withdrawn === undefined ? null : (
          <blockquote>
            {head.correction === null ? '' : '撤回的原因：'}
            {withdrawn.reason}
          </blockquote>
        )}
        {head.state === 'returned' && returned !== undefined && returned.reason !== '' ? (
          <blockquote>{returned.reason}</blockquote>
        ) : null}
        <p className="meta">
          {head.publication !== null
            ? null
            : view.deadlines.map((deadline) => <span key={deadline.label}>{deadlineSentence(deadline)}</span>)}
          {open === 0 ? null : <span>{open} 条批注待处理</span>}
        </p>
        <div className="acts">
          {viewer.may.edit ? (
            <a className="button main" href={address}>
              继续填写
            </a>
          ) : null}
          {viewer.may.approve || viewer.may.publish ? (
            <a className="button main" href={`${address}/review`}>
              {viewer.may.approve ? '去审核' : '去公布'}
            </a>
          ) : null}
          {head.publication === null ? null : (
            <a className={closed ? 'button main' : 'button'} href={`/reports/${head.agency.key}/${head.year}`}>
              {stands(head) ? '看公布的报告' : '看撤回说明'}
            </a>
          )}
          {closed ? null : (
            <a className="button" href={`${address}/preview`} target="_blank" rel="noreferrer">
              预览
            </a>
          )}
          {viewer.may.approve || viewer.may.publish ? null : (
            <a className="button" href={`${address}/review`}>
              看批注和改动
            </a>
          )}
          {viewer.may.correct ? <Correct head={head} viewer={viewer} /> : null}
          {viewer.may.withdraw ? <Withdraw head={head} viewer={viewer} /> : null}
          {viewer.may.recall ? (
            <Recall agency={head.agency.key} year={head.year} person={viewer.id} version={head.version} />
          ) : null}
        </div>
        <nav className="six-parts" aria-label="六个部分">
          {(formatById(head.format)?.sections ?? []).map((section) => (
            <a key={section.id} href={`${address}/${section.id}`}>
              {section.title}
            </a>
          ))}
        </nav>
        <Papers view={view} papers={papers} />
        <h2>办理经过</h2>
        <History events={view.history} evidence={papers.evidence} />
      </main>
    </>
  );
}

const standings = {
  draft: '填报人正在填写。',
  submitted: '已经提交，等待审核。',
  returned: '已经退回，等填报人修改。',
  approved: '已经批准，等待公布。',
  published: '已经公布，任何人都能看；有误的由填报人更正。',
  withdrawn: '已经撤回公布，原来的地址上是撤回说明。',
} as const;
