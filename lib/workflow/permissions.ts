import { refuse, type Refusal } from './refusal';
import type { ReportState, Standing } from './state';

export const roles = ['author', 'reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = { author: '填报', reviewer: '审核', administrator: '管理' };

/** A person with what they may be at which agency. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly agencyId: string; readonly agencyPath: string; readonly role: Role }[];
}

export const commandNames = [
  'read',
  'start',
  'edit',
  'explain',
  'comment',
  'reply',
  'settle',
  'submit',
  'recall',
  'return',
  'approve',
  'publish',
  'correct',
  'restate',
  'abandon',
  'withdraw',
  'file',
  'record',
] as const;
export type CommandName = (typeof commandNames)[number];

interface Permit {
  readonly roles: readonly Role[];
  readonly states: readonly ReportState[];
  /** Nobody does this to what they wrote. */
  readonly notOwn?: true;
  /** Only while a published report is being corrected. */
  readonly correcting?: true;
  /** Only while a version stands for everybody to read, be it that a correction of it is under way. */
  readonly standing?: true;
}

const always: readonly ReportState[] = ['draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn'];
const writing: readonly ReportState[] = ['draft', 'returned'];
const open: readonly ReportState[] = ['draft', 'returned', 'submitted'];

/**
 * Who may do what, and when. `start` concerns a report that is not there yet; `file` files a scan as evidence of
 * approval,
 * `record` says where a publication of the report stands on the agency's own site.
 */
export const permits: Readonly<Record<CommandName, Permit>> = {
  read: { roles: ['author', 'reviewer', 'administrator'], states: always },
  start: { roles: ['author'], states: always },
  edit: { roles: ['author'], states: writing },
  explain: { roles: ['author'], states: writing },
  comment: { roles: ['reviewer'], states: ['submitted'] },
  reply: { roles: ['author', 'reviewer'], states: open },
  settle: { roles: ['reviewer'], states: open },
  submit: { roles: ['author'], states: writing },
  recall: { roles: ['author'], states: ['submitted'] },
  return: { roles: ['reviewer'], states: ['submitted', 'approved'], notOwn: true },
  approve: { roles: ['reviewer'], states: ['submitted'], notOwn: true },
  publish: { roles: ['reviewer', 'administrator'], states: ['approved'] },
  correct: { roles: ['author'], states: ['published', 'withdrawn'] },
  restate: { roles: ['author'], states: writing, correcting: true },
  abandon: { roles: ['author'], states: writing, correcting: true },
  withdraw: { roles: ['reviewer', 'administrator'], states: always, standing: true },
  file: { roles: ['author', 'reviewer'], states: ['submitted', 'approved', 'published'] },
  record: { roles: ['author', 'reviewer', 'administrator'], states: always },
};

const stateSentences: Readonly<Record<ReportState, string>> = {
  draft: '报告还是草稿，没有提交',
  submitted: '报告已提交，正在审核',
  returned: '报告已退回，正在修改',
  approved: '报告已批准，等待公布',
  published: '报告已公布，要改动请先办理更正',
  withdrawn: '报告已撤回公布',
};

/** Whether a version of the report is published and was not withdrawn. */
export function stands({ state, correction }: Pick<Standing, 'state' | 'correction'>): boolean {
  return state === 'published' || correction?.from === 'published';
}

/** Roles that an actor holds at the agency itself. */
export function rolesAt(actor: Actor, agencyId: string): Role[] {
  return actor.roles.filter((held) => held.agencyId === agencyId).map((held) => held.role);
}

/** True for an administrator of the agency itself or of an office above it. */
export function governs(actor: Actor, agencyPath: string): boolean {
  return actor.roles.some((held) => held.role === 'administrator' && agencyPath.startsWith(held.agencyPath));
}

/**
 * Whether the actor may do this to a report of this agency in this state: null when so, else why not.
 * An office above may read what stands below it and nothing more.
 */
export function may(actor: Actor | null, command: CommandName, report: Standing): Refusal | null {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const permit = permits[command];
  const held = rolesAt(actor, report.agencyId);
  const permitted =
    permit.roles.some((role) => held.includes(role)) || (command === 'read' && governs(actor, report.agencyPath));
  if (!permitted) return refuse('not-permitted', '您没有这份报告的这项权限，请与本机关管理员联系');
  if (!permit.states.includes(report.state) || (permit.standing && !stands(report))) {
    return refuse('wrong-state', `${stateSentences[report.state]}，请刷新页面查看最新状态`);
  }
  if (permit.correcting && report.correction === null) {
    return refuse('wrong-state', '这份报告没有在更正，请刷新页面查看最新状态');
  }
  if (permit.notOwn && report.writers.includes(actor.id)) {
    return refuse('own-work', '您写过这份报告，不能审核自己写的内容，请由其他审核人办理');
  }
  return null;
}
