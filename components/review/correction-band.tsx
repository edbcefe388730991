import type { ReactNode } from 'react';
import type { Correction } from '@/lib/workflow/correction';
import { Icon } from '@/components/ui/icon';
import { moment } from '@/components/ui/time';

/** What is asked of whoever corrects a published version. */
export const correctionLabel = '更正什么、为什么更正（随新的一版公布）';

/**
 * Says of a report that it corrects a published version: which, what and why, since when; `children` can be done about
 * it.
 */
export function CorrectionBand({ correction, children }: { correction: Correction; children?: ReactNode }) {
  return (
    <section className="banner warning correcting" aria-label="更正">
      <Icon name="note" />
      <p>
        <b>
          正在更正第 {correction.of} 版{correction.from === 'withdrawn' ? '（已撤回）' : ''}：
        </b>
        {correction.reason}
        <small>
          {correction.by} {moment(correction.at)} 开始；新的一版公布以前，
          {correction.from === 'withdrawn' ? '原来的地址上是撤回说明' : `第 ${correction.of} 版照常公布`}
        </small>
      </p>
      {children}
    </section>
  );
}
