'use client';

import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { alsoOf, StateMark } from '@/components/office/state';
import { roleNames } from '@/lib/workflow/permissions';
import { Saved } from './saved';
import { Recall, Submit } from './submit';
import { useSession } from '@/components/editor/session/use-session';

/** The band of the form: whose report, its state, whether it is saved, and what can be done with it. */
export function TopBand({ base }: { base: string }) {
  const { view, mayEdit } = useSession();
  const { head, viewer } = view;
  return (
    <Masthead
      agency={head.agency.name}
      detail={`${head.year}\u00a0年度报告`}
      state={<StateMark state={head.state} also={alsoOf(head)} />}
      actions={
        <>
          <a className="button" href={`${base}/preview`} target="_blank" rel="noreferrer">
            预览
          </a>
          <a className="button" href={`${base}?view=history#papers`}>
            文书
          </a>
          {viewer.may.approve || viewer.may.return ? (
            <a className="button" href={`${base}/review`}>
              去审核
            </a>
          ) : null}
          {viewer.may.recall ? <Recall /> : null}
          {viewer.may.submit ? <Submit /> : null}
        </>
      }
      person={<Person name={viewer.name} role={viewer.roles.map((role) => roleNames[role]).join('、')} />}
    >
      {mayEdit ? <Saved /> : undefined}
    </Masthead>
  );
}
