import { reportOf2020, reportWith, type Cases } from '@/lib/checks/test/reports';

const norm = (issued: string, repealed: string, inForce: string) => ({
  'disclosure.normativeDocuments.issued': issued,
  'disclosure.normativeDocuments.repealed': repealed,
  'disclosure.normativeDocuments.inForce': inForce,
});
const regulations = { 'disclosure.regulations.issued': '1', 'disclosure.regulations.inForce': '1' };
const district = { agency: '云泽市临川区人民政府' };
const notNews = (value: string) => ({
  extra: [{ table: 'disclosure', label: '政府信息公开发布总数量（非新闻类、消息类）', value }],
});
const items = (last: string, change: string) => ({
  'disclosure.licensing.itemsLastYear': last,
  'disclosure.licensing.change': change,
});

export const tableTwoCases: Record<string, Cases> = {
  'T2-01': {
    holds: { report: reportWith(norm('3', '1', '10')) },
    fails: { report: reportWith(norm('5', '0', '3')), finds: [{ severity: 'warning', stated: '3', difference: '2' }] },
    boundary: { because: '上年恰为 0 件', report: reportWith(norm('3', '0', '3')), finds: [] },
  },
  'T2-02': {
    holds: { report: reportWith(regulations, {}, { agency: '云泽市人民政府' }), context: { kind: 'government' } },
    fails: {
      report: reportWith(regulations),
      finds: [{ severity: 'warning', cells: ['disclosure.regulations.issued', 'disclosure.regulations.inForce'] }],
    },
    boundary: {
      because: '区政府也不制定规章',
      report: reportWith(regulations, {}, district),
      context: { kind: 'government' },
      finds: [{ stated: '1' }],
    },
  },
  'T2-03': {
    holds: {
      report: reportWith(norm('3', '0', '8')),
      context: { last: reportWith(norm('0', '5', '5'), {}, { year: 2022 }) },
    },
    fails: {
      report: reportWith(norm('3', '1', '8')),
      context: { last: reportWith(norm('0', '5', '5'), {}, { year: 2022 }) },
      finds: [{ severity: 'warning', stated: '8', expected: '7', cells: ['disclosure.normativeDocuments.inForce'] }],
    },
    boundary: {
      because: '2021年的上年用旧格式，没有这一项',
      report: reportWith(norm('3', '1', '8'), {}, { year: 2021 }),
      context: { last: reportOf2020() },
      finds: [],
    },
  },
  'T2-05': {
    holds: { report: reportOf2020({ 'disclosure.regulations.made': '2', 'disclosure.regulations.disclosed': '1' }) },
    fails: {
      report: reportOf2020({ 'disclosure.regulations.made': '1', 'disclosure.regulations.disclosed': '2' }),
      finds: [{ severity: 'notice', difference: '1' }],
    },
    boundary: {
      because: '制作的全部公开',
      report: reportOf2020({ 'disclosure.regulations.made': '2', 'disclosure.regulations.disclosed': '2' }),
      finds: [],
    },
  },
  'T2-06': {
    holds: { report: reportOf2020({}, { overview: '其中新闻类信息30条，非新闻类信息4条。' }, notNews('4')) },
    fails: {
      report: reportOf2020({}, { overview: '其中新闻类信息30条，非新闻类信息4条。' }, notNews('0')),
      finds: [{ severity: 'warning', where: { section: 'overview', start: 11, end: 19, quote: '非新闻类信息4条' } }],
    },
    boundary: {
      because: '表中多于正文所列，不算不符',
      report: reportOf2020({}, { overview: '非新闻类信息4条。' }, notNews('5')),
      finds: [],
    },
  },
  'T2-07': {
    holds: {
      report: reportOf2020(items('15', '0')),
      context: { last: reportOf2020(items('10', '5'), {}, { year: 2019 }) },
    },
    fails: {
      report: reportOf2020(items('14', '0')),
      context: { last: reportOf2020(items('10', '5'), {}, { year: 2019 }) },
      finds: [{ severity: 'notice', stated: '14', expected: '15' }],
    },
    boundary: {
      because: '减少写负数',
      report: reportOf2020(items('8', '0')),
      context: { last: reportOf2020(items('10', '-2'), {}, { year: 2019 }) },
      finds: [],
    },
  },
};
