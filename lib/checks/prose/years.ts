/** The years that the words before a number speak of. */
export interface Years {
  /** A calendar year named last before the number; null where none is. */
  readonly year: number | null;
  /** 上年, 同期, 以来, 上半年, 每月: not this year, or not the whole of it. */
  readonly isOther: boolean;
}

const marks = new RegExp(
  [
    String.raw`(?<compared>较|比|与|相比|对比|同)?\s*(?<!至|到|入|往|转)(?<year>20\d\d)\s*(?:年度?|(?=共|度))(?!以来)(?<kept>的?(?:末|底)?(?:[没未]有?|无)?(?:结转|转入|遗留|顺延|未办结|余留))?`,
    String.raw`(?<against>较|比|与|(?<!连)同)?(?<last>上一?个?年度?|去年|前年|往年)(?<over>的?(?:末|底|度)?(?:[没未]有?|无)?(?:结转|转入|遗留|顺延|未办结|余留|接续|转结|延续|跨年|转来))?`,
    String.raw`(?<now>(?:今年|本年|年初)以来|本年度?|今年|当年|全年|年内|本报告期|报告期内|年度内)`,
    String.raw`(?<span>以来|历年|近[两二三四五\d]+年|上半年|下半年|[一二三四1-4]季度|同期|每[年月季周日]|月均|年均|平均|下一?年度?[将计拟]|[1-9]\d?[—\-~至][1-9]\d?月(?!31)|截[至止](?:20\d\d年)?(?:[1-9]|1[01])月)`,
  ].join('|'),
  'g',
);

/** 较2022年 and the like hold up to the next comma only; 上年结转 tells of the number itself, not of the year. */
export function yearsBefore(text: string): Years {
  let years: Years = { year: null, isOther: false };
  for (const match of text.matchAll(marks)) {
    const { compared, year, kept, against, last, over, now, span } = match.groups ?? {};
    const sameClause = !/[，,；;：:]/.test(text.slice(match.index + match[0].length));
    if ((compared ?? against) !== undefined) years = sameClause ? { year: null, isOther: true } : years;
    else if (year !== undefined) years = kept === undefined ? { year: Number(year), isOther: false } : years;
    else if (last !== undefined) years = over === undefined ? { year: null, isOther: true } : years;
    else if (now !== undefined) years = { year: null, isOther: false };
    else if (span !== undefined && (span !== '同期' || sameClause)) years = { year: null, isOther: true };
  }
  return years;
}

export const isOfYear = ({ year, isOther }: Years, reportYear: number): boolean =>
  !isOther && (year === null || year === reportYear);
