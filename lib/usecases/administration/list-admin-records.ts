import { adminRecords, type AdminRecordRow, type AdminRecordsAfter } from '@/lib/store/agencies/admin-records';
import { database } from '@/lib/store/database/database';
import type { AdminRecord, AdminRecordsView } from '@/lib/workflow/administration-view';
import { roleNames, roles, type Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

const pageSize = 50;

/**
 * What administrators did to the agencies that the actor governs and to their accounts, newest first. `after` is the
 * cursor of the page before; a broken one starts anew. Refuses with `not-signed-in`, or `not-permitted` for somebody
 * who governs none.
 */
export async function listAdminRecords(actor: Actor | null, after: string | null): Promise<AdminRecordsView | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const paths = actor.roles.filter((held) => held.role === 'administrator').map((held) => held.agencyPath);
  if (paths.length === 0) return refuse('not-permitted', '账号和机关由管理员管理，您没有管理身份');
  const found = await adminRecords(database(), paths, cursorFrom(after), pageSize + 1);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    records: shown.map(recordOf),
    next: found.length > pageSize && last !== undefined ? `${last.at.getTime()}_${last.id}` : null,
  };
}

function recordOf(row: AdminRecordRow): AdminRecord {
  return { id: row.id, at: row.at.toISOString(), by: row.by, agency: row.agency ?? '', says: sentenceOf(row) };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const named = (value: unknown): string =>
  list(value)
    .map((id) => {
      const role = roles.find((known) => known === id);
      return role === undefined ? id : roleNames[role];
    })
    .join('、');

function sentenceOf({ type, person, data }: AdminRecordRow): string {
  const whom = `${person ?? ''}的账号`;
  switch (type) {
    case 'agency-created':
      return `新建机关“${text(data.name)}”`;
    case 'agency-renamed':
      return text(data.before) === text(data.name)
        ? `简称改为“${text(data.shortName)}”`
        : `名称由“${text(data.before)}”改为“${text(data.name)}”`;
    case 'steps-changed':
      return `审核环节由“${list(data.before).join('、')}”改为“${list(data.steps).join('、')}”`;
    case 'account-created':
      return `建立${text(data.name) === '' ? whom : `${text(data.name)}的账号`}（用户名 ${text(data.username)}），身份：${named(data.roles)}`;
    case 'roles-changed':
      return named(data.roles) === ''
        ? `取消${person ?? ''}的身份（原为${named(data.before)}）`
        : `${person ?? ''}的身份由${named(data.before) || '无'}改为${named(data.roles)}`;
    case 'password-reset':
      return `重置${whom}的密码`;
    case 'account-disabled':
      return `停用${whom}`;
    case 'account-enabled':
      return `恢复${whom}`;
  }
}

function cursorFrom(cursor: string | null): AdminRecordsAfter | null {
  const parts = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '');
  return parts === null ? null : { at: new Date(Number(parts[1])), id: parts[2] ?? '' };
}
