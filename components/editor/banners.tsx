'use client';

import { Icon } from '@/components/ui/icon';
import { moment } from '@/components/ui/time';
import { stateNames, type ReportState } from '@/lib/workflow/state';
import { Correcting } from './correction';
import { usePart, useSession } from '@/components/editor/session/use-session';

/** What concerns the whole report, above the page: why it came back, and what keeps it from being saved. */
export function Banners() {
  const session = useSession();
  const { head, history } = session.view;
  const returned = head.state === 'returned' ? history.findLast((event) => event.type === 'returned') : undefined;
  return (
    <>
      {returned === undefined ? null : (
        <section className="banner warning" aria-label="退回的原因">
          <Icon name="back" />
          <p>
            <b>
              {returned.by} {moment(returned.at)} 退回：
            </b>
            {returned.reason}
          </p>
        </section>
      )}
      <Correcting />
      <Trouble />
      <Moved />
      <ReadOnly />
    </>
  );
}

function Trouble() {
  const save = usePart((state) => state.save);
  if (save.is === 'expired') {
    return (
      <section className="banner warning" role="alert">
        <Icon name="warning" />
        <p>
          <b>登录已过期。</b>填写的内容都存在本机，没有丢失。请
          <a href="/login" target="_blank" rel="noreferrer">
            在新页面重新登录
          </a>
          ，登录后本页会自己接着保存。
        </p>
      </section>
    );
  }
  if (save.is === 'refused') {
    return (
      <section className="banner error" role="alert">
        <Icon name="error" />
        <p>
          <b>{save.refusal.message}。</b>
          {save.count > 0 ? `有 ${save.count} 处改动没有存入，都留在本机，请不要清除浏览器数据。` : ''}
          <a href="">重新打开本页</a>
        </p>
      </section>
    );
  }
  return null;
}

function Moved() {
  const moved = usePart((state) => state.moved);
  const refused = usePart((state) => state.save.is === 'refused');
  const session = useSession();
  if (moved === null || refused || moved.state === session.view.head.state) return null;
  const name = stateNames[moved.state as ReportState] ?? moved.state;
  return (
    <section className="banner warning" role="alert">
      <Icon name="warning" />
      <p>
        <b>报告的状态已变为“{name}”。</b>本页是原来的样子，<a href="">重新打开本页</a>
      </p>
    </section>
  );
}

const sentences: Readonly<Record<ReportState, string>> = {
  draft: '您没有填报这份报告的权限，只能查看。',
  returned: '您没有填报这份报告的权限，只能查看。',
  submitted: '报告正在审核，现在不能改动。',
  approved: '报告已批准，等待公布，不能改动。',
  published: '报告已公布，不能改动。',
  withdrawn: '报告已撤回公布，不能改动。',
};

function ReadOnly() {
  const session = useSession();
  if (session.mayEdit) return null;
  const { head, viewer } = session.view;
  return (
    <section className="banner" aria-label="只能查看">
      <Icon name="eye" />
      <p>
        {sentences[head.state]}
        {viewer.may.correct ? (
          <>
            要改动，请<a href={`/office/reports/${head.agency.key}/${head.year}`}>办理更正</a>。
          </>
        ) : null}
      </p>
    </section>
  );
}
