import type { AgencyKind } from '@/lib/report/report';
import type { Role } from '@/lib/workflow/permissions';

/** An agency of the invented district 云泽市澄湖区. */
export interface SampleAgency {
  /** Its address, for ever: `/reports/{key}/2024`. */
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly parent: string | null;
  /** Materialised path made of the keys from the top down. */
  readonly path: string;
  /** Name of its account on the messenger that its reports speak of. */
  readonly channel: string;
}

export const government = 'chenghuqu';
const district = '云泽市澄湖区';

function below(
  key: string,
  name: string,
  shortName: string,
  channel: string,
  kind: AgencyKind = 'department',
): SampleAgency {
  return { key, name: district + name, shortName, kind, parent: government, path: `/${government}/${key}/`, channel };
}

export const sampleAgencies: readonly SampleAgency[] = [
  {
    key: government,
    name: `${district}人民政府`,
    shortName: '区政府',
    kind: 'government',
    parent: null,
    path: `/${government}/`,
    channel: '澄湖发布',
  },
  below('fazhanhegaigeju', '发展和改革局', '区发展改革局', '澄湖发改'),
  below('jiaoyuju', '教育局', '区教育局', '澄湖教育'),
  below('minzhengju', '民政局', '区民政局', '澄湖民政'),
  below('renliziyuanheshehuibaozhangju', '人力资源和社会保障局', '区人力资源社会保障局', '澄湖人社'),
  below('ziranziyuanheguihuaju', '自然资源和规划局', '区自然资源和规划局', '澄湖自然资源'),
  below('zhufanghechengxiangjiansheju', '住房和城乡建设局', '区住房城乡建设局', '澄湖住建'),
  below('weishengjiankangju', '卫生健康局', '区卫生健康局', '健康澄湖'),
  below('yingjiguanliju', '应急管理局', '区应急管理局', '澄湖应急'),
  below('shichangjianduguanliju', '市场监督管理局', '区市场监管局', '澄湖市场监管'),
  below('liuxizhen', '柳溪镇人民政府', '柳溪镇', '柳溪之声', 'town'),
  below('yunhejiedao', '云河街道办事处', '云河街道', '云河民生', 'town'),
];

export interface SampleAccount {
  /** What is typed at sign-in; the same as the name. */
  readonly userName: string;
  readonly name: string;
  readonly roles: readonly { readonly agency: string; readonly role: Role }[];
  /** Printed when the demo starts, with what the account shows. */
  readonly shows: string | null;
}

/** One password for every sample account; they exist in the demo only. */
export const samplePassword = 'yunze-nianbao';

function person(name: string, agency: string, role: Role, shows: string | null = null): SampleAccount {
  return { userName: name, name, roles: [{ agency, role }], shows };
}

export const sampleAccounts: readonly SampleAccount[] = [
  person('周敏', 'yingjiguanliju', 'author', '区应急管理局填报人，2025年度草稿有待改正之处'),
  person('李建国', 'yingjiguanliju', 'reviewer', '区应急管理局审核人'),
  person('高翔', 'ziranziyuanheguihuaju', 'author', '区自然资源和规划局填报人，2025年度报告已退回，有批注待答复'),
  person('唐海波', 'zhufanghechengxiangjiansheju', 'reviewer', '区住房城乡建设局审核人，2025年度报告待审核'),
  person('王芳', government, 'administrator', '区政府管理员，可看全区进度、管理机关和账号'),
  person('赵文斌', government, 'author'),
  person('孙丽萍', government, 'reviewer'),
  person('刘思远', 'fazhanhegaigeju', 'author'),
  person('何建华', 'fazhanhegaigeju', 'reviewer'),
  person('吴雅琴', 'jiaoyuju', 'author'),
  person('郑国强', 'jiaoyuju', 'reviewer'),
  person('林晓燕', 'minzhengju', 'author'),
  person('黄志明', 'minzhengju', 'reviewer'),
  person('徐婷', 'renliziyuanheshehuibaozhangju', 'author'),
  person('马俊', 'renliziyuanheshehuibaozhangju', 'reviewer'),
  person('罗永红', 'ziranziyuanheguihuaju', 'reviewer'),
  person('谢雨桐', 'zhufanghechengxiangjiansheju', 'author'),
  person('韩雪', 'weishengjiankangju', 'author'),
  person('曹志刚', 'weishengjiankangju', 'reviewer'),
  person('冯倩', 'shichangjianduguanliju', 'author'),
  person('邓卫东', 'shichangjianduguanliju', 'reviewer'),
  person('许佳', 'liuxizhen', 'author'),
  person('彭大伟', 'liuxizhen', 'reviewer'),
  person('苏静', 'yunhejiedao', 'author'),
  person('蒋勇', 'yunhejiedao', 'reviewer'),
];

/** The account that holds a role at an agency. */
export function holderOf(agency: string, role: Role): SampleAccount {
  const account = sampleAccounts.find((one) => one.roles.some((held) => held.agency === agency && held.role === role));
  if (account === undefined) throw new Error(`no sample account is ${role} at ${agency}`);
  return account;
}
