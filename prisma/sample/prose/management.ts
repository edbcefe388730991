import type { Facts } from './facts';
import { say, type Prose } from './say';

/** Normative documents as in table two, in the words of the format of the year. */
function documents(f: Facts, variant: number): Prose {
  const row = 'disclosure.normativeDocuments';
  if (f.format.id === '2019') {
    return f.n(`${row}.made`) === 0
      ? say`没有新制作规范性文件，对外公开的规范性文件总数为${f.fig(`${row}.totalDisclosed`)}件。`
      : say`新制作规范性文件${f.fig(`${row}.made`)}件，均已公开，对外公开的规范性文件总数为${f.fig(`${row}.totalDisclosed`)}件。`;
  }
  const issued = f.n(`${row}.issued`);
  const repealed = f.n(`${row}.repealed`);
  const [made, ended, live] = [f.fig(`${row}.issued`), f.fig(`${row}.repealed`), f.fig(`${row}.inForce`)];
  if (issued === 0 && repealed === 0) return say`年内没有制发或者废止行政规范性文件，现行有效${live}件。`;
  if (issued === 0) return say`废止行政规范性文件${ended}件，现行有效${live}件，均已标注效力。`;
  if (repealed === 0) return say`制发行政规范性文件${made}件，没有废止的文件，现行有效${live}件。`;
  switch (variant % 4) {
    case 0:
      return say`制发行政规范性文件${made}件，废止${ended}件，截至年底现行有效${live}件。`;
    case 1:
      return say`经清理，废止行政规范性文件${ended}件；新制发${made}件；现行有效${live}件，目录已在网上更新。`;
    case 2:
      return say`行政规范性文件现行有效${live}件，其中包括${f.year}年新制发的${made}件；另有${ended}件予以废止。`;
    default:
      return say`年内新制发行政规范性文件${made}件、废止${ended}件，现行有效的${live}件集中在专栏展示，可以按主题检索。`;
  }
}

export const management: readonly ((f: Facts, v: number) => Prose)[] = [
  (f, v) => say`修订主动公开目录，新增事项${f.columns}项，删去机构调整后不再承担的事项。${documents(f, v)}`,
  (f, v) => say`${documents(f, v)}所有文件在拟稿纸上注明公开属性，不予公开的写明理由，由${f.desk}复核后方可印发。`,
  (f, v) =>
    say`对历年发布的信息作了一次集中清理，更正失效链接和过期联系方式${f.mended}处，对已经失效的文件加注标识。${documents(f, v)}`,
  (f, v) => say`严格发布前审查，全年审查拟公开稿件${f.drafts}份，涉及个人信息的一律隐去后发布。${documents(f, v)}`,
  (f, v) => say`建立从制作、审查、发布到归档的台账，每条信息都能查到经办人和审查人。${documents(f, v)}`,
  (f, v) =>
    say`${documents(f, v)}对照《条例》第二十条列出的事项重新编排目录，把分散在不同栏目的同类信息归到一处，方便查找。`,
  (f, v) =>
    say`完成公开指南的年度更新，受理地点、办公时间和联系电话逐项核实。${documents(f, v)}拟不公开的信息实行半年复查，情况变化的及时转为公开。`,
  (f, v) => say`与档案管理衔接，${f.year}年归档的文件在移交时同步标注公开属性。${documents(f, v)}`,
  (f, v) => say`落实保密审查责任，承办人初审、机构负责人复审、分管负责同志终审，三级审查记录齐全。${documents(f, v)}`,
  (f, v) => say`${documents(f, v)}对文件库作了格式统一，每份文件提供网页和可下载两种版本，并附解读材料的链接。`,
  (f, v) =>
    say`加强数据源头管理，${f.offices}报送的信息由专人登记，重复报送和内容不一致的退回核实，全年退回${f.mended}件。${documents(f, v)}`,
  (f, v) => say`梳理形成公开事项清单${f.columns}类，每类明确公开内容、时限、方式和责任人。${documents(f, v)}`,
  (f, v) =>
    say`${documents(f, v)}信息发布后实行“回头看”，每月抽查网页显示、附件下载和文字内容，发现的${f.mended}处问题已经改正。`,
];
