'use client';

import { titleOf } from '@/lib/statute/format';
import type { ReviewView } from '@/lib/workflow/view';
import { Ask } from '@/components/ui/ask';
import { Failed } from './failed';
import { ReasonDialog } from './reason-dialog';
import { useFault, type Sender } from './send';

interface Props {
  view: ReviewView;
  open: boolean;
  onClose: () => void;
  sender: Sender;
}

/** Asks for the reason of a return; what was written stays until the report was returned. */
export function ReturnDialog({ view, open, onClose, sender }: Props) {
  const { head } = view;
  const pending = view.comments.filter((comment) => comment.settled === null).length;
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      sender={sender}
      head={head}
      command="return"
      title="退回修改"
      label="退回的原因，填报人会看到"
      act="退回给填报人"
    >
      {head.state === 'approved' ? <p>这份报告已经批准，退回后要重新提交、重新审核。</p> : null}
      <p>{pending === 0 ? '没有待处理的批注。' : `${pending} 条待处理的批注随报告一起退回。`}</p>
    </ReasonDialog>
  );
}

/** States what will be public, where, and that it stays. */
export function PublishDialog({ view, open, onClose, sender }: Props) {
  const { head } = view;
  const fault = useFault(sender);
  const address = `/reports/${head.agency.key}/${head.year}`;

  async function send(): Promise<void> {
    const refused = await sender.send({ do: 'publish', version: head.version });
    fault.set(refused);
    if (refused === null) onClose();
  }

  return (
    <Ask
      open={open}
      onClose={onClose}
      title={`公布 ${head.year} 年度报告`}
      decline="先不公布"
      act="公布"
      held={sender.busy}
      onAct={() => void send()}
    >
      <p>
        <b>{titleOf(head.agency.name, head.year)}</b>
      </p>
      <dl className="terms">
        <dt>公布的内容</dt>
        <dd>网页、Word 文件和数据文件，六个部分、三张表全部内容，不含批注、说明和办理经过</dd>
        <dt>公布的地址</dt>
        <dd>{address}，任何人都能看</dd>
        <dt>公布之后</dt>
        <dd>这一版永久保存，不能再改动；发现有误只能更正，公布新的一版，并向公众说明</dd>
        {head.correction === null ? null : (
          <>
            <dt>更正说明</dt>
            <dd>{head.correction.reason}</dd>
            <dt>第 {head.correction.of} 版</dt>
            <dd>仍可查看，标明已被第 {head.correction.of + 1} 版取代，并逐格、逐段列出两版的差别</dd>
          </>
        )}
      </dl>
      <p>
        <a href={`/office/reports/${head.agency.key}/${head.year}/preview`} target="_blank" rel="noreferrer">
          先看一遍要公布的样子
        </a>
      </p>
      <Failed fault={fault} />
    </Ask>
  );
}
