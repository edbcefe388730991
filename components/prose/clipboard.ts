import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { htmlOf, linesOfHtml, linesOfText } from './paste';

/** Whatever is pasted or dropped becomes plain paragraphs with texts and linked figures (paste.ts). */
export const PlainPaste = Extension.create({
  name: 'plainPaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('plainPaste'),
      props: {
        transformPastedHTML: (html) => htmlOf(linesOfHtml(new DOMParser().parseFromString(html, 'text/html').body)),
        clipboardTextParser: (text, $context) => {
          const { paragraph } = $context.doc.type.schema.nodes;
          const lines = linesOfText(text);
          if (paragraph === undefined || lines.length === 0) return Slice.empty;
          const nodes = lines.map((line) => paragraph.create(null, paragraph.schema.text(line)));
          return new Slice(Fragment.fromArray(nodes), 1, 1);
        },
      },
    }),
  ],
});
