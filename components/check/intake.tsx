'use client';

import { useId, useState, type ClipboardEvent } from 'react';

export interface Given {
  readonly name: string;
  readonly content: Blob;
}

const pastedName = '粘贴的内容';

/** Files out of a drop or a paste; a copied page or Word text comes as HTML, which keeps its tables. */
export function givenIn(data: DataTransfer): Given[] {
  const html = data.getData('text/html');
  // Word lays a picture of what was copied beside it, so the HTML goes first.
  if (/<table\b/i.test(html)) return [{ name: pastedName, content: new Blob([html], { type: 'text/html' }) }];
  return Array.from(data.files, (file) => ({ name: file.name, content: file }));
}

/** Takes files by choosing, and text by pasting; files dropped anywhere on the page are taken by the page. */
export function Intake({ give, more }: { give: (files: readonly Given[]) => void; more: boolean }) {
  const fileId = useId();
  const textId = useId();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');

  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const files = givenIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    give(files);
  };
  const checkText = (): void => {
    if (text.trim() === '') {
      setSaid('请先粘贴报告全文。');
      return;
    }
    setSaid('');
    setText('');
    give([{ name: pastedName, content: new Blob([text], { type: 'text/plain' }) }]);
  };

  return (
    <div className={more ? 'intake more' : 'intake'}>
      <div className="drop">
        <p>把文件拖到这里，或者</p>
        <input
          className="vh"
          type="file"
          id={fileId}
          multiple
          onChange={(event) => {
            const files = Array.from(event.target.files ?? [], (file) => ({ name: file.name, content: file }));
            event.target.value = '';
            if (files.length > 0) give(files);
          }}
        />
        <label className="button main" htmlFor={fileId}>
          选择文件
        </label>
        {more ? null : <p className="hint">Word、网页、PDF、纯文本，每份 32 MB 以内，一次可以选几份</p>}
      </div>
      <div className="paste">
        <label className="field-label" htmlFor={textId}>
          或者粘贴报告全文，从 Word 或网页复制的表格会保留
        </label>
        <textarea
          className="reason"
          id={textId}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={pasted}
        />
        <button type="button" className="button" onClick={checkText}>
          核对粘贴的文字
        </button>
        <p role="status">{said}</p>
      </div>
    </div>
  );
}
