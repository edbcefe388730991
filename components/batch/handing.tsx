import { Mark } from '@/components/ui/mark';
import type { UseSending } from './use-sending';

/** How far the files of a new batch are on their way to the server. */
export function HandingIn({ handing, goOn, cancel }: UseSending) {
  if (handing.is === 'idle') {
    return (
      <div role="alert">
        {handing.said.map((sentence) => (
          <p key={sentence}>
            <Mark kind="warning">{sentence}</Mark>
          </p>
        ))}
      </div>
    );
  }
  if (handing.is === 'opening') return <p role="status">正在打开文件…</p>;
  const { sent, of, name, said } = handing;
  const stopped = handing.is === 'stopped';
  return (
    <section className="handing-in" aria-label="正在上传">
      <p className="running" role="status">
        {stopped ? (
          <Mark kind="error">上传停下了</Mark>
        ) : sent === of ? (
          '上传完了，正在打开…'
        ) : (
          <b>
            正在上传 第 {Math.min(sent + 1, of)} / {of} 个
          </b>
        )}
      </p>
      <progress max={of} value={sent} aria-label="已上传" />
      {stopped ? null : <p className="file-now">{name}</p>}
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="hint">
        {stopped ? '已上传的都在，接着传不会重复。' : '上传完之前请不要关闭本页；上传完就可以离开，核对在后台进行。'}
      </p>
      <p className="acts">
        {stopped ? (
          <button type="button" className="button main" onClick={goOn}>
            接着传
          </button>
        ) : null}
        <button type="button" className="button" onClick={cancel}>
          取消这一批
        </button>
      </p>
    </section>
  );
}
