'use client';

import { useState, type ReactNode } from 'react';
import type { EditorView } from '@/lib/workflow/view';
import { correctionLabel } from '@/components/review/correction-band';
import { ReasonDialog } from '@/components/review/reason-dialog';
import { useCommands } from '@/components/review/send';

type Props = Pick<EditorView, 'head' | 'viewer'>;

/** Opens a published or withdrawn report again, so that its author can correct it. */
export function Correct({ head, viewer }: Props) {
  const withdrawn = head.state === 'withdrawn';
  return (
    <WithReason head={head} viewer={viewer} command="correct" name="更正" label={correctionLabel} act="开始更正">
      <dl className="terms">
        <dt>现在</dt>
        <dd>
          报告回到填报，改好后重新提交、审核、公布
          {withdrawn ? '；在那以前，原来的地址上仍是撤回说明' : `；在那以前，第 ${head.publication} 版照常公布`}
        </dd>
        <dt>公布之后</dt>
        <dd>
          第 {(head.publication ?? 0) + 1} 版成为现行版本；第 {head.publication}{' '}
          版仍可查看，标明已被取代，并逐格、逐段列出两版的差别
        </dd>
      </dl>
    </WithReason>
  );
}

/** Takes a published report out of publication. */
export function Withdraw({ head, viewer }: Props) {
  return (
    <WithReason
      head={head}
      viewer={viewer}
      command="withdraw"
      name="撤回公布"
      label="撤回的原因（向公众说明）"
      act="撤回公布"
    >
      <dl className="terms">
        <dt>立即</dt>
        <dd>报告的地址上改为撤回说明：撤回的机关、时间和原因；不再提供下载，数据不再计入汇总</dd>
        <dt>仍然保留</dt>
        <dd>公布过的各版原文和文件，现行的一版标明“已撤回”，供核对之用；已经下载的文件仍可核验</dd>
        <dt>以后</dt>
        <dd>
          {head.correction === null
            ? '只有数字或文字有误的，不必撤回，办理更正即可；撤回后更正并重新公布，撤回即告结束'
            : '正在办理的更正照常进行，新的一版公布后撤回即告结束；放弃更正的，报告仍是已撤回'}
        </dd>
      </dl>
    </WithReason>
  );
}

/** A button and the dialog it opens, which says what becomes of the report and asks why. */
function WithReason({
  head,
  viewer,
  command,
  name,
  label,
  act,
  children,
}: Props & { command: 'correct' | 'withdraw'; name: string; label: string; act: string; children: ReactNode }) {
  const sender = useCommands(head.agency.key, head.year, viewer.id);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {name}…
      </button>
      <ReasonDialog
        open={asked}
        onClose={() => setAsked(false)}
        sender={sender}
        head={head}
        command={command}
        title={`${name} ${head.year} 年度报告`}
        label={label}
        act={act}
      >
        {children}
      </ReasonDialog>
    </>
  );
}
