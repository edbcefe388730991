import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format2021 } from '@/lib/statute/format-2021';
import { emptyDraft } from '@/lib/report/draft';
import { resolve } from '@/lib/report/resolve';
import type { Report } from '@/lib/report/report';
import { check } from './check';
import { fingerprint } from './finding';
import { figureName, nameOfCell, shortNameOfCell } from '@/lib/checks/engine/place';
import { printedCatalogue } from './printed';
import { contextOf, reportWith } from '@/lib/checks/test/reports';

/** A section one of a single sentence is short and lacks topics. */
const aboutLength = new Set(['SEC-05', 'SEC-12']);

const checked = (report: Report) => check(report, contextOf({ report }));

describe('check', () => {
  it('says nothing of a report in which all is well', () => {
    expect(checked(reportWith()).findings).toEqual([]);
  });
  it('counts what it checked, and says why it did not check the rest', () => {
    const { ran, notChecked } = checked(reportWith({ 'applications.received.business': null })).checked;
    expect(ran).toBeGreaterThan(50);
    expect(notChecked).toContainEqual({
      rule: 'T3-03',
      cells: ['applications.received.business', 'applications.received.total'],
      why: '有单元格未填或无法识别',
    });
    expect(notChecked.find(({ rule }) => rule === 'T3-05')?.why).toBe('没有上一年度的报告');
  });
  it('asks a new draft for its cells and sections only', () => {
    const { findings } = checked(resolve(format2021, emptyDraft('2021', 2023, '云泽市应急管理局')).report);
    expect(findings.map(({ rule, cells, where }) => `${rule} ${where?.section ?? cells.length}`)).toEqual([
      'SEC-01 overview',
      'CELL-07 10',
      'CELL-07 144',
      'CELL-07 12',
      'SEC-01 problems',
      'SEC-01 other',
    ]);
  });
  it('says of figures without prose that its parts were not checked, and asks for none', () => {
    const report = { ...reportWith(), preamble: '', sections: {} };
    const {
      findings,
      checked: { notChecked },
    } = check(report, contextOf({ report, context: { purpose: 'file', kind: 'government' } }));
    expect(findings).toEqual([]);
    expect(notChecked.filter(({ why }) => why === '只有表中的数，没有正文').map(({ rule }) => rule)).toEqual([
      'SEC-01',
      'SEC-06',
      'SEC-09',
      'DAT-01',
    ]);
  });
  it('lists findings in the order of the report, errors first within a place', () => {
    const report = reportWith(
      {
        'applications.received.naturalPerson': '8',
        'applications.granted.naturalPerson': '7',
        'disclosure.fees.amount': '20000',
        'remedies.reconsideration.upheld': null,
      },
      { overview: '收到政府信息公开申请7件。培训XX场。', other: '无' },
    );
    expect(
      checked(report)
        .findings.map(({ rule }) => rule)
        .filter((rule) => !aboutLength.has(rule)),
    ).toEqual(['PH-01', 'PRO-01', 'CELL-06', 'T3-03', 'T3-03', 'CELL-07', 'FEE-01']);
  });
  it('opens the message with the sentence of the rule; place, both values, difference and one suggestion follow', () => {
    const report = reportWith({
      'applications.received.naturalPerson': '8',
      'applications.granted.naturalPerson': '7',
    });
    expect(checked(report).findings[0]?.message).toBe(
      '第一项加第二项之和，等于第三项加第四项之和。表三自然人一列：新收 8 + 上年结转 0 = 8；办理结果 7 + 结转下年度 0 = 7；相差 1。' +
        '“总计”一列随之不平，改好后一并消除。最可能是予以公开：改为 8，本列与总计同时平。',
    );
  });
  it('gives a finding another fingerprint when its values change', () => {
    const last = {
      last: reportWith(
        { 'applications.carriedOut.naturalPerson': '2', 'applications.received.naturalPerson': '2' },
        {},
        { year: 2022 },
      ),
    };
    const prints = ['0', '1'].map((count) => {
      const report = reportWith({
        'applications.carriedIn.naturalPerson': count,
        'applications.granted.naturalPerson': count,
      });
      return check(report, contextOf({ report, context: last }))
        .findings.filter(({ rule }) => rule === 'T3-05')
        .map(fingerprint);
    });
    expect(prints[0]).toHaveLength(1);
    expect(prints[0]).not.toEqual(prints[1]);
  });
  it('answers the same whatever was checked in between', () => {
    const [one, other] = [reportWith({}, { overview: '培训XX场。' }), reportWith({}, { overview: '培训3场。' })];
    const first = checked(one);
    checked(other);
    expect(checked(one)).toEqual(first);
  });
  it('never throws, whatever stands in cells and prose', () => {
    const text = fc.stringMatching(/^[收到政府信息公开申请其中未经行政复议诉讼共条件0-9，。；、（）：X×_]{0,60}$/);
    const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 6 }), fc.nat().map(String));
    const arbitrary = fc.tuple(
      fc.dictionary(fc.constantFrom(...format2021.cells.map(({ id }) => id)), cell),
      text,
      text,
    );
    fc.assert(
      fc.property(arbitrary, ([cells, overview, other]) => {
        const { findings } = checked(reportWith(cells, { overview, other }));
        for (const { message, where } of findings) {
          expect(message).not.toMatch(/undefined|NaN|null/);
          if (where?.start !== undefined)
            expect({ overview, other }[where.section as 'overview'].slice(where.start, where.end)).toBe(where.quote);
        }
      }),
      { numRuns: 200 },
    );
  });
  it('reads prose without crying wolf', () => {
    const cells = {
      'applications.received.naturalPerson': '7',
      'applications.received.business': '1',
      'applications.granted.naturalPerson': '4',
      'applications.partlyGranted.business': '1',
      'applications.otherHandling.other.naturalPerson': '1',
      'applications.carriedOut.naturalPerson': '2',
      'remedies.reconsideration.upheld': '2',
      'remedies.reconsideration.corrected': '1',
      'remedies.litigationDirect.upheld': '2',
      'disclosure.normativeDocuments.issued': '3',
      'disclosure.normativeDocuments.inForce': '10',
      'disclosure.licensing.decisions': '716',
    };
    const sentences = [
      '本年新收政府信息公开申请8件，较上年增加3件，增长60%。',
      '2022年收到政府信息公开申请5件，2023年收到政府信息公开申请8件。',
      '共收到依申请公开8件（网络申请5件、信函申请2件、当面申请1件）。',
      '通过网上收到政府信息公开申请5件，信函收到政府信息公开申请3件。',
      '受理行政许可申请1322件，办结1320件。',
      '全年办理人大建议、政协提案25件，均已办结，答复率100%。',
      '收到群众来信来访及信息公开投诉12件，均已办结。',
      '收到政府信息公开申请8件，已答复6件，2件结转至2024年办理。',
      '因政府信息公开被申请行政复议3件，其中维持2件，纠正1件；行政诉讼2件。',
      '本年度因政府信息公开引发的行政复议、行政诉讼案件共5件。',
      '办理行政复议案件50件，开展行政执法监督。',
      '未发生行政诉讼败诉案件，公开工作平稳。',
      '无超期答复的依申请公开件，无因程序问题引发的行政复议被撤销案件。',
      '自收到政府信息公开申请之日起20个工作日内答复。',
      '累计公开信息2000余条，其中网站1500条，公众号600条。',
      '共开设专栏5个，其中重点领域专栏3个，专题2个，发布信息260条。',
      '全年未收到关于政府信息公开工作的举报投诉。',
      '收到依申请公开事项8件，其中撤回1件，实际办理7件。',
      '区政府共收到政府信息公开申请8件，部门收到申请3件。',
    ];
    for (const sentence of sentences) {
      const { findings } = checked(reportWith(cells, { overview: sentence }));
      expect(
        findings.filter(({ rule }) => !aboutLength.has(rule)),
        sentence,
      ).toEqual([]);
    }
  });
  it('is not held up by a text without a single stop', () => {
    const report = reportWith({}, { overview: '未发生因政府信息公开被申请行政复议，其中收到申请1件，'.repeat(4000) });
    const start = performance.now();
    expect(checked(report).findings.filter(({ rule }) => !aboutLength.has(rule))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
  it('checks nothing in a format it does not know, and says so', () => {
    const {
      findings,
      checked: { ran, notChecked },
    } = checked({ ...reportWith(), format: '2008' });
    expect([findings, ran]).toEqual([[], 0]);
    expect(notChecked[0]?.why).toBe('没有 2008 这个格式');
  });
  it('takes less time than thirty readings of the same report from JSON', () => {
    const report = reportWith(
      { 'applications.received.naturalPerson': '8', 'applications.granted.naturalPerson': '7' },
      { overview: '收到政府信息公开申请7件，其中网站3件，信函4件。'.repeat(60) },
    );
    const json = JSON.stringify(report);
    const time = (work: () => void): number => {
      for (let round = 0; round < 100; round += 1) work();
      const times = Array.from({ length: 60 }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
      });
      return times.sort((a, b) => a - b)[30] ?? 0;
    };
    expect(time(() => checked(report)) / time(() => JSON.parse(json))).toBeLessThan(30);
  });
});

