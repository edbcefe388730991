import type { Facts } from './facts';
import { say, type Prose } from './say';

/** How much was published and where; the items always add up to the sum. */
export const published: readonly ((f: Facts) => Prose)[] = [
  (f) =>
    say`全年主动公开政府信息${f.posts.total}条，其中政府网站${f.posts.site}条，“${f.agency.channel}”微信公众号${f.posts.channel}条，公开栏和电子屏${f.posts.board}条。`,
  (f) =>
    say`通过区政府门户网站公开信息${f.posts.site}条，通过“${f.agency.channel}”公众号发布${f.posts.channel}条，在办事大厅公示栏张贴${f.posts.board}条，三类渠道的内容由同一台账管理。`,
  (f) =>
    say`${f.year}年主动公开信息共${f.posts.total}条，包括网站${f.posts.site}条、微信公众号${f.posts.channel}条、线下公示${f.posts.board}条；另以图表、问答等形式发布解读材料${f.readings}篇。`,
  (f) =>
    say`网站发布仍是主要渠道，全年更新${f.posts.site}条；面向手机用户的“${f.agency.channel}”推送${f.posts.channel}条；不便上网的群众可在公示栏看到${f.posts.board}条。重要文件做到发布与解读同步，解读稿${f.readings}篇。`,
  (f) =>
    say`全年公开各类信息${f.posts.total}条，其中网站发布${f.posts.site}条、新媒体发布${f.posts.channel}条、其他方式公开${f.posts.board}条，均在规定期限内完成。`,
  (f) =>
    say`在区政府网站${f.columns}个栏目发布信息${f.posts.site}条，内容涉及机构职能、文件、计划、预决算和办事指南；公众号推送${f.posts.channel}条，以提醒类、问答类内容为主。`,
  (f) =>
    say`对照主动公开目录逐项发布，${f.year}年共公开信息${f.posts.total}条，其中通过网站公开${f.posts.site}条、通过公众号公开${f.posts.channel}条、通过公告栏公开${f.posts.board}条。每季度末由${f.desk}核对一次，缺项当季补齐。`,
  (f) =>
    say`主动公开突出时效。网站${f.posts.site}条信息中，文件类均在印发后二十个工作日内上网；“${f.agency.channel}”发布的${f.posts.channel}条内容多与办事提醒有关。制作政策问答和图解${f.readings}份。`,
  (f) =>
    say`线上线下同步公开。线上在网站发布${f.posts.site}条、在公众号发布${f.posts.channel}条，线下在公示栏和服务窗口公开${f.posts.board}条，合计公开信息${f.posts.total}条。`,
  (f) =>
    say`${f.self}全年向社会公开信息${f.posts.total}条，其中网站${f.posts.site}条、公众号${f.posts.channel}条、现场公示${f.posts.board}条。答复网上留言${f.replies}条，把问得较多的问题编入常见问答。`,
  (f) =>
    say`按照应公开尽公开的要求，发布网站信息${f.posts.site}条、公众号信息${f.posts.channel}条，公示纸质材料${f.posts.board}份。对社会关注度高的事项先后组织解读${f.readings}次。`,
  (f) =>
    say`${f.year}年发布信息${f.posts.total}条，其中网站${f.posts.site}条，“${f.agency.channel}”${f.posts.channel}条，其余${f.posts.board}条在服务窗口公示。规划计划、预算决算、重大项目等内容按季更新。`,
  (f) =>
    say`公开数量与公开质量并重，网站全年发布${f.posts.site}条，退回修改后再发布的稿件有${f.mended}条；公众号发布${f.posts.channel}条。配合文件发布解读材料${f.readings}篇，群众来电询问相应减少。`,
];

const decisions = (f: Facts, id: string) => f.n(`disclosure.${id}.decisions`);

/** Licences and penalties as in table two; null where there were none. */
export function decided(f: Facts, variant: number): Prose | null {
  const licensing = decisions(f, 'licensing');
  const penalties = decisions(f, 'penalties');
  if (licensing === 0 && penalties === 0) return null;
  const permits = f.fig('disclosure.licensing.decisions');
  const fines = f.fig('disclosure.penalties.decisions');
  if (penalties === 0) return say`全年作出行政许可决定${permits}件，结果均已公示。`;
  if (licensing === 0) return say`全年作出行政处罚决定${fines}件，结果均已公示。`;
  switch (variant % 5) {
    case 0:
      return say`全年作出行政许可决定${permits}件、行政处罚决定${fines}件，结果信息在七个工作日内上网公示。`;
    case 1:
      return say`行政许可${permits}件、行政处罚${fines}件的办理结果均通过信用平台和区政府网站公示。`;
    case 2:
      return say`办理行政许可${permits}件，作出行政处罚${fines}件，公示内容包括决定文书号、事由和依据。`;
    case 3:
      return say`执法结果公开方面，公示行政许可决定${permits}件，公示行政处罚决定${fines}件，涉及个人信息的内容作了隐去处理。`;
    default:
      return say`许可和处罚信息做到应示尽示，其中行政许可${permits}件、行政处罚${fines}件，未收到对公示内容的异议。`;
  }
}
