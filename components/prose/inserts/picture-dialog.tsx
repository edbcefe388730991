'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { insertLimits, type Picture } from '@/lib/report/insert';
import { Ask } from '@/components/ui/ask';
import type { PictureStore } from './picture-store';

/**
 * Asks for the words that stand for a picture before it goes into the text. Whatever hinders, file and words stay until
 * the person closes it.
 */
export function PictureDialog({
  file,
  more,
  store,
  onPut,
  onClose,
}: {
  file: File;
  more: number;
  store: PictureStore;
  onPut: (picture: Picture) => void;
  onClose: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [alt, setAlt] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const [broken, setBroken] = useState(false);
  const [preview, setPreview] = useState('');

  useEffect(() => {
    const address = URL.createObjectURL(file);
    // The address is made by the browser and must be given back.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);

  async function put(): Promise<void> {
    const words = alt.trim();
    if (words === '') {
      setFault('请先写替代文字，再插入。');
      field.current?.focus();
      return;
    }
    setBusy(true);
    setFault('');
    const added = await store.add(file);
    setBusy(false);
    if ('sentence' in added) setFault(added.sentence);
    else onPut({ ...added, alt: words });
  }

  return (
    <Ask
      open
      onClose={onClose}
      title="插入图片"
      decline={more > 0 ? '这张不插入' : '不插入'}
      act={busy ? '正在传…' : '插入'}
      held={busy}
      onAct={() => void put()}
    >
      {preview === '' || broken ? null : (
        <img className="picture-preview" src={preview} alt="" onError={() => setBroken(true)} />
      )}
      <p className="picture-name">
        {file.name === '' ? '粘贴的图片' : file.name}
        {more > 0 ? `，后面还有 ${more} 张` : ''}
      </p>
      <label className="picture-field" htmlFor={id}>
        <b>替代文字（必填）</b>
        <span id={`${id}-why`}>一句话说明图里有什么。看不见图片的读者靠它阅读；图里的数字也要写出来。</span>
      </label>
      <textarea
        id={id}
        ref={field}
        className="picture-alt"
        rows={3}
        maxLength={insertLimits.alt}
        value={alt}
        placeholder="如 柱状图：工作动态 236 条，项目信息 124 条，水质公报 52 条"
        aria-describedby={`${id}-why`}
        aria-invalid={fault !== '' && alt.trim() === ''}
        onChange={(event) => setAlt(event.target.value)}
      />
      <p className="picture-fault" role="alert">
        {fault === '' && broken ? '这个文件不像图片，请换一个 PNG 或 JPEG 文件。' : fault}
      </p>
    </Ask>
  );
}
