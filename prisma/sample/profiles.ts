import { government } from './agencies';

export const sampleYears = [2020, 2021, 2022, 2023, 2024, 2025] as const;
export type SampleYear = (typeof sampleYears)[number];

/** What a unit of the district does in a year; lists run over the sample years. */
export interface Profile {
  readonly unit: string;
  readonly received: readonly number[];
  /** Carried over from 2019. */
  readonly carriedIn: number;
  /** Part of a year's applications that is still open at its end. */
  readonly carryRate: number;
  /** Documents in force at the end of 2019, then issued and repealed in each year. */
  readonly stock: number;
  readonly issued: readonly number[];
  readonly repealed: readonly number[];
  /** Typical decisions of a year. */
  readonly licensing: number;
  readonly penalties: number;
  readonly coercion: number;
  /** Typical fees of a year in yuan. */
  readonly fees: number;
  /** Catalogue items and purchases, asked for by the 2019 format only. */
  readonly items: {
    readonly licensing: number;
    readonly other: number;
    readonly penalties: number;
    readonly coercion: number;
    readonly fees: number;
  };
  readonly procurement: { readonly projects: number; readonly yuan: number };
}

/** Documents that came or went otherwise than by issue and repeal, and the reason the agency gave (rule T2-03). */
export const stockChanges: readonly {
  readonly unit: string;
  readonly year: SampleYear;
  readonly by: number;
  readonly reason: string;
  readonly districtReason: string;
}[] = [
  {
    unit: 'jiaoyuju',
    year: 2022,
    by: -1,
    reason:
      '上年现行有效的文件中有1件有效期届满自动失效，未经废止程序，因此不计入2022年废止件数，已与区司法局备案目录核对。',
    districtReason: '差额1件为区教育局有效期届满自动失效的文件，未计入废止件数，已由区教育局书面说明。',
  },
  {
    unit: 'shichangjianduguanliju',
    year: 2023,
    by: 2,
    reason:
      '职能调整，原由区科技部门实施的2件知识产权方面的文件划入我局继续有效，不属于2023年制发，故现行有效件数多2件。',
    districtReason: '差额2件为职能调整划入区市场监管局继续有效的文件，原实施单位不在上年统计范围，已核对移交清单。',
  },
  {
    unit: 'zhufanghechengxiangjiansheju',
    year: 2025,
    by: -1,
    reason: '物业管理方面1件文件2025年10月有效期届满自动失效，未另行发文废止，故不计入废止件数。',
    districtReason: '差额1件为区住房城乡建设局有效期届满自动失效的文件，未计入废止件数。',
  },
];

