'use client';

import { Mark } from '@/components/ui/mark';
import { clock } from '@/components/ui/time';
import type { SaveState } from '@/components/editor/session/save-state';
import { usePart } from '@/components/editor/session/use-session';

/** The state of saving, in the masthead; changes are read out politely. */
export function Saved() {
  const save = usePart((state) => state.save);
  const kept = usePart((state) => state.kept);
  const conflicts = usePart((state) => state.conflicts.length);
  return (
    <span role="status">
      {conflicts > 0 && save.is === 'saved' ? <Mark kind="warning">{conflicts} 处两人同时改动</Mark> : words(save)}
      {kept || save.is === 'saved' ? null : <Mark kind="error">本机存不下，请勿关闭页面</Mark>}
    </span>
  );
}

function words(save: SaveState) {
  switch (save.is) {
    case 'saved':
      return <Mark kind="done">{save.at === null ? '已保存' : `${clock(new Date(save.at))} 已保存`}</Mark>;
    case 'saving':
      return <Mark kind="idle">正在保存…</Mark>;
    case 'retrying':
      return <Mark kind="warning">未保存，正在重试</Mark>;
    case 'offline':
      return <Mark kind="warning">{save.count === 0 ? '离线，可以继续填' : `离线，已存本机 ${save.count} 处`}</Mark>;
    case 'expired':
      return <Mark kind="warning">登录已过期，已存本机 {save.count} 处</Mark>;
    case 'refused':
      return <Mark kind="error">未保存，已存本机 {save.count} 处</Mark>;
  }
}
