'use client';

import { Popover } from '@base-ui/react/popover';
import { Toolbar } from '@base-ui/react/toolbar';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useRef, useState } from 'react';
import { figureName } from '@/lib/checks/place';
import type { Format } from '@/lib/statute/format';
import { Icon } from '../ui/icon';
import { emptyTable } from './table-cells';
import { TablePicker } from './table-picker';
import { putInsert } from './insert-acts';
import { insertFigure, numeralOfCaret, selectedFigure, setHeading } from './acts';
import { FigurePicker } from './figure-picker';
import { blankWord } from './figure-view';
import { textOfContent, type Cells } from './runs';
import { lengthOf } from './writing';

/** Tools above the text: heading, body, a figure of the tables; how much is written. */
export function ProseTools({ editor, label, format, cells, onPictures }: { editor: Editor; label: string; format: Format; cells: Cells; onPictures: (files: File[]) => void }) {
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  const [asking, setAsking] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { heading, length, figure } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      heading: numeralOfCaret(now, cells) !== '',
      length: lengthOf(textOfContent(now.state.doc.content, cells)),
      figure: selectedFigure(now),
    }),
  });
  return (
    <>
      <Toolbar.Root className="prose-tools" aria-label={`${label}：文字工具`}>
        <Toolbar.Button className="button small quiet" aria-pressed={heading} onClick={() => setHeading(editor, cells, !heading)}>
          （一）标题
        </Toolbar.Button>
        <Toolbar.Button className="button small quiet" aria-pressed={!heading} onClick={() => setHeading(editor, cells, false)}>
          正文
        </Toolbar.Button>
        <Toolbar.Separator className="split" />
        <Popover.Root
          open={open}
          onOpenChange={(next) => {
            picked.current = false;
            setOpen(next);
          }}
        >
          <Toolbar.Button className="button small quiet" render={<Popover.Trigger />}>
            <Icon name="link" />
            引用数字
          </Toolbar.Button>
          <Popover.Portal>
            <Popover.Positioner side="bottom" align="start" sideOffset={6} collisionPadding={8} className="source-layer">
              <Popover.Popup className="source-card picker" aria-label="引用数字" finalFocus={() => !picked.current}>
                <FigurePicker
                  format={format}
                  cells={cells}
                  onPick={(cell) => {
                    picked.current = true;
                    setOpen(false);
                    insertFigure(editor, cell);
                  }}
                />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
        <Toolbar.Separator className="split" />
        <Toolbar.Button className="button small quiet" onClick={() => chooser.current?.click()}>
          <Icon name="picture" />
          插入图片
        </Toolbar.Button>
        <Popover.Root open={asking} onOpenChange={setAsking}>
          <Toolbar.Button className="button small quiet" render={<Popover.Trigger />}>
            <Icon name="table" />
            插入表格
          </Toolbar.Button>
          <Popover.Portal>
            <Popover.Positioner side="bottom" align="start" sideOffset={6} collisionPadding={8} className="source-layer">
              <Popover.Popup className="source-card" aria-label="插入表格" finalFocus={false}>
                <TablePicker
                  onPick={(rows, columns) => {
                    setAsking(false);
                    putInsert(editor.view, { table: emptyTable(rows, columns) });
                  }}
                />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept="image/png,image/jpeg"
          aria-label="选择图片"
          onChange={(event) => {
            onPictures(Array.from(event.target.files ?? []));
            event.target.value = '';
          }}
        />
        <span className="count">{length} 字</span>
      </Toolbar.Root>
      <p className="vh" role="status">
        {figure === null ? '' : `引用的数字：${figureName(format, figure)}，${cells[figure] ?? blankWord}。按回车看出处。`}
      </p>
    </>
  );
}
