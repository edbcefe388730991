'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { Finding } from '@/lib/checks/finding';
import type { Format } from '@/lib/statute/format';
import { roundOf } from '@/lib/workflow/correction';
import type { EvidenceView } from '@/lib/workflow/papers';
import type { ReviewView } from '@/lib/workflow/view';
import { EvidenceList } from '@/components/papers/evidence';
import { formatById } from '@/lib/statute/formats';
import { changesOf, anchorOf } from '@/components/review/paper/changes';
import { Compose, type Target } from './compose';
import { CorrectionBand } from './correction-band';
import { Decision } from './decision';
import { History } from './history';
import { paperOf, type Paper, type PaperParagraph } from '@/components/review/paper/paper';
import { PaperView } from '@/components/review/paper/paper-view';
import type { PaperCell } from '@/components/review/paper/paper-table';
import { cellPlace } from '@/components/review/paper/place';
import { Rail } from './rail';
import { Remarks } from './remarks';
import { useCommands } from './send';
import { explainedOf, tallyOf } from './standing';
import { sentencesOf } from '@/components/review/paper/stretches';
import { Thread } from './thread';

interface Props {
  view: ReviewView;
  findings: readonly Finding[];
  evidence: readonly EvidenceView[];
}

/** The review of one report. `findings` are those of the report as it stands. */
export function ReviewDesk({ view, findings, evidence }: Props) {
  const format = formatById(view.head.format);
  return format === undefined ? null : <Desk view={view} findings={findings} evidence={evidence} format={format} />;
}

function Desk({ view, findings, evidence, format }: Props & { format: Format }) {
  const { head, viewer } = view;
  const address = `/office/reports/${head.agency.key}/${head.year}`;
  const sender = useCommands(head.agency.key, head.year, viewer.id);
  const [against, setAgainst] = useState<'seen' | 'published'>('seen');
  const paper = useMemo(
    () => paperOf(format, view.draft, against === 'published' ? view.published : view.before, view.comments),
    [format, view, against],
  );
  const changes = useMemo(() => changesOf(format, paper), [format, paper]);
  const [whole, setWhole] = useState(view.before === null);
  const [current, setCurrent] = useState(-1);
  const [target, setTarget] = useState<Target | null>(null);
  const origin = useRef<string | null>(null);
  const open = paper.comments.filter((comment) => comment.settled === null).length;

  const addressOf = useCallback(
    (sha256: string) => `/office/reports/${head.agency.key}/${head.year}/pictures/${sha256}`,
    [head],
  );

  function compose(next: Target): void {
    origin.current = next.path;
    setTarget(next);
  }
  function close(): void {
    setTarget(null);
    const place = origin.current === null ? null : document.getElementById(anchorOf(origin.current));
    (place?.querySelector<HTMLElement>('.remark') ?? place)?.focus();
  }
  const go = useCallback(
    (index: number) => {
      const change = changes[(index + changes.length) % changes.length];
      if (change === undefined) return;
      setCurrent((index + changes.length) % changes.length);
      const element = document.getElementById(change.target);
      element?.scrollIntoView({ block: 'center' });
      element?.focus({ preventScroll: true });
    },
    [changes],
  );
  const onCell = (cell: PaperCell): void => {
    const known = format.cell(cell.id);
    compose({
      path: cell.id,
      quote: '',
      place: known === undefined ? cell.id : cellPlace(format, known),
      value: cell.value ?? '未填',
      sentences: [],
    });
  };
  const onParagraph = (paragraph: PaperParagraph, quote = ''): void => {
    const sentences = sentencesOf(paragraph.text);
    compose({
      path: paragraph.id,
      quote,
      place: paragraph.label,
      value: null,
      sentences: sentences.length > 1 || quote !== '' ? sentences : [],
    });
  };

  return (
    <>
      <div className="review">
        <Rail view={view} paper={paper} changes={changes} current={current} against={against} onGo={go} />
        <main className="work" id="main">
          <div className="work-head">
            <div>
              <h1>审核：{head.year} 年度报告</h1>
              <p>
                {head.agency.name}，{whole ? '全文' : '只显示有改动和有批注的地方'}
              </p>
            </div>
            <div className="tools">
              {changes.length < 2 ? null : (
                <>
                  <button type="button" className="button small" onClick={() => go(Math.max(current, 0) - 1)}>
                    上一处
                  </button>
                  <button type="button" className="button small" onClick={() => go(current + 1)}>
                    下一处
                  </button>
                </>
              )}
              {head.correction !== null && roundOf(head) > 1 ? (
                <button
                  type="button"
                  className="button small"
                  aria-pressed={against === 'published'}
                  onClick={() => setAgainst(against === 'published' ? 'seen' : 'published')}
                >
                  与第 {head.correction.of} 版比
                </button>
              ) : null}
              {view.before === null ? null : (
                <button type="button" className="button small" aria-pressed={whole} onClick={() => setWhole(!whole)}>
                  {whole ? '只看改动' : '看全文'}
                </button>
              )}
            </div>
          </div>
          {head.correction === null ? null : <CorrectionBand correction={head.correction} />}
          <PaperView
            paper={paper}
            whole={whole}
            onCell={viewer.may.comment ? onCell : undefined}
            onParagraph={viewer.may.comment ? onParagraph : undefined}
            addressOf={addressOf}
          />
        </main>
        <aside className="panel" aria-label="批注和说明">
          {target === null ? null : (
            <Compose report={head.id} target={target} sender={sender} onTarget={setTarget} onClose={close} />
          )}
          <h2>
            批注 <small>{open === 0 ? '没有待处理的' : `${open} 条待处理`}</small>
          </h2>
          {paper.comments.length === 0 ? (
            <p className="empty">
              {viewer.may.comment ? '还没有批注。点一格，或选中一句话，就能写批注。' : '没有批注。'}
            </p>
          ) : null}
          {paper.comments.map((comment) => (
            <Thread
              key={comment.id}
              comment={comment}
              place={placeOf(format, paper, comment.path)}
              mayReply={viewer.may.reply}
              maySettle={viewer.may.settle}
              sender={sender}
            />
          ))}
          <Remarks explained={explainedOf(findings, view.reasons)} findings={findings} />
          <h2>
            签批件 <small>{viewer.may.file ? <a href={`${address}?view=history#papers`}>归入签批件</a> : null}</small>
          </h2>
          <EvidenceList address={address} evidence={evidence} head={head} />
          <h2>办理经过</h2>
          <History events={view.history} evidence={evidence} />
        </aside>
      </div>
      <Decision view={view} tally={tallyOf(view, findings)} sender={sender} />
    </>
  );
}

/** What a comment stands on, in words; also for a paragraph that is gone. */
function placeOf(format: Format, paper: Paper, path: string): string {
  const cell = format.cell(path);
  if (cell !== undefined) return cellPlace(format, cell);
  return (
    paper.sections.flatMap((section) => section.paragraphs).find((paragraph) => paragraph.id === path)?.label ??
    '已删去的段落'
  );
}
