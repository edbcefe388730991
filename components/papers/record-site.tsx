'use client';

import { useId, useState } from 'react';
import { Failed } from '../review/failed';
import { sendRecord, useSending, type PapersPlace } from './send';

/** Records where a version stands on the agency's own site, and since which day. */
export function RecordSite({ place, version }: { place: PapersPlace; version: number }) {
  const id = useId();
  const sending = useSending();
  const [url, setUrl] = useState('');
  const [day, setDay] = useState('');

  async function record(): Promise<void> {
    const recorded = await sending.run(async () => {
      if (!/^https?:\/\/./.test(url.trim())) return { code: 'bad-input', message: '请填写完整的网址，以 http:// 或 https:// 开头' } as const;
      if (day === '') return { code: 'bad-input', message: '请选择公布日期' } as const;
      return sendRecord(place, { version, url: url.trim(), day });
    });
    if (!recorded) return;
    setUrl('');
    setDay('');
  }

  return (
    <details className="paper-form">
      <summary>登记本机关网站的网址</summary>
      <form
        aria-label="登记本机关网站的网址"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <p className="hint">登记第 {version} 版在本机关网站上的网址和公布日期。要核对数字时，在浏览器里打开该网页，用“另存为”保存，再选择保存的文件；系统不访问该网址。</p>
        <div className="pair">
          <div className="wide">
            <label className="field-label" htmlFor={`${id}-url`}>
              网址
            </label>
            <input id={`${id}-url`} type="url" inputMode="url" value={url} maxLength={1000} autoComplete="off" onChange={(event) => setUrl(event.target.value)} />
          </div>
          <div>
            <label className="field-label" htmlFor={`${id}-day`}>
              公布日期
            </label>
            <input id={`${id}-day`} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </div>
        </div>
        <button type="submit" className="button main" aria-disabled={sending.busy}>
          登记
        </button>
        <Failed fault={sending.fault} />
      </form>
    </details>
  );
}
