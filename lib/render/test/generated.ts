import type { Report } from '@/lib/report/report';
import { totalsOf } from '@/lib/report/totals';
import { titleOf, type Format } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import type { Cell, CellId } from '@/lib/statute/table';
import { luckOf, pick, proseOf, writings, type Luck, type Writing } from './generated-prose';

/** What the figures of a report are like; `long` are counts of seven digits and amounts with six decimals. */
const figures = ['zeros', 'small', 'blanks', 'long', 'wrong totals', 'uneven'] as const;
type Figures = (typeof figures)[number];

export interface Generated {
  readonly seed: number;
  readonly name: string;
  readonly writing: Writing;
  readonly report: Report;
}

/** How many there are: what documents are measured against besides the five real reports. */
export const generatedCount = 200;

/** Agencies with names of 5 to 60 characters, all invented. */
const agencies = [
  '柏溪镇人民政府',
  '临川市白鹭区水务局',
  '青梧县交通运输局',
  '苍岭市发展和改革委员会',
  '云泽市公安局澄湖分局',
  '星河街道办事处',
  '渚州市档案局',
  '国家税务总局云泽市税务局澄湖经济技术开发区税务分局',
  '云泽市澄湖区人民政府办公室（区政府外事办公室、区大数据中心）',
  '临川市白鹭区综合行政执法和城市精细化管理服务保障局',
  '青梧彝族自治县农业农村和水务水利移民搬迁后期扶持工作局',
  '云泽市澄湖区柳溪循环经济产业园区管理委员会和高端装备制造产业基地规划建设发展促进和服务保障协调推进工作领导小组综合办公室',
] as const;

function shorter(digits: number, luck: Luck): string {
  return String(10 ** (digits - 1) + luck(9 * 10 ** (digits - 1)));
}

function amount(luck: Luck, kind: Figures): string | null {
  if (kind === 'zeros') return '0';
  if (kind === 'blanks' && luck(3) === 0) return null;
  if (kind === 'long') return `${shorter(7, luck)}.${shorter(5, luck)}${1 + luck(9)}`;
  return pick(luck, [
    '0',
    shorter(3, luck),
    `${luck(900)}.${1 + luck(9)}`,
    `${luck(9000)}.${luck(10)}${1 + luck(9)}`,
    `0.${shorter(5, luck)}${1 + luck(9)}`,
  ]);
}

function count(luck: Luck, kind: Figures, column: number): string | null {
  if (kind === 'zeros') return luck(40) === 0 ? String(luck(9)) : '0';
  if (kind === 'blanks') return luck(4) === 0 ? null : String(luck(12));
  if (kind === 'long') return luck(3) === 0 ? shorter(7, luck) : shorter(1 + luck(6), luck);
  if (kind === 'uneven') return column % 3 === 0 ? shorter(5, luck) : '0';
  return luck(2) === 0 ? '0' : String(luck(25));
}

function figure(luck: Luck, kind: Figures, cell: Cell, column: number): string | null {
  if (cell.number === 'amount') return amount(luck, kind);
  if (cell.number !== 'change') return count(luck, kind, column);
  return kind === 'long' ? `-${shorter(7, luck)}` : String(luck(9) - 4);
}

function cellsFor(luck: Luck, format: Format, kind: Figures): Record<CellId, string | null> {
  const cells: Record<CellId, string | null> = {};
  format.cells.forEach((cell, index) => (cells[cell.id] = cell.isTotal ? null : figure(luck, kind, cell, index)));
  Object.assign(cells, totalsOf(format, cells));
  // As a document may state them: false by a little, or not at all.
  if (kind === 'wrong totals') {
    for (const { id, isTotal } of format.cells)
      if (isTotal && luck(5) === 0) cells[id] = luck(4) === 0 ? null : String(Number(cells[id] ?? 0) + 1 + luck(5));
  }
  return cells;
}

const days = ['01-05', '01-17', '01-31', '03-02', '03-31'] as const;

/** A report of an invented agency; the same seed gives the same report. */
function generatedReport(seed: number): Generated {
  const luck = luckOf(seed);
  const writing = writings[seed % writings.length] ?? 'ordinary';
  const kind = figures[Math.floor(seed / writings.length) % figures.length] ?? 'small';
  const year = pick(luck, luck(3) === 0 ? [2019, 2020] : [2021, 2022, 2023, 2024]);
  const format = formatFor(year);
  if (format === undefined) throw new Error(`no format for ${year}`);
  const agency = pick(luck, agencies);
  const cells = cellsFor(luck, format, kind);
  const noted = format.cells.filter(() => luck(60) === 0).slice(0, 4);
  const remarked = seed % 5 === 3;
  const report: Report = {
    format: format.id,
    year,
    agency,
    title: seed % 11 === 7 ? `${year}年${agency}政府信息公开工作年度报告` : titleOf(agency, year),
    ...proseOf(luck, writing, year, agency),
    cells,
    signature: { agency, date: seed % 13 === 6 ? null : `${year + 1}-${pick(luck, days)}` },
    ...(remarked
      ? {
          notes: Object.fromEntries(
            noted.map(({ id }, index) => [
              id,
              index === 0 ? '含所属供水站、"水投"公司 & 分支机构' : '其中<1件>为上年补录',
            ]),
          ),
          extra: extraRows(luck),
        }
      : {}),
  };
  return {
    seed,
    name: `${seed}: ${format.id}, ${writing}, ${kind}${remarked ? ', remarks' : ''}, ${agency.length}`,
    writing,
    report,
  };
}

function extraRows(luck: Luck): NonNullable<Report['extra']> {
  return [
    { table: 'disclosure', label: '政府信息公开发布总数量', value: shorter(1 + luck(7), luck) },
    ...(luck(2) === 0 ? [{ table: 'applications', label: '（八）其他', value: String(luck(30)) }] : []),
  ];
}

/** The 200 reports, or those of some seeds. */
export function generatedReports(
  seeds: readonly number[] = Array.from({ length: generatedCount }, (_, seed) => seed),
): Generated[] {
  return seeds.map(generatedReport);
}