describe('names of cells', () => {
  it.each([
    ['applications.received.naturalPerson', '本年新收 · 自然人', '表三“一、本年新收政府信息公开申请数量”自然人'],
    [
      'applications.refused.stateSecret.total',
      '不予公开 · 属于国家秘密 · 总计',
      '表三“（三）不予公开1.属于国家秘密”总计',
    ],
    [
      'applications.handled.otherOrganisation',
      '办理结果 · 其他（法人或其他组织）',
      '表三“（七）总计”其他（法人或其他组织）',
    ],
    ['applications.otherHandling.feeUnpaid.business', '其他处理 · 逾期未按收费通知要求缴纳费用 · 商业企业', null],
    ['remedies.reconsideration.total', '行政复议 · 总计', '表四“行政复议”总计'],
    ['remedies.litigationDirect.upheld', '未经复议直接起诉 · 结果维持', '表四“未经复议直接起诉”结果维持'],
    ['disclosure.fees.amount', '行政事业性收费 · 本年收费金额', '表二“行政事业性收费”本年收费金额'],
  ])('%s', (id, short, long) => {
    expect(shortNameOfCell(format2021, id)).toBe(short);
    if (long !== null) expect(nameOfCell(format2021, id)).toBe(long);
  });
  it('tell every cell of the format from every other', () => {
    expect(new Set(format2021.cells.map(({ id }) => figureName(format2021, id))).size).toBe(format2021.cells.length);
    expect(figureName(format2021, 'applications.received.total')).toBe('表三 · 本年新收 · 总计');
  });
});

it('the printed catalogue is that of the code', () => {
  expect(readFileSync(fileURLToPath(new URL('../../docs/checks.md', import.meta.url)), 'utf8')).toBe(
    printedCatalogue(),
  );
});
