import type { ReactNode } from 'react';
import { Fault } from './fault';

/** What Next hands an error page; `digest` is the number under which the server logged the error. */
export type UnexpectedError = Error & { readonly digest?: string };

/** A page for an error that nobody expected; `children` are the ways on. */
export function Unexpected({ title, error, children }: { title: string; error: UnexpectedError; children: ReactNode }) {
  return (
    <Fault
      title={title}
      happened="系统出现了没有预料到的错误。"
      kept="已经保存的内容都在；没来得及保存的，留在这台电脑的浏览器里，重新打开后会继续保存。"
      id={error.digest}
    >
      {children}
    </Fault>
  );
}
