import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { htmlOf, linesOfHtml, linesOfText, picturesIn, withoutStyles, type Piece } from './paste';

const noPictures = (count: number): string =>
  `${count === 1 ? '图片' : `${count} 张图片`}没有贴入：请用“插入图片”，或单独复制图片再粘贴。`;
const parted = '表格里合并的单元格已经拆开，文字放在原来的第一格，请核对。';

interface PasteOptions {
  tell: (words: string) => void;
  /** Takes pictures that were pasted or dropped. */
  pictures: (files: File[]) => void;
  /** Whether this report has the picture. */
  knows: (sha256: string) => boolean;
}

/**
 * Whatever is pasted or dropped becomes paragraphs with texts and linked figures, simple tables, and pictures
 * (paste.ts).
 */
export const PlainPaste = Extension.create<PasteOptions>({
  name: 'plainPaste',
  addOptions: () => ({ tell: () => undefined, pictures: () => undefined, knows: () => false }),
  addProseMirrorPlugins() {
    const { tell, pictures, knows } = this.options;
    const takenAsFiles = (view: EditorView, data: DataTransfer | null): boolean => {
      if (data === null || data.files.length === 0 || !onlyFiles(data)) return false;
      const files = Array.from(data.files).filter((file) => file.type.startsWith('image/'));
      if (files.length < data.files.length) tell('这里只能放图片；Word 和表格文件请打开后复制其中的内容。');
      if (files.length > 0 && view.editable) pictures(files);
      return true;
    };
    return [
      new Plugin({
        key: new PluginKey('plainPaste'),
        props: {
          handlePaste: (view, event) => takenAsFiles(view, event.clipboardData),
          handleDOMEvents: {
            drop: (view, event) => {
              const taken = takenAsFiles(view, event.dataTransfer);
              if (!taken) return false;
              event.preventDefault();
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (at !== null)
                view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
              return true;
            },
          },
          transformPastedHTML: (html) => {
            const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
            const lines = linesOfHtml(body);
            const kept = lines.filter((line) => !strange(line, knows));
            const lost = picturesIn(body) + lines.length - kept.length;
            if (lost > 0) tell(noPictures(lost));
            else if (kept.some((line) => line.some((piece) => 'insert' in piece && piece.parted))) tell(parted);
            return htmlOf(kept);
          },
          clipboardTextParser: (text, $context) => {
            const { paragraph } = $context.doc.type.schema.nodes;
            const lines = linesOfText(text);
            if (paragraph === undefined || lines.length === 0) return Slice.empty;
            const nodes = lines.map((line) => paragraph.create(null, paragraph.schema.text(line)));
            return new Slice(Fragment.fromArray(nodes), 1, 1);
          },
        },
      }),
    ];
  },
});

/** A picture that was copied out of a page comes with markup that holds it alone. */
function onlyFiles(data: DataTransfer): boolean {
  if (data.getData('text/plain') !== '') return false;
  const html = data.getData('text/html');
  return html === '' || /^[^<]*(?:<(?:html|head|body|meta|!--|\/|img)[^>]*>[^<]*)*$/i.test(html);
}

/** A picture that was copied out of another report. */
const strange = (line: readonly Piece[], knows: (sha256: string) => boolean): boolean =>
  line.some((piece) => 'insert' in piece && 'picture' in piece.insert && !knows(piece.insert.picture.sha256));