export const profiles: readonly Profile[] = [
  {
    unit: government,
    received: [52, 58, 49, 61, 66, 57],
    carriedIn: 3,
    carryRate: 0.07,
    stock: 46,
    issued: [5, 6, 4, 5, 3, 4],
    repealed: [2, 4, 9, 3, 2, 5],
    licensing: 0,
    penalties: 0,
    coercion: 0,
    fees: 0,
    items: { licensing: 0, other: 12, penalties: 0, coercion: 0, fees: 0 },
    procurement: { projects: 9, yuan: 6_384_210 },
  },
  {
    unit: 'fazhanhegaigeju',
    received: [6, 4, 9, 7, 5, 6],
    carriedIn: 0,
    carryRate: 0.06,
    stock: 7,
    issued: [1, 0, 2, 1, 0, 1],
    repealed: [0, 1, 1, 0, 0, 1],
    licensing: 236,
    penalties: 1,
    coercion: 0,
    fees: 0,
    items: { licensing: 9, other: 21, penalties: 14, coercion: 1, fees: 0 },
    procurement: { projects: 4, yuan: 1_208_600 },
  },
  {
    unit: 'jiaoyuju',
    received: [14, 19, 16, 22, 18, 21],
    carriedIn: 1,
    carryRate: 0.05,
    stock: 11,
    issued: [2, 1, 2, 1, 2, 1],
    repealed: [1, 0, 2, 1, 0, 2],
    licensing: 58,
    penalties: 3,
    coercion: 0,
    fees: 18_426_300,
    items: { licensing: 6, other: 33, penalties: 19, coercion: 0, fees: 4 },
    procurement: { projects: 37, yuan: 48_216_950 },
  },
  {
    unit: 'minzhengju',
    received: [7, 5, 8, 11, 9, 10],
    carriedIn: 0,
    carryRate: 0.05,
    stock: 9,
    issued: [1, 2, 0, 1, 1, 2],
    repealed: [0, 1, 1, 0, 2, 0],
    licensing: 41,
    penalties: 2,
    coercion: 0,
    fees: 0,
    items: { licensing: 8, other: 27, penalties: 16, coercion: 2, fees: 0 },
    procurement: { projects: 6, yuan: 3_940_000 },
  },
  {
    unit: 'renliziyuanheshehuibaozhangju',
    received: [21, 26, 24, 31, 28, 33],
    carriedIn: 1,
    carryRate: 0.06,
    stock: 13,
    issued: [2, 3, 1, 2, 1, 2],
    repealed: [1, 2, 4, 0, 1, 1],
    licensing: 174,
    penalties: 22,
    coercion: 0,
    fees: 0,
    items: { licensing: 7, other: 64, penalties: 38, coercion: 1, fees: 0 },
    procurement: { projects: 8, yuan: 2_765_400 },
  },
  {
    unit: 'ziranziyuanheguihuaju',
    received: [84, 96, 91, 108, 117, 103],
    carriedIn: 6,
    carryRate: 0.09,
    stock: 16,
    issued: [2, 1, 3, 2, 1, 2],
    repealed: [1, 2, 5, 1, 1, 1],
    licensing: 512,
    penalties: 37,
    coercion: 2,
    fees: 21_538_800,
    items: { licensing: 18, other: 52, penalties: 61, coercion: 6, fees: 5 },
    procurement: { projects: 19, yuan: 15_872_300 },
  },
  {
    unit: 'zhufanghechengxiangjiansheju',
    received: [77, 82, 95, 88, 79, 86],
    carriedIn: 4,
    carryRate: 0.08,
    stock: 19,
    issued: [3, 2, 2, 3, 1, 2],
    repealed: [1, 3, 4, 2, 2, 1],
    licensing: 689,
    penalties: 128,
    coercion: 4,
    fees: 64_270_500,
    items: { licensing: 14, other: 58, penalties: 143, coercion: 9, fees: 3 },
    procurement: { projects: 22, yuan: 31_405_800 },
  },
  {
    unit: 'weishengjiankangju',
    received: [18, 15, 12, 14, 11, 13],
    carriedIn: 1,
    carryRate: 0.05,
    stock: 8,
    issued: [2, 1, 1, 0, 1, 1],
    repealed: [0, 1, 2, 1, 0, 0],
    licensing: 1_346,
    penalties: 164,
    coercion: 3,
    fees: 1_286_420,
    items: { licensing: 13, other: 41, penalties: 187, coercion: 11, fees: 2 },
    procurement: { projects: 28, yuan: 22_648_000 },
  },
  {
    unit: 'yingjiguanliju',
    received: [5, 7, 6, 9, 8, 8],
    carriedIn: 0,
    carryRate: 0.08,
    stock: 6,
    issued: [1, 1, 0, 1, 1, 0],
    repealed: [0, 0, 2, 0, 1, 0],
    licensing: 92,
    penalties: 116,
    coercion: 5,
    fees: 0,
    items: { licensing: 5, other: 17, penalties: 96, coercion: 8, fees: 0 },
    procurement: { projects: 7, yuan: 4_116_500 },
  },
  {
    unit: 'shichangjianduguanliju',
    received: [43, 57, 64, 71, 68, 74],
    carriedIn: 2,
    carryRate: 0.06,
    stock: 10,
    issued: [1, 1, 2, 1, 2, 1],
    repealed: [1, 1, 3, 0, 1, 2],
    licensing: 11_480,
    penalties: 742,
    coercion: 46,
    fees: 938_600,
    items: { licensing: 16, other: 49, penalties: 412, coercion: 22, fees: 2 },
    procurement: { projects: 11, yuan: 5_280_900 },
  },
  {
    unit: 'liuxizhen',
    received: [9, 12, 0, 8, 14, 11],
    carriedIn: 0,
    carryRate: 0.06,
    stock: 3,
    issued: [0, 1, 0, 0, 1, 0],
    repealed: [0, 0, 1, 0, 0, 1],
    licensing: 63,
    penalties: 8,
    coercion: 1,
    fees: 0,
    items: { licensing: 4, other: 22, penalties: 9, coercion: 3, fees: 0 },
    procurement: { projects: 5, yuan: 2_046_300 },
  },
  {
    unit: 'yunhejiedao',
    received: [13, 11, 17, 15, 19, 16],
    carriedIn: 1,
    carryRate: 0.06,
    stock: 2,
    issued: [0, 0, 1, 0, 0, 1],
    repealed: [0, 0, 0, 1, 0, 0],
    licensing: 38,
    penalties: 11,
    coercion: 2,
    fees: 0,
    items: { licensing: 3, other: 19, penalties: 7, coercion: 2, fees: 0 },
    procurement: { projects: 6, yuan: 1_873_500 },
  },
];
