'use client';

import { useEffect, useRef, useState } from 'react';
import type { ReviewView } from '@/lib/workflow/view';
import { Icon } from '@/components/ui/icon';
import { Mark } from '@/components/ui/mark';
import { PublishDialog, ReturnDialog } from './decision-dialogs';
import { Failed } from './failed';
import { useFault, type Sender } from './send';
import { whyNotApprove, whyNotReturn, type Tally } from './standing';

/** The bar that is always in sight: how the report stands, and what the viewer may decide. */
export function Decision({ view, tally, sender }: { view: ReviewView; tally: Tally; sender: Sender }) {
  const { head, viewer } = view;
  const [asking, setAsking] = useState<'return' | 'publish' | null>(null);
  const fault = useFault(sender);
  const [tried, setTried] = useState<'return' | 'approve' | 'publish' | null>(null);
  const bar = useRef<HTMLElement>(null);
  // The button that was pressed is gone once it was decided: without this the focus would fall back to the top of the
  // page.
  useEffect(() => {
    if (tried !== null && document.activeElement === document.body) bar.current?.focus();
  }, [head.version, tried]);
  const reviewer = viewer.roles.includes('reviewer');
  const publisher = reviewer || viewer.roles.includes('administrator');
  const reviewing = head.state === 'submitted' && reviewer;
  const notApprove = whyNotApprove(view, tally);
  const notReturn = whyNotReturn(view);
  const step = head.steps.length > 1 ? head.steps[head.step]?.name : undefined;

  async function approve(): Promise<void> {
    setTried('approve');
    if (notApprove === null) fault.set(await sender.send({ do: 'approve', version: head.version }));
  }
  function askReturn(): void {
    setTried('return');
    if (notReturn === null) setAsking('return');
  }
  function askPublish(): void {
    setTried('publish');
    setAsking('publish');
  }
  const why = tried === 'return' ? (notReturn ?? notApprove) : notApprove;

  return (
    <section className="decide" aria-label="审核决定" ref={bar} tabIndex={-1}>
      <ul className="checks">
        <li>
          <Mark kind={tally.errors === 0 ? 'done' : 'error'}>错误 {tally.errors}</Mark>
        </li>
        <li>
          <Mark kind={tally.unbalanced === 0 ? 'done' : 'error'}>
            {tally.unbalanced === 0 ? '勾稽 7 列全平' : `勾稽 ${tally.unbalanced} 列不平`}
          </Mark>
        </li>
        <li>
          <Mark kind={tally.unexplained === 0 ? 'done' : 'warning'}>
            {tally.unexplained === 0 ? `说明 ${tally.explained} 处` : `待说明 ${tally.unexplained} 处`}
          </Mark>
        </li>
        <li>
          <Mark kind={tally.openComments === 0 ? 'done' : 'warning'}>
            {tally.openComments === 0 ? '批注已全部处理' : `批注 ${tally.openComments} 条待处理`}
          </Mark>
        </li>
      </ul>
      <div className="go">
        <Failed fault={fault} />
        <small role="status" className={reviewing && tried !== null && why !== null ? 'asked' : undefined}>
          {reviewing ? (why ?? '') : standing[head.state]}
        </small>
        {(head.state === 'submitted' || head.state === 'approved') && reviewer ? (
          <button
            type="button"
            className="button"
            aria-disabled={notReturn !== null || sender.busy}
            onClick={askReturn}
          >
            <Icon name="back" />
            退回修改
          </button>
        ) : null}
        {reviewing ? (
          <button
            type="button"
            className="button main"
            aria-disabled={notApprove !== null || sender.busy}
            onClick={() => void approve()}
          >
            批准{step === undefined ? '' : `（${step}）`}
          </button>
        ) : null}
        {head.state === 'approved' && publisher ? (
          <button type="button" className="button main" aria-disabled={sender.busy} onClick={askPublish}>
            公布
          </button>
        ) : null}
        {head.state === 'published' ? (
          <a className="button main" href={`/reports/${head.agency.key}/${head.year}`}>
            看公布的报告
          </a>
        ) : null}
      </div>
      <ReturnDialog view={view} open={asking === 'return'} onClose={() => setAsking(null)} sender={sender} />
      <PublishDialog view={view} open={asking === 'publish'} onClose={() => setAsking(null)} sender={sender} />
    </section>
  );
}

const standing = {
  draft: '还没有提交审核',
  submitted: '正在审核',
  returned: '已退回，等填报人修改后再次提交',
  approved: '已批准，等待公布',
  published: '已公布，不能再改动',
  withdrawn: '已撤回公布',
} as const;
