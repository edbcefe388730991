import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { publishedReport } from '@/lib/store/publications/publications';
import { findReport, loadDraft } from '@/lib/store/reports/reports';
import { verifyPassword } from '@/lib/accounts/passwords';
import { resolve } from '@/lib/report/resolve';
import { sampleAccounts, sampleAgencies } from './agencies';
import { reportOf, sampleReports } from './district';
import { formatOf } from './figures';
import { fillSampleData, type FilledSample } from './index';

const today = new Date('2026-11-03T02:00:00Z');
const planned = sampleReports(today);
let filled: FilledSample;

beforeAll(async () => {
  await useTestDatabase();
  filled = await fillSampleData(today);
}, 120_000);

afterAll(closeDatabase);

test('机关、账号和报告都在库里，状态与计划一致', async () => {
  expect(await database().agency.count()).toBe(sampleAgencies.length);
  expect(await database().user.count()).toBe(sampleAccounts.length);
  const rows = await database().report.findMany({
    select: { year: true, state: true, agency: { select: { key: true } } },
  });
  const states = rows.map((row) => `${row.agency.key} ${row.year} ${row.state}`);
  expect(states.sort()).toEqual(planned.map((report) => `${report.agency.key} ${report.year} ${report.state}`).sort());
});

test('库里的每份草稿解出的报告与计划一字不差', async () => {
  for (const report of planned) {
    const stored = await findReport(database(), report.agency.key, report.year);
    expect(stored, `${report.agency.key} ${report.year}`).not.toBeNull();
    if (stored === null) continue;
    const { signature } = reportOf(report);
    expect(resolve(formatOf(report.year), await loadDraft(database(), stored), signature.date).report).toEqual(
      reportOf(report),
    );
  }
});

test('公布的报告是当日的快照，时间是当年的时间', async () => {
  const published = planned.filter((report) => report.state === 'published');
  expect(await database().publication.count()).toBe(
    planned.flatMap((report) => report.events).filter((event) => event.type === 'published').length,
  );
  for (const report of published) {
    expect(await publishedReport(database(), report.agency.key, report.year)).toEqual(reportOf(report));
  }
  for (const report of planned.filter((one) => one.state === 'withdrawn')) {
    expect(await publishedReport(database(), report.agency.key, report.year)).toBeNull();
  }
  const marks = await database().publicationMark.findMany({
    orderBy: { at: 'asc' },
    select: { kind: true, successor: true, publication: { select: { agencyKey: true, year: true, number: true } } },
  });
  expect(marks).toEqual([
    { kind: 'superseded', successor: 2, publication: { agencyKey: 'yingjiguanliju', year: 2024, number: 1 } },
    { kind: 'withdrawn', successor: null, publication: { agencyKey: 'yunhejiedao', year: 2023, number: 1 } },
  ]);
  const times = await database().publication.findMany({ select: { year: true, publishedAt: true } });
  for (const { year, publishedAt } of times) expect(publishedAt.getUTCFullYear()).toBe(year + 1);
});

test('历史逐条按计划的人和时间', async () => {
  for (const report of planned) {
    const events = await database().reportEvent.findMany({
      where: { report: { year: report.year, agency: { key: report.agency.key } } },
      orderBy: { number: 'asc' },
      select: { type: true, actorName: true, at: true, reason: true },
    });
    expect(events).toEqual(report.events.map(({ type, by, at, reason }) => ({ type, actorName: by, at, reason })));
  }
});

test('批注、答复和说明都在，待处理的批注是三条以上', async () => {
  const comments = planned.flatMap((report) => report.comments);
  expect(await database().comment.count()).toBe(comments.length);
  expect(await database().reply.count()).toBe(comments.filter((comment) => comment.reply !== null).length);
  expect(await database().comment.count({ where: { settledAt: null } })).toBeGreaterThanOrEqual(3);
  expect(await database().reason.count()).toBe(planned.flatMap((report) => report.reasons).length);
});

test('打印的账号可以用所给的密码登录', async () => {
  expect(filled.accounts.map((account) => account.user)).toEqual(['周敏', '李建国', '高翔', '唐海波', '王芳']);
  for (const { user, password } of filled.accounts) {
    const account = await database().account.findFirstOrThrow({
      where: { providerId: 'credential', user: { name: user } },
    });
    expect(await verifyPassword({ hash: account.password ?? '', password })).toBe(true);
  }
});
