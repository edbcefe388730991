'use client';

import { useState } from 'react';
import { Labelled } from '@/components/ui/labelled';
import { PaperForm } from './paper-form';
import { sendRecord, useSending, type PapersPlace } from './send';

/** Records where a version stands on the agency's own site, and since which day. */
export function RecordSite({ place, version }: { place: PapersPlace; version: number }) {
  const sending = useSending();
  const [url, setUrl] = useState('');
  const [day, setDay] = useState('');

  async function record(): Promise<void> {
    const recorded = await sending.run(async () => {
      if (!/^https?:\/\/./.test(url.trim()))
        return { code: 'bad-input', message: '请填写完整的网址，以 http:// 或 https:// 开头' } as const;
      if (day === '') return { code: 'bad-input', message: '请选择公布日期' } as const;
      return sendRecord(place, { version, url: url.trim(), day });
    });
    if (!recorded) return;
    setUrl('');
    setDay('');
  }

  return (
    <PaperForm title="登记本机关网站的网址" act="登记" sending={sending} onSubmit={() => void record()}>
      <p className="hint">
        登记第 {version}{' '}
        版在本机关网站上的网址和公布日期。要核对数字时，在浏览器里打开该网页，用“另存为”保存，再选择保存的文件；系统不访问该网址。
      </p>
      <div className="pair">
        <Labelled label="网址" className="wide">
          {(id) => (
            <input
              id={id}
              required
              type="url"
              inputMode="url"
              value={url}
              maxLength={1000}
              autoComplete="off"
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label="公布日期">
          {(id) => <input id={id} required type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </Labelled>
      </div>
    </PaperForm>
  );
}
