import type { AgencyKind } from '@/lib/report/report';
import { once, rule, type Breach, type Verdict } from '@/lib/checks/engine/rule';
import { figuresOnly, noProse } from '@/lib/checks/rules/form/sections';
import type { Subject } from '@/lib/checks/engine/subject';
import { normal } from '@/lib/checks/engine/text';

const source = '条例第四十九条';
const here = { cells: [], where: { section: 'signature' } } as const satisfies Partial<Breach>;

/** 2024-01-17 → 2024年1月17日; null for what is no day. */
function spoken(date: string | null): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  return parts === null ? null : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

export const signed = rule('DAT-01', {
  source: '公文格式：落款',
  says: '年度报告末尾应有落款机关和成文日期',
  severity: 'notice',
  note: '填报中的报告在公布时落款，不核对',
  reads: 'text',
  forEach: ({ context }) => (context.purpose === 'draft' ? [] : once()),
  holds: (_, subject): Verdict => {
    const { report, context } = subject;
    if (figuresOnly(subject)) return { why: noProse, cells: [] };
    const missing = [
      ...(report.signature.agency.trim() === '' ? ['落款机关'] : []),
      ...(report.signature.date === null && (context.written?.date ?? null) === null ? ['成文日期'] : []),
    ];
    if (missing.length === 0) return null;
    return {
      ...here,
      title: `没有${missing.join('和')}`,
      detail: `末尾没有${missing.join('和')}`,
      suggestion: '请在末尾写明机关全称和日期',
    };
  },
});

const lastDays: Readonly<Record<AgencyKind, string>> = { department: '01-31', government: '03-31', town: '01-31' };
const corrected = /更正|修订版|更新版|重新(?:发布|公布)/;
const committee = /管理委员会|管委会/;

export const inTime = rule('DAT-02', {
  source,
  says: '政府部门的年度报告在1月31日前、县级以上地方人民政府的在3月31日前公布',
  severity: 'warning',
  note: '只看首次公布；乡镇街道按当地通知的时限，开发区等管委会职责近于政府，为提示',
  reads: ['title', 'signature'],
  forEach: dated,
  holds: (date, { report: { year, title, agency }, context: { kind } }): Verdict => {
    if (spoken(date) === null) return unreadableDate;
    const first = `${year + 1}-${lastDays.department}`;
    if (date <= first || corrected.test(title)) return null;
    if (kind === null) return { why: '机关类型不明', cells: [] };
    const last = `${year + 1}-${lastDays[kind]}`;
    if (date <= last) return null;
    return {
      ...here,
      title: `落款${spoken(date)}，晚于${spoken(last)}`,
      detail: `落款日期是${spoken(date)}，${kind === 'government' ? '政府' : '部门'}的时限是${spoken(last)}`,
      severity: kind === 'town' || committee.test(agency) ? 'notice' : 'warning',
      stated: date,
      expected: `不晚于 ${last}`,
      suggestion: kind === 'town' ? '乡镇、街道请对照当地通知的时限' : '请核对日期；如是更正后重新公布，请在标题注明',
    };
  },
});

export const yearIsOver = rule('DAT-03', {
  source,
  says: '年度报告统计到12月31日，成文日期应在下一年',
  severity: 'warning',
  reads: ['title', 'signature'],
  forEach: dated,
  holds: (date, { report: { year } }): Verdict => {
    const said = spoken(date);
    if (said === null) return unreadableDate;
    if (date >= `${year + 1}-01-01`) return null;
    const meant = date.slice(5) <= '06-30' ? `；是否应为${year + 1}年` : '';
    return {
      ...here,
      title: `落款${said}，${year}年还没有结束`,
      detail: `落款日期是${said}，统计期限到${year}年12月31日`,
      stated: date,
      expected: `不早于 ${year + 1}-01-01`,
      suggestion: `请核对落款日期${meant}`,
    };
  },
});

/** A draft has no date before its publication; where one is given it is held to the same rules. */
function dated({ report: { signature } }: Subject): readonly string[] {
  return signature.date === null ? [] : [signature.date];
}

const unreadableDate = { why: '落款日期不是完整的年月日', cells: [] };

const usual = /(?<!\d)20\d\d\s*年\s*(?:[1-9]|1[0-2])\s*月\s*(?:[1-9]|[12]\d|3[01])\s*日/;
const padded = /年\s*0|月\s*0/;
const inHan = /[〇○零Ｏ一二三四五六七八九十元]+\s*[年月日]/;

export const dateForm = rule('DAT-04', {
  source: 'GB/T 9704：成文日期用阿拉伯数字，月、日不编虚位',
  says: '成文日期应写作“2024年1月17日”的形式',
  severity: 'notice',
  reads: ['title', 'signature'],
  forEach: ({ context }) => (context.written?.date == null ? [] : [context.written.date]),
  holds: (date, { report: { signature } }): Verdict => {
    const text = normal(date).trim();
    if (usual.test(text)) return null;
    const expected = spoken(signature.date);
    const why = padded.test(text)
      ? '月、日前补了 0'
      : inHan.test(text)
        ? '用了汉字数字'
        : /年.*月/.test(text)
          ? '不是完整的年月日'
          : '没有写“年、月、日”';
    return {
      ...here,
      title: `落款日期“${text}”${why}`,
      detail: `落款日期写作“${text}”，${why}`,
      stated: text,
      ...(expected !== null && { expected, suggestion: `可改为“${expected}”` }),
    };
  },
});

export const dateRules = [signed, inTime, yearIsOver, dateForm];
