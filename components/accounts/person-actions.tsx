'use client';

import { useState } from 'react';
import { Ask } from '@/components/ui/ask';
import { Dialog } from '@/components/ui/dialog';
import type { AdministeredPerson, NewPassword } from '@/lib/workflow/administration-view';
import type { Role } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { ChangeRoles } from './change-roles';
import { FormFault } from './field';
import { NewPasswordNote } from './new-password';
import { OpenButton } from './open-button';

export interface PersonCommands {
  readonly changeRoles: (input: {
    user: string;
    agency: string;
    roles: Role[];
  }) => Promise<{ userId: string } | Refusal>;
  readonly resetPassword: (input: { user: string }) => Promise<NewPassword | Refusal>;
  readonly disable: (input: { user: string }) => Promise<{ userId: string } | Refusal>;
  readonly enable: (input: { user: string }) => Promise<{ userId: string } | Refusal>;
}

/** What an administrator can do to one person of an agency. */
export function PersonActions({
  person,
  agency,
  commands,
}: {
  person: AdministeredPerson;
  agency: { key: string; name: string };
  commands: PersonCommands;
}) {
  return (
    <span className="row-actions">
      <ChangeRoles person={person} agency={agency} change={commands.changeRoles} />
      {person.self || person.outside !== null ? null : (
        <>
          <ResetPassword person={person} reset={commands.resetPassword} />
          {person.disabled ? (
            <Confirmed
              label="启用"
              person={person}
              title={`启用 ${person.name} 的账号`}
              says="启用后可以用原来的密码登录。"
              act={() => commands.enable({ user: person.id })}
            />
          ) : (
            <Confirmed
              label="停用"
              person={person}
              title={`停用 ${person.name} 的账号`}
              says="停用后立即退出登录，不能再登录；写过的内容和办理记录都保留，以后可以再启用。"
              act={() => commands.disable({ user: person.id })}
            />
          )}
        </>
      )}
    </span>
  );
}

function ResetPassword({ person, reset }: { person: AdministeredPerson; reset: PersonCommands['resetPassword'] }) {
  const [made, setMade] = useState<NewPassword | null>(null);
  const act = async (): Promise<NewPassword | Refusal> => {
    const result = await reset({ user: person.id });
    if (!isRefusal(result)) setMade(result);
    return result;
  };
  return (
    <>
      <Confirmed
        label="重置密码"
        person={person}
        title={`重置 ${person.name} 的密码`}
        says="原来的密码立即失效，已登录的会退出；新密码显示一次，由您交给本人。"
        act={act}
      />
      <Dialog
        open={made !== null}
        onClose={() => undefined}
        title="密码已重置"
        actions={
          <button type="button" className="button main" onClick={() => setMade(null)}>
            已交给本人
          </button>
        }
      >
        {made === null ? null : <NewPasswordNote made={made} />}
      </Dialog>
    </>
  );
}

/** A button whose act is asked about first. */
function Confirmed({
  label,
  person,
  title,
  says,
  act,
}: {
  label: string;
  person: AdministeredPerson;
  title: string;
  says: string;
  act: () => Promise<object | Refusal>;
}) {
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setOpen(false);
    setRefusal(null);
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const result = await act();
    setBusy(false);
    if (isRefusal(result)) setRefusal(result.message);
    else close();
  };
  return (
    <>
      <OpenButton label={label} about={person.name} onOpen={() => setOpen(true)} />
      <Ask open={open} onClose={close} title={title} act={label} held={busy} onAct={() => void confirm()}>
        <FormFault message={refusal} />
        <p>{says}</p>
      </Ask>
    </>
  );
}
