/** An element of the document's markup, with the table that it stands in or after. */
export interface Place {
  readonly name: string;
  readonly classes: readonly string[];
  /** `two`, `three`, `four`; null above the first. */
  readonly table: string | null;
  /** Whether it stands in the head of the table. */
  readonly head: boolean;
}

const sans = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";
const fang = "FangSong_GB2312,仿宋_GB2312,STFangsong,FangSong,'Noto Serif CJK SC',SimSun,serif";
const hei = "SimHei,STHeiti,'Noto Sans CJK SC','Microsoft YaHei',sans-serif";
const kai = "KaiTi_GB2312,楷体_GB2312,STKaiti,KaiTi,'Noto Serif CJK SC',serif";
const title = "'FZXiaoBiaoSong-B05S',方正小标宋简体,STZhongsong,'Noto Serif CJK SC',SimSun,serif";

const hidden = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap';

/** What stands in the `style` attribute of an element; empty where it needs none. Single quotes only. */
export function fragmentStyle(place: Place): string {
  const has = (one: string): boolean => place.classes.includes(one);
  const { table } = place;
  switch (place.name) {
    case 'article':
      return `max-width:904px;margin:0 auto;color:#1a2327;font:400 18px/2 ${fang};line-break:strict;overflow-wrap:break-word`;
    case 'h1':
      return `margin:0 0 32px;font:700 30px/1.5 ${title};text-align:center;text-indent:0`;
    case 'h2':
      return `margin:16px 0 0;font:600 18px/2 ${hei};text-indent:2em`;
    case 'h3':
      return `margin:0;font:600 18px/2 ${kai};text-indent:2em`;
    case 'p':
      return paragraphStyle(place);
    case 'span':
      return has('one-piece') ? 'white-space:nowrap' : has('stick') ? 'display:inline-block;max-width:4.2em' : '';
    case 'div':
      if (has('signature')) return 'margin-top:32px';
      return has('table-frame') ? 'overflow-x:auto;margin:12px 0 16px' : '';
    case 'section':
      return has('table-frame') ? 'overflow-x:auto;margin:12px 0 16px' : '';
    case 'table':
      return `width:100%;${has('two') ? '' : 'min-width:640px;'}border-collapse:collapse;border:1px solid #1a2327;background:#fff;color:#1a2327;font:400 14px/1.45 ${sans};text-indent:0`;
    case 'caption':
      return table === null ? `padding-bottom:6px;font:600 16px/1.6 ${hei};text-align:center` : hidden;
    case 'th':
    case 'td':
      return cellStyle(place);
    case 'col':
      return has('name')
        ? 'width:30%'
        : table === 'two'
          ? ''
          : has('g1')
            ? 'width:34px'
            : has('g2')
              ? 'width:84px'
              : has('fig')
                ? 'width:58px'
                : '';
    case 'small':
      return 'font-size:12px;color:#465158';
    case 'img':
      return 'display:block;max-width:100%;height:auto;margin:0 auto';
    case 'figure':
      return 'margin:16px 0;text-align:center';
    case 'figcaption':
      return `font:400 14px/1.6 ${sans};text-align:center;text-indent:0`;
    default:
      return '';
  }
}

function paragraphStyle({ classes }: Place): string {
  if (classes.includes('remark')) return `margin:0 0 8px;font:400 14px/1.75 ${fang};color:#465158;text-indent:0`;
  const indent = classes.map((one) => /^in-(\d+)$/.exec(one)?.[1]).find((halves) => halves !== undefined);
  if (indent !== undefined) return `margin:0;text-align:right;text-indent:0;padding-right:${Number(indent) / 2}em`;
  return 'margin:0;text-indent:2em;text-align:justify';
}

function cellStyle({ name, classes, table, head }: Place): string {
  const has = (one: string): boolean => classes.includes(one);
  const edges = 'border:1px solid #7d848a;vertical-align:middle;font-weight:400';
  const ground = head || has('band') ? ';background:#f7f5f0' : '';
  if (name === 'td' && has('left')) return `${edges};padding:6px;text-align:left;font-size:13px`;
  if (table === null)
    return `${edges}${ground};padding:6px;text-align:${has('left') ? 'left' : 'center'};font-size:14px`;
  if (name === 'td' && !has('corner')) {
    return `${edges};padding:6px 4px;text-align:center;white-space:nowrap;font-size:15px${has('total') && !has('zero') ? ';font-weight:600' : ''}${has('zero') ? ';color:#5e686e' : ''}`;
  }
  if (has('tall'))
    return `${edges};width:34px;padding:6px 0;text-align:center;writing-mode:vertical-rl;letter-spacing:.14em`;
  const side = table === 'three' && !head ? 'left' : 'center';
  return `${edges}${ground};padding:6px;text-align:${has('corner') && table === 'three' ? 'left' : side};font-size:13px${(side === 'center' && !has('corner')) || has('group') ? ';word-break:keep-all' : ''}`;
}
