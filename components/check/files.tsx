'use client';

import { Mark } from '@/components/ui/mark';
import type { Desk, Item } from './items';

/** The files on the page, each with what became of it; one that could not be read keeps none of the others back. */
export function Files({
  desk,
  show,
  remove,
}: {
  desk: Desk;
  show: (id: number) => void;
  remove: (id: number) => void;
}) {
  return (
    <section className="files" aria-label="文件">
      <ul>
        {desk.items.map((item) => (
          <li key={item.id} className={item.id === desk.shown ? 'is-on' : undefined}>
            <div>
              {item.is === 'checked' ? (
                <button
                  type="button"
                  className="link"
                  aria-current={item.id === desk.shown || undefined}
                  onClick={() => show(item.id)}
                >
                  {item.name}
                </button>
              ) : (
                <span className="name">{item.name}</span>
              )}
              <Standing item={item} />
            </div>
            <button
              type="button"
              className="button small quiet"
              onClick={() => remove(item.id)}
              aria-label={`移去 ${item.name}`}
            >
              移去
            </button>
          </li>
        ))}
      </ul>
      {desk.left === 0 ? null : (
        <p className="mark warning" role="status">
          一次最多核对 10 份，有 {desk.left} 份没有收下；移去核对完的再加，或由工作人员登录后批量核对。
        </p>
      )}
    </section>
  );
}

function Standing({ item }: { item: Item }) {
  if (item.is === 'refused') {
    return (
      <p className="refused">
        <Mark kind="error">没有读成</Mark> {item.sentence}。
      </p>
    );
  }
  if (item.is !== 'checked') return <p>{item.is === 'waiting' ? '等候核对' : '正在读取和核对…'}</p>;
  const count = (severity: string): number => item.result.findings.filter((one) => one.severity === severity).length;
  const { agency, year } = item.file.report;
  return (
    <>
      <p>
        {agency === '' ? '机关不明' : agency} {year} 年度
      </p>
      <p className="counts">
        {item.result.findings.length === 0 ? <Mark kind="done">没有发现问题</Mark> : null}
        {count('error') === 0 ? null : <Mark kind="error">错误 {count('error')}</Mark>}
        {count('warning') === 0 ? null : <Mark kind="warning">待说明 {count('warning')}</Mark>}
        {count('notice') === 0 ? null : <Mark kind="notice">提示 {count('notice')}</Mark>}
      </p>
    </>
  );
}
