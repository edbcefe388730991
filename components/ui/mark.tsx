import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type MarkKind = 'error' | 'warning' | 'notice' | 'done' | 'idle';

const shapeOf: Readonly<Record<MarkKind, IconName>> = {
  error: 'error',
  warning: 'warning',
  notice: 'notice',
  done: 'done',
  idle: 'half',
};

/** Shape, word and colour of one kind. */
export function Mark({ kind, icon, children }: { kind: MarkKind; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`mark ${kind}`}>
      <Icon name={icon ?? shapeOf[kind]} />
      <span>{children}</span>
    </span>
  );
}
