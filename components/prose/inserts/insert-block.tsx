'use client';

import { NodeSelection } from '@tiptap/pm/state';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { Insert } from '@/lib/report/insert';
import { Icon } from '@/components/ui/icon';
import { moveBlock, removeBlock, setInsert } from './insert-acts';
import { InsertShown } from './insert-shown';
import { PictureBlock } from './picture-block';
import { TableBlock } from './table-block';

/** A picture or a table within the text that is written: what it holds, and the buttons that move and remove it. */
export function InsertBlock({ node, editor, getPos, extension }: ReactNodeViewProps) {
  const insert = node.attrs.insert as Insert;
  const addressOf = (extension.options as { addressOf: (sha256: string) => string }).addressOf;
  const { view } = editor;
  const label =
    'picture' in insert
      ? `图片：${insert.picture.alt}`
      : `表格：${insert.table.caption === '' ? '没有表名' : insert.table.caption}`;
  const at = (act: (position: number) => void): void => {
    const position = getPos();
    if (position !== undefined) act(position);
  };
  const set = (next: Insert): void => at((position) => setInsert(view, position, next));
  const select = (): void =>
    at((position) => {
      view.focus();
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
    });

  if (!editor.isEditable) {
    return (
      <NodeViewWrapper className="insert-block">
        <InsertShown insert={insert} addressOf={addressOf} />
      </NodeViewWrapper>
    );
  }
  return (
    <NodeViewWrapper className="insert-block is-open" role="group" aria-label={label}>
      <div className="insert-tools">
        <span className="insert-grip" data-drag-handle draggable="true" title="拖动到别处" aria-hidden="true">
          <Icon name="grip" />
          {'picture' in insert ? '图片' : '表格'}
        </span>
        <button
          type="button"
          className="button small quiet"
          onClick={() => at((position) => moveBlock(view, position, -1))}
        >
          上移
        </button>
        <button
          type="button"
          className="button small quiet"
          onClick={() => at((position) => moveBlock(view, position, 1))}
        >
          下移
        </button>
        <button
          type="button"
          className="button small quiet"
          onClick={() => at((position) => removeBlock(view, position))}
        >
          移除
        </button>
      </div>
      {'picture' in insert ? (
        <PictureBlock
          picture={insert.picture}
          address={addressOf(insert.picture.sha256)}
          onAlt={(alt) => set({ picture: { ...insert.picture, alt } })}
          onEscape={select}
        />
      ) : (
        <TableBlock table={insert.table} onTable={(table) => set({ table })} onEscape={select} />
      )}
    </NodeViewWrapper>
  );
}
