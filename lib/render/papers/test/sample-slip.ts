import type { ApprovalSlip } from '@/lib/render/papers/approval-slip';

/** The slip of an invented agency: two steps, a reason for each of two warnings. */
export const sampleSlip: ApprovalSlip = {
  agency: '临川市白鹭区水务局',
  title: '临川市白鹭区水务局2024年政府信息公开工作年度报告',
  year: 2024,
  submission: 2,
  correction: null,
  author: '周敏',
  date: '2025-01-10',
  deadline: '2025-01-31',
  figures: [
    { label: '本年新收申请', value: '15', last: '9' },
    { label: '上年结转申请', value: '1', last: '0' },
    { label: '办理结果总计', value: '15', last: '8' },
    { label: '结转下年度办理', value: '1', last: '1' },
    { label: '行政许可处理决定', value: '1286', last: '1310' },
    { label: '行政处罚处理决定', value: '43', last: '51' },
    { label: '行政事业性收费（万元）', value: '318.65', last: null },
    { label: '现行规范性文件', value: '7', last: '7' },
    { label: '行政复议', value: '1', last: '0' },
    { label: '行政诉讼', value: '0', last: '0' },
  ],
  summary: '错误 0 处，待说明 2 处（已说明 2 处），提示 1 处。',
  findings: [
    {
      severity: '待说明',
      place: '表三 本年新收：自然人',
      title: '本年新收比上年多 6 件，增长 67%',
      reason: '流域治理项目开工，沿线居民集中申请公开征收补偿信息，已逐件答复。',
    },
    {
      severity: '待说明',
      place: '表四 行政复议 · 结果维持',
      title: '有行政复议而正文没有写',
      reason: '复议决定维持原答复，不涉及整改。',
    },
    { severity: '提示', place: '五、存在的主要问题及改进情况', title: '没有写上年所列问题的改进情况', reason: null },
  ],
  steps: [
    {
      name: '初审',
      decided: [
        '李建国　2025年1月12日 10:20　批准',
        '李建国　2025年1月8日 16:05　退回（第 1 次提交）：表三自然人一列与登记台账不符，请核对。',
      ],
    },
    { name: '终审', decided: [] },
  ],
};

/** As much of everything as can be. */
export const crowdedSlip: ApprovalSlip = {
  ...sampleSlip,
  agency: '临川市白鹭区综合行政执法和城市精细化管理服务保障局',
  title: '临川市白鹭区综合行政执法和城市精细化管理服务保障局2024年政府信息公开工作年度报告',
  figures: sampleSlip.figures.map((figure) => ({ ...figure, value: '1234567', last: '7654321' })),
  findings: Array.from({ length: 60 }, (_, index) => ({
    severity: '待说明',
    place: '表三 本年度办理结果 · 不予公开',
    title: `第 ${index + 1} 处：${'数字与正文不一致，'.repeat(14)}`,
    reason: '经核，正文所写为受理数。'.repeat(30),
  })),
  steps: ['初审', '复审', '终审', '保密审查', '法制审核', '办公室核稿'].map((name) => ({
    name,
    decided: Array.from({ length: 5 }, () => `李建国　2025年1月12日 10:20　退回：${'请核对。'.repeat(200)}`),
  })),
};
