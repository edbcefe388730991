import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { htmlOf, linesOfHtml, linesOfText, picturesIn, withoutStyles } from './paste';

const noPictures = (count: number): string => `${count === 1 ? '图片' : `${count} 张图片`}没有贴入：这里只能写文字、引用表中的数字。`;

/** Whatever is pasted or dropped becomes plain paragraphs with texts and linked figures (paste.ts). */
export const PlainPaste = Extension.create<{ tell: (words: string) => void }>({
  name: 'plainPaste',
  addOptions: () => ({ tell: () => undefined }),
  addProseMirrorPlugins() {
    const { tell } = this.options;
    const onlyFiles = (data: DataTransfer | null): boolean => {
      if (data === null || data.files.length === 0 || data.getData('text/html') !== '' || data.getData('text/plain') !== '') return false;
      tell(noPictures(data.files.length));
      return true;
    };
    return [
      new Plugin({
        key: new PluginKey('plainPaste'),
        props: {
          handlePaste: (_, event) => onlyFiles(event.clipboardData),
          handleDOMEvents: {
            drop: (_, event) => {
              const refused = onlyFiles(event.dataTransfer);
              if (refused) event.preventDefault();
              return refused;
            },
          },
          transformPastedHTML: (html) => {
            const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
            const pictures = picturesIn(body);
            if (pictures > 0) tell(noPictures(pictures));
            return htmlOf(linesOfHtml(body));
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
