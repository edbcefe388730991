import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fonts } from '@/lib/render/docx/docx-styles';
import { escaped } from '@/lib/render/docx/xml-text';

const serif = ['Noto Serif CJK SC', 'Source Han Serif SC', 'AR PL UMing CN'];
const sans = ['Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei'];

/** What stands in for a font of the standard where it is not installed, the nearest first. */
const relatives: Readonly<Record<string, readonly string[]>> = {
  [fonts.title]: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'STZhongsong', '华文中宋', ...serif],
  [fonts.fang]: ['FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋', ...serif],
  [fonts.kai]: ['KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti', '华文楷体', 'AR PL UKai CN', ...serif],
  [fonts.hei]: ['SimHei', 'STHeiti', '华文黑体', ...sans],
  [fonts.song]: ['SimSun', 'STSong', '华文宋体', ...serif],
};

const named = promisify(execFile);

/** Families of this machine by fontconfig; none where it does not tell. */
async function installedFonts(): Promise<ReadonlySet<string>> {
  const { stdout } = await named('fc-list', [':', 'family'], { timeout: 20_000, maxBuffer: 4 * 1024 * 1024 }).catch(
    () => ({ stdout: '' }),
  );
  return new Set(stdout.split('\n').flatMap((line) => line.split(',').map((name) => name.trim())));
}

/**
 * Fonts of the .docx that are not installed, each with what stands in for it; left to LibreOffice it would be a sans.
 */
export function substitutesFor(installed: ReadonlySet<string>): [string, string][] {
  return Object.entries(relatives).flatMap(([name, others]): [string, string][] => {
    const other = installed.has(name) ? undefined : others.find((one) => installed.has(one));
    return other === undefined ? [] : [[name, other]];
  });
}

const property = (name: string, value: string): string =>
  `<prop oor:name="${name}" oor:op="fuse"><value>${escaped(value)}</value></prop>`;
const item = (path: string, inner: string): string =>
  `<item oor:path="/org.openoffice.Office.Common/Font/Substitution${path}">${inner}</item>`;

/** LibreOffice's settings (registrymodifications.xcu) for this machine: what stands in for the fonts that it lacks. */
export async function officeSettings(): Promise<string> {
  const pairs = substitutesFor(await installedFonts()).map(([name, other], index) => {
    const properties = [
      property('ReplaceFont', name),
      property('SubstituteFont', other),
      property('Always', 'true'),
      property('OnScreenOnly', 'false'),
    ];
    return item('/FontPairs', `<node oor:name="_${index}" oor:op="replace">${properties.join('')}</node>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[item('', property('Replacement', 'true')), ...pairs].join('\n')}
</oor:items>
`;
}
