import { Fragment } from 'react';
import type { HeaderCell } from '@/lib/statute/headers';

/** A heading of a column with the places where it may break: 社会<wbr>公益<wbr>组织. */
export function ColumnLabel({ label }: { label: string }) {
  return label.split(/(?=公益|服务|结果$|企业|机构|组织|起诉|维持|纠正|审结|件数|数量|金额|（)/).map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}

/** A label of a row: its numeral hangs, an explanation in brackets is smaller. */
export function RowLabel({ header }: { header: HeaderCell }) {
  const { label } = header;
  const group = header.role === 'group' ? /^(（.{1,2}）)(.*)$/.exec(label) : null;
  if (group !== null) {
    return (
      <>
        {group[1]}
        <br />
        {group[2]}
      </>
    );
  }
  const remark = /^(.+?)(（[^）]{6,}）)$/.exec(label);
  if (remark !== null) {
    return (
      <>
        {remark[1]}
        <small>{remark[2]}</small>
      </>
    );
  }
  const item = /^(\d\.)(.*)$/.exec(label);
  if (item !== null) {
    return (
      <span className="hanging">
        <span>{item[1]}</span>
        <span>{item[2]}</span>
      </span>
    );
  }
  return label;
}
