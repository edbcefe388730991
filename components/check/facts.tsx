'use client';

import { useId, useState } from 'react';
import { agencyKindNames, agencyKinds, type AgencyKind } from '@/lib/report/report';
import type { Checked, GivenReport } from './items';
import { sendFile } from './send';
import type { Telling } from './shown';

const readAsNames: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  doc: 'Word 97–2003 文档',
  html: '网页',
  pdf: 'PDF',
  markdown: 'Markdown 文本',
  text: '纯文本',
  json: '本系统的数据文件',
};

/**
 * What the file was read as, and the two things that may be told otherwise: the kind of agency, and last year's report.
 */
export function Facts({ item, telling }: { item: Checked; telling: Telling | null }) {
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
      <dt>{telling === null ? '机关类别' : <label htmlFor={kindId}>机关类别</label>}</dt>
      <dd>
        {telling === null ? (
          item.kind === null ? (
            '不明'
          ) : (
            agencyKindNames[item.kind]
          )
        ) : (
          <Kind id={kindId} kind={item.kind} choose={telling.chooseKind} />
        )}
      </dd>
      <dt>上年报告</dt>
      <dd>
        <p>
          {item.last === null
            ? `没有 ${report.year - 1} 年度的报告，跨年的规则没有核对。`
            : (item.last.from ?? `本系统里 ${report.year - 1} 年度的报告`)}
        </p>
        {telling === null ? null : <Last item={item} give={telling.giveLast} />}
      </dd>
    </dl>
  );
}

function Kind({ id, kind, choose }: { id: string; kind: AgencyKind | null; choose: (kind: AgencyKind) => void }) {
  return (
    <select
      className="select"
      id={id}
      value={kind ?? ''}
      onChange={(event) => {
        const chosen = agencyKinds.find((known) => known === event.target.value);
        if (chosen !== undefined) choose(chosen);
      }}
    >
      {kind === null ? <option value="">不明，请选</option> : null}
      {agencyKinds.map((known) => (
        <option key={known} value={known}>
          {agencyKindNames[known]}
        </option>
      ))}
    </select>
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
