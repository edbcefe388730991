import { Fragment } from 'react';

/** A header label with the places where it may break: before 组织, 机构, 数量 and the like, never inside a word. */
export function BreakingLabel({ text }: { text: string }) {
  const parts = text.split(/(?=组织|机构|数量|金额|件数|（)/);
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
