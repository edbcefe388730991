'use client';

import { Popover } from '@base-ui/react/popover';
import { Toolbar } from '@base-ui/react/toolbar';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useRef, useState, type ReactNode } from 'react';
import { figureName } from '@/lib/checks/engine/place';
import type { Format } from '@/lib/statute/format';
import { Icon, type IconName } from '@/components/ui/icon';
import { insertFigure, numeralOfCaret, selectedFigure, setHeading } from './acts';
import { FigurePicker } from '@/components/prose/figures/figure-picker';
import { blankWord } from '@/components/prose/figures/figure-view';
import { enterTable, putInsert } from '@/components/prose/inserts/insert-acts';
import { textOfContent, type Cells } from '@/components/prose/document/runs';
import { emptyTable } from '@/components/prose/inserts/table-cells';
import { TablePicker } from '@/components/prose/inserts/table-picker';
import { lengthOf } from './writing';

/** Tools above the text: heading, body, a figure of the tables, pictures and tables; how much is written. */
export function ProseTools({
  editor,
  label,
  format,
  cells,
  onPictures,
}: {
  editor: Editor;
  label: string;
  format: Format;
  cells: Cells;
  onPictures: (files: File[]) => void;
}) {
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
        <Toolbar.Button
          className="button small quiet"
          aria-pressed={heading}
          onClick={() => setHeading(editor, cells, !heading)}
        >
          （一）标题
        </Toolbar.Button>
        <Toolbar.Button
          className="button small quiet"
          aria-pressed={!heading}
          onClick={() => setHeading(editor, cells, false)}
        >
          正文
        </Toolbar.Button>
        <Toolbar.Separator className="split" />
        <FigureTool editor={editor} format={format} cells={cells} />
        <Toolbar.Separator className="split" />
        <PictureTool onPictures={onPictures} />
        <TableTool editor={editor} />
        <span className="count">{length} 字</span>
      </Toolbar.Root>
      <p className="vh" role="status">
        {figure === null
          ? ''
          : `引用的数字：${figureName(format, figure)}，${cells[figure] ?? blankWord}。按回车看出处。`}
      </p>
    </>
  );
}

function FigureTool({ editor, format, cells }: { editor: Editor; format: Format; cells: Cells }) {
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  return (
    <ToolWithLayer
      icon="link"
      name="引用数字"
      className="source-card picker"
      open={open}
      onOpen={(next) => {
        picked.current = false;
        setOpen(next);
      }}
      finalFocus={() => !picked.current}
    >
      <FigurePicker
        format={format}
        cells={cells}
        onPick={(cell) => {
          picked.current = true;
          setOpen(false);
          insertFigure(editor, cell);
        }}
      />
    </ToolWithLayer>
  );
}

function PictureTool({ onPictures }: { onPictures: (files: File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Toolbar.Button className="button small quiet" onClick={() => chooser.current?.click()}>
        <Icon name="picture" />
        插入图片
      </Toolbar.Button>
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
    </>
  );
}

function TableTool({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState(false);
  const placed = useRef(false);
  return (
    <ToolWithLayer
      icon="table"
      name="插入表格"
      className="source-card"
      open={open}
      onOpen={(next) => {
        placed.current = false;
        setOpen(next);
      }}
      finalFocus={() => !placed.current}
    >
      <TablePicker
        onPick={(rows, columns) => {
          placed.current = true;
          setOpen(false);
          putInsert(editor.view, { table: emptyTable(rows, columns) });
          requestAnimationFrame(() => enterTable(editor.view));
        }}
      />
    </ToolWithLayer>
  );
}

/** A tool that asks for something in a layer below itself. `finalFocus` is whether the focus comes back to the tool. */
function ToolWithLayer({
  icon,
  name,
  className,
  open,
  onOpen,
  finalFocus,
  children,
}: {
  icon: IconName;
  name: string;
  className: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  finalFocus: () => boolean;
  children: ReactNode;
}) {
  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <Toolbar.Button className="button small quiet" render={<Popover.Trigger />}>
        <Icon name={icon} />
        {name}
      </Toolbar.Button>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="start" sideOffset={6} collisionPadding={8} className="source-layer">
          <Popover.Popup className={className} aria-label={name} finalFocus={finalFocus}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
