import { printedDate } from '@/lib/render/outline';
import type { Report } from '@/lib/report/report';
import { totalsOf } from '@/lib/report/totals';
import { titleOf } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import type { CellId } from '@/lib/statute/table';

/** A stream of numbers from 0 up to but not including `below`, the same for the same seed. */
export type Luck = (below: number) => number;

export function luckOf(seed: number): Luck {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const pick = <T>(luck: Luck, items: readonly T[]): T => items[luck(items.length)] as T;

const agencies = [
  '云泽市澄湖区人民政府办公室',
  '青梧县交通运输局',
  '苍岭市发展和改革委员会',
  '临川市白鹭区水务局',
  '柏溪镇人民政府',
  '云泽市公安局澄湖分局',
  '星河街道办事处',
  '渚州市人民政府',
  '国家税务总局云泽市税务局',
  '青梧县一中心卫生院',
];
const fillings = ['zeros', 'small', 'large', 'blanks', 'wrong totals'] as const;
export type Filling = (typeof fillings)[number];

/** A report of an invented agency; `filling` says what its figures are like. */
export function unseenReport(seed: number): { report: Report; filling: Filling } {
  const luck = luckOf(seed);
  const filling = fillings[seed % fillings.length] as Filling;
  const year = pick(luck, seed % 3 === 2 ? [2019, 2020] : [2021, 2022, 2023, 2024, 2025]);
  const format = formatFor(year);
  if (format === undefined) throw new Error(`no format for ${year}`);
  const agency = pick(luck, agencies);
  const cells: Record<CellId, string | null> = {};
  const notes: Record<CellId, string> = {};
  for (const { id, isTotal, number } of format.cells) {
    if (isTotal) cells[id] = null;
    else if (number === 'amount')
      cells[id] = pick(luck, [
        '0',
        `${luck(90000)}.${1 + luck(9)}`,
        `${luck(900)}.${1 + luck(8)}${1 + luck(9)}`,
        String(luck(3000)),
      ]);
    else if (number === 'change') cells[id] = String(luck(7) - 3);
    else cells[id] = figure(luck, filling, id.startsWith('disclosure'));
  }
  Object.assign(cells, totalsOf(format, filling === 'blanks' ? mapped(cells, (value) => value ?? '0') : cells));
  if (filling === 'wrong totals')
    for (const { id, isTotal } of format.cells)
      if (isTotal && luck(9) === 0) cells[id] = String(Number(cells[id] ?? 0) + 1 + luck(5));
  return {
    filling,
    report: {
      format: format.id,
      year,
      agency,
      title: titleOf(agency, year),
      ...prose(luck, agency, year),
      cells,
      notes,
      signature: { agency, date: `${year + 1}-01-${String(3 + luck(26)).padStart(2, '0')}` },
    },
  };
}

function figure(luck: Luck, filling: Filling, disclosure: boolean): string | null {
  if (filling === 'zeros') return disclosure ? String(luck(2) * luck(30)) : '0';
  if (filling === 'large') return String(luck(3) === 0 ? luck(40000) : luck(300));
  if (filling === 'blanks' && luck(5) === 0) return null;
  return luck(2) === 0 ? '0' : String(luck(25));
}

const mapped = (
  cells: Record<CellId, string | null>,
  change: (value: string | null) => string | null,
): Record<CellId, string | null> => Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, change(value)]));

function prose(luck: Luck, agency: string, year: number): Pick<Report, 'preamble' | 'sections'> {
  const some = (most: number): number => 2 + luck(most);
  const bare = [
    `${year}年，${agency}围绕供水、修路和办事三件事做好公开，全年发布信息${some(900)}条。`,
    `（一）主动公开。发布文件${some(30)}件、解读${some(20)}篇，回应来信${some(90)}件。`,
    `（二）依申请公开。收到申请${some(30)}件，均已在期限内答复。`,
    `（三）政府信息管理。清理旧文${some(20)}件，目录调整${some(3)}次。`,
    `（四）平台建设。网站栏目重新分类，公开栏${some(30)}处。`,
    `（五）监督保障。培训${some(5)}期，参训${some(90)}人次。`,
  ];
  const headed = bare.flatMap((text) => {
    const [, head, rest] = /^(（.）[^。]+)。(.+)$/.exec(text) ?? [];
    return head === undefined || rest === undefined ? [text] : [head, rest];
  });
  return {
    preamble:
      luck(3) === 0
        ? ''
        : `本报告依照《中华人民共和国政府信息公开条例》编写，所列数据自${year}年1月1日起，至${year}年12月31日止。联系电话：0${luck(900) + 100}-${luck(9000000) + 1000000}。`,
    sections: {
      overview: (luck(2) === 0 ? bare : headed).join('\n'),
      problems:
        luck(2) === 0
          ? `一是发布偏晚，${some(9)}条信息逾期；二是说理不细。下一步，由综合科逐件复核。`
          : `（一）存在的主要问题\n1.公开内容不够深入，栏目更新慢。\n2.人员更换多，业务不熟。\n（二）改进情况\n落实专人，每季自查${some(3)}次。`,
      other: pick(luck, [
        '无。',
        '本年度没有收取信息处理费，没有其他需要报告的事项。',
        `本单位${year}年收取信息处理费0元。`,
      ]),
    },
  };
}

/** The report as a list of what is printed one after another; tables stand where their section says. */
export type Part =
  | { readonly is: 'title' | 'heading' | 'text' | 'agency' | 'date'; readonly text: string }
  | { readonly is: 'table'; readonly index: 0 | 1 | 2 };

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

export function partsOf(report: Report): Part[] {
  const texts = (text: string | undefined): Part[] =>
    (text ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ is: 'text', text: line }));
  const [overview, disclosure, applications, remedies, problems, other] = headings.map(
    (text): Part => ({ is: 'heading', text }),
  ) as [Part, Part, Part, Part, Part, Part];
  return [
    { is: 'title', text: report.title },
    ...texts(report.preamble),
    overview,
    ...texts(report.sections.overview),
    disclosure,
    { is: 'table', index: 0 },
    applications,
    { is: 'table', index: 1 },
    remedies,
    { is: 'table', index: 2 },
    problems,
    ...texts(report.sections.problems),
    other,
    ...texts(report.sections.other),
    { is: 'agency', text: report.signature.agency },
    { is: 'date', text: printedDate(report.signature.date ?? '') },
  ];
}
