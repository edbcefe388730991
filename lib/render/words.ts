const threes = '规范性|事业性|新制作|新公开|总数量|总金额|上一年|自然人|申请人|复议后|法人或|增/减';
const word = new RegExp(`（[^）]*）|${threes}|[\\s\\S]{1,2}`, 'gu');

/**
 * A header label in pieces between which a line may break, so that a narrow column never parts 商业企/业.
 * Joined, the pieces are the label.
 */
export function wordsOf(label: string): string[] {
  return label.match(word) ?? [];
}

/** A label as 名称 and what stands after it in brackets: 部分公开 and （区分处理的，…）. */
export function asideOf(label: string): { name: string; aside: string } {
  const at = label.lastIndexOf('（');
  return at > 3 && label.endsWith('）')
    ? { name: label.slice(0, at), aside: label.slice(at) }
    : { name: label, aside: '' };
}

const phrases =
  '三安全一稳定|申请人|正当理由|逾期|不补正|行政机关|政府信息|行政法规|法律|公开|申请|收费通知|要求|缴纳|费用|不再处理|确认|重新出具|已获取|信息|区分处理的|只计|这一情形|不计|其他情形|部分公开|予以公开|属于|国家秘密|禁止|危及|保护|第三方|合法权益|三类|四类|内部事务|过程性|执法案卷|查询事项|本机关|不掌握|相关|没有|现成|需要|另行制作|补正后|申请内容|仍不明确|信访|举报|投诉类|重复|提供|出版物|大量|反复|本年|新收|上年|数量|结转|下年度|继续办理|对外|管理服务|事项|行政|规范性|文件|事业性|收费|政府|集中采购';
const phrase = new RegExp(
  `(?:（[一二三四五六七八九十]）|[一二三四五六七八九十]、|\\d\\.)?[（“]?(?:${phrases}|[\\s\\S])[，、）”]*`,
  'gu',
);

/** A row label in pieces that no line parts: 已获取, 情形. Joined, they are the label. */
export function phrasesOf(label: string): string[] {
  return label.match(phrase) ?? [];
}
