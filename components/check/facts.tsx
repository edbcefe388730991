'use client';

import { useId, useState } from 'react';
import { agencyKindNames, agencyKinds, type AgencyKind } from '@/lib/report/report';
import type { Checked, GivenReport } from './items';
import { sendFile } from './send';

const readAsNames: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  doc: 'Word 97–2003 文档',
  html: '网页',
  pdf: 'PDF',
  markdown: 'Markdown 文本',
  text: '纯文本',
  json: '本系统的数据文件',
};

/** What the file was read as, and the two things that may be told otherwise: the kind of agency, and last year's report. */
export function Facts({ item, chooseKind, giveLast }: { item: Checked; chooseKind: (kind: AgencyKind) => void; giveLast: (last: GivenReport | null) => void }) {
  const { report, readAs } = item.file;
  const kindId = useId();
  return (
    <dl className="facts">
      <dt>机关</dt>
      <dd>{report.agency === '' ? '没有读到' : report.agency}</dd>
      <dt>年度</dt>
      <dd>{report.year} 年度</dd>
      <dt>格式</dt>
      <dd>{report.format} 年格式</dd>
      <dt>文件</dt>
      <dd>{readAsNames[readAs] ?? readAs}</dd>
      <dt>
        <label htmlFor={kindId}>机关类别</label>
      </dt>
      <dd>
        <select
          className="select"
          id={kindId}
          value={item.kind ?? ''}
          onChange={(event) => {
            const kind = agencyKinds.find((known) => known === event.target.value);
            if (kind !== undefined) chooseKind(kind);
          }}
        >
          {item.kind === null ? <option value="">不明，请选</option> : null}
          {agencyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {agencyKindNames[kind]}
            </option>
          ))}
        </select>
      </dd>
      <dt>上年报告</dt>
      <dd>
        <Last item={item} give={giveLast} />
      </dd>
    </dl>
  );
}

function Last({ item, give }: { item: Checked; give: (last: GivenReport | null) => void }) {
  const id = useId();
  const [said, setSaid] = useState('');
  const { year } = item.file.report;
  const take = async (file: File): Promise<void> => {
    setSaid('正在读取…');
    const answer = await sendFile(file.name, file);
    if (answer.is === 'sentence') {
      setSaid(`${file.name}：${answer.sentence}。`);
      return;
    }
    const { report } = answer.value;
    if (report.year !== year - 1) {
      setSaid(`${file.name} 是 ${report.year} 年度的报告，这里要 ${year - 1} 年度的。`);
      return;
    }
    setSaid('');
    give({ report, from: file.name });
  };
  return (
    <>
      <p>{item.last === null ? `没有 ${year - 1} 年度的报告，跨年的规则没有核对。` : (item.last.from ?? `本系统里 ${year - 1} 年度的报告`)}</p>
      <p className="choose">
        <input
          className="vh"
          type="file"
          id={id}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file !== undefined) void take(file);
          }}
        />
        <label className="button small" htmlFor={id}>
          {item.last === null ? '选上年报告' : '换一份'}
        </label>
        {item.last === null ? null : (
          <button type="button" className="button small quiet" onClick={() => give(null)}>
            不比上年
          </button>
        )}
      </p>
      <p role="status">{said}</p>
    </>
  );
}
