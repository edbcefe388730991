/**
 * What a web page sets around an article: where it comes from, when it was put up, size of type, sharing, and below it
 * the owner of the site. None of it is text of the report. Only short lines are looked at, and only from their
 * beginning.
 */
const longest = 120;

const heads =
  /^[【[（(]?(?:(?:信息|文章|稿件)?来源|发布(?:时间|日期|机构|单位|人)|发文(?:时间|日期|机关|机构|字号)|成文日期|生成日期|公开(?:时间|日期|方式|范围|形式)|更新(?:时间|日期)|生效(?:时间|日期)|废止(?:时间|日期)|时间|日期|作者|编辑|责任编辑|审核|信息索引|索引号|文号|主题(?:分类|词)|信息(?:分类|名称|有效性)|公文种类|体裁分类|组配分类|有效性|时效性?|名称|内容概述|字体|字号|浏览(?:次数|量)?|阅读(?:次数|量|数)?|点击(?:次数|数|量|率)?|访问量)[】\]）)]?\s*[：:]/;
/** Between them stand blanks, bars and brackets, which are taken out first. */
const buttons =
  /^(?:打印(?:本页|此页|本文)?|关闭(?:窗口|本页|页面)?|分享(?:到|至)?|收藏|字体|字号|大|中|小|默认|超大|特大|返回(?:顶部|首页|列表)?|我要纠错|纠错|语音播报|朗读|下载(?:文件|word|pdf)?|微信|微博|新浪微博|QQ空间|复制链接|[TA][+-]?)+(?:扫一扫.{0,20})?$/i;
const trail = /^(?:您(?:现在)?(?:当前)?(?:所在)?的?位置|当前(?:所在)?位置|所在位置|首页\s*[>＞»›/\\-])/;
const stamp = /^20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s|$)/;

/** True for a line that belongs to the page, not to the report. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > longest) return false;
  if (heads.test(text)) return !/[。；]/.test(text);
  return buttons.test(text.replace(/[\s|｜丨/、【】\[\]（）():：]/g, '')) || trail.test(text) || stamp.test(text);
}

/** A label of the page whose value stands on the line below: 来源： */
export const awaitsValue = (line: string): boolean => line.length < 20 && /[：:]\s*$/.test(line) && isFurniture(line);

/** What WeChat sets below an article. */
const belowPost =
  /^(?:预览时标签不可点|微信扫一扫|继续滑动看下一个|轻触阅读原文|向上滑动看下一个|在小说阅读器中?|阅读原文|喜欢此内容的人还喜欢|阅读\s*\d+)/;

const ends =
  /^(?:[【[（(]?(?:上一[篇条页]|下一[篇条页]|相关(?:链接|文章|信息|阅读|附件|文档|稿件|解读)|友情链接|网站(?:地图|标识码|声明|支持|群)|联系我们|关于我们|版权(?:所有|声明)|主办(?:单位)?\s*[：:]|主办单位|承办(?:单位)?\s*[：:]|技术支持|建议使用|备案(?:序)?号|.{0,8}ICP备|.{0,4}公网安备|copyright|©)|(?:打印|关闭)(?:本页|窗口|此页)?$|【(?:打印|关闭|字体|我要打印).{0,30}】?$)/i;

/** True for a line with which the foot of a web page begins: nothing behind it belongs to the report. */
export function beginsFoot(line: string): boolean {
  const text = line.trim();
  return text.length <= longest && (ends.test(text) || belowPost.test(text)) && !/。/.test(text);
}

/** A file hung on below the report. */
export const isAttachment = (line: string): boolean =>
  line.length <= longest &&
  /^附件?\s*\d{0,2}\s*[：:.、]|\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)\s*$/i.test(line.trim()) &&
  !/。/.test(line);
