import { writtenAs } from '@/lib/checks/test/as-written';
import { reportWith, type Cases } from '@/lib/checks/test/reports';

const file = { purpose: 'file' as const, written: writtenAs() };
const agency = '云泽市应急管理局';
const titled = (title: string, head = {}) => ({ report: reportWith({}, {}, { title, ...head }), context: file });
const signed = (name: string, own = agency) =>
  reportWith({}, {}, { agency: own, signature: { agency: name, date: null } });
const base = reportWith().sections.overview ?? '';
const said = (words: string, own = agency) => reportWith({}, { overview: `${base}\n${words}` }, { agency: own });

export const nameCases: Record<string, Cases> = {
  'TTL-01': {
    holds: titled(`${agency}2023年政府信息公开工作年度报告`),
    fails: {
      ...titled(`${agency}2023年政务公开工作总结`),
      finds: [{ severity: 'notice', where: { section: 'title' }, expected: `${agency}2023年政府信息公开工作年度报告` }],
    },
    boundary: {
      because: '省去“工作”、年份在前，视为相同',
      ...titled(`2023年度${agency}政府信息公开年度报告`),
      finds: [],
    },
  },
  'TTL-02': {
    holds: titled(`${agency}2023年政府信息公开工作年度报告`),
    fails: {
      ...titled('政府信息公开工作年度报告'),
      finds: [{ severity: 'error', title: '标题没有年份和机关名称', where: { section: 'title' } }],
    },
    boundary: {
      because: '文件从“一、”开始，标题不在其中，为提示',
      ...titled('', { preamble: '' }),
      finds: [{ severity: 'notice' }],
    },
  },
  'AGY-01': {
    holds: { report: signed('澄湖区人民政府办公室', '云泽市澄湖区人民政府') },
    fails: {
      report: signed('云泽市应急局'),
      finds: [{ severity: 'warning', stated: '云泽市应急局', expected: agency, where: { section: 'signature' } }],
    },
    boundary: { because: '省去上级区划，视为一致', report: signed('应急管理局'), finds: [] },
  },
  'AGY-02': {
    holds: { report: said('我局逐项办理。') },
    fails: {
      report: said('我局逐项办理。', '澄湖区柳溪镇人民政府'),
      context: { kind: 'town' },
      finds: [{ severity: 'warning', stated: '我局', where: { section: 'overview' } }],
    },
    boundary: {
      because: '“我单位”和“我局”都是自称，混用见 LNG-08',
      report: said('我单位逐项办理，我局逐月检查。'),
      finds: [],
    },
  },
  'AGY-03': {
    holds: { report: said('云泽市应急管理局逐项办理。') },
    fails: {
      report: said('云择市应急管理局逐项办理。'),
      finds: [{ severity: 'warning', stated: '云择市应急管理局', expected: agency }],
    },
    boundary: {
      because: '另一个机关的名称也可能只差一个字',
      report: said('云泽市体育局牵头。', '云泽市教育局'),
      finds: [],
    },
  },
};
