'use client';

import { useState } from 'react';
import type { NewPassword } from '@/lib/workflow/administration-view';

/** A password that is shown this once, to be handed over. */
export function NewPasswordNote({ made }: { made: NewPassword }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = (): void => {
    // Browsers offer a clipboard on https and on the own machine only.
    const written = navigator.clipboard?.writeText(`用户名 ${made.username}　初始密码 ${made.password}`);
    if (written === undefined) setCopied('failed');
    else
      written.then(
        () => setCopied('yes'),
        () => setCopied('failed'),
      );
  };
  return (
    <div className="handover">
      <p>请把下面的用户名和初始密码当面或用可靠的方式交给本人。密码只显示这一次，首次登录时必须修改。</p>
      <dl>
        <dt>用户名</dt>
        <dd>{made.username}</dd>
        <dt>初始密码</dt>
        <dd>
          <code>{made.password}</code>
        </dd>
      </dl>
      <p className="handover-copy">
        <button type="button" className="button small" onClick={copy}>
          复制
        </button>
        <span role="status">
          {copied === 'yes' ? '已复制' : copied === 'failed' ? '浏览器不允许复制，请选中后自行复制' : ''}
        </span>
      </p>
    </div>
  );
}
