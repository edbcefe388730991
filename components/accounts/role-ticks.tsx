import type { UseFormRegisterReturn } from 'react-hook-form';
import { roleNames, roles, type Role } from '@/lib/workflow/permissions';

const says: Readonly<Record<Role, string>> = {
  author: '填写并提交本机关的年度报告',
  reviewer: '批注、退回、批准、公布，不能审核自己写的内容',
  administrator: '管理本机关和下级机关的账号，公布已批准的报告',
};

/** What a person may be at an agency. */
export function RoleTicks({ field }: { field: UseFormRegisterReturn }) {
  return (
    <>
      {roles.map((role) => (
        <label className="tick-line" key={role}>
          <input type="checkbox" value={role} {...field} />
          <span>
            {roleNames[role]}
            <small>{says[role]}</small>
          </span>
        </label>
      ))}
    </>
  );
}
