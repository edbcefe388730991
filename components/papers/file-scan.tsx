'use client';

import { useId, useState } from 'react';
import { largestScan, type EvidenceView } from '../../lib/workflow/papers';
import { Failed } from '../review/failed';
import type { Failure } from '../review/send';
import { ChooseFile } from './choose-file';
import { sendScan, useSending, type PapersPlace } from './send';

/** Files scans of what a leader signed on paper: who, on which day, and in the place of which where one was wrong. */
export function FileScan({ place, evidence }: { place: PapersPlace; evidence: readonly EvidenceView[] }) {
  const id = useId();
  const sending = useSending();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [signedBy, setSignedBy] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [replaces, setReplaces] = useState('');
  const [note, setNote] = useState('');
  const [done, setDone] = useState('');
  const standing = evidence.filter((scan) => scan.replacedBy === null);

  async function file(): Promise<void> {
    setDone('');
    let left = files;
    const filed = await sending.run(async () => {
      const missing = lacking(files, signedBy, signedOn, replaces, note);
      if (missing !== null) return missing;
      for (const scan of files) {
        const failure = await sendScan(place, scan, { signedBy: signedBy.trim(), signedOn, note: replaces === '' ? '' : note.trim(), replaces: replaces === '' ? null : replaces });
        if (failure !== null) return { ...failure, message: files.length > 1 ? `${scan.name}：${failure.message}` : failure.message };
        left = left.filter((other) => other !== scan);
      }
      return null;
    });
    setFiles(left);
    if (!filed) return;
    setDone(`已归入 ${files.length} 件。`);
    setReplaces('');
    setNote('');
  }

  return (
    <details className="paper-form">
      <summary>归入签批件</summary>
      <form
        aria-label="归入签批件"
        onSubmit={(event) => {
          event.preventDefault();
          void file();
        }}
      >
        <p className="hint">领导在纸上签批的，扫描后归入，作为批准的凭证。PDF、PNG 或 JPEG，每件 20 MB 以内，多页扫描成一个 PDF。归入后不能改动或删除。</p>
        <div className="pair">
          <div>
            <label className="field-label" htmlFor={`${id}-by`}>
              签批人
            </label>
            <input id={`${id}-by`} value={signedBy} maxLength={40} autoComplete="off" onChange={(event) => setSignedBy(event.target.value)} />
          </div>
          <div>
            <label className="field-label" htmlFor={`${id}-on`}>
              签批日期（按纸上的日期）
            </label>
            <input id={`${id}-on`} type="date" value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />
          </div>
        </div>
        {standing.length === 0 ? null : (
          <div>
            <label className="field-label" htmlFor={`${id}-for`}>
              更换归错的签批件
            </label>
            <select id={`${id}-for`} value={replaces} onChange={(event) => setReplaces(event.target.value)}>
              <option value="">不更换，另外归入</option>
              {standing.map((scan) => (
                <option key={scan.id} value={scan.id}>
                  签批件 {scan.number}：{scan.name}
                </option>
              ))}
            </select>
          </div>
        )}
        {replaces === '' ? null : (
          <div>
            <label className="field-label" htmlFor={`${id}-note`}>
              更换的原因，原件仍会保留
            </label>
            <textarea className="reason" id={`${id}-note`} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          </div>
        )}
        <ChooseFile label="选择扫描件" accept=".pdf,.png,.jpg,.jpeg" many={replaces === ''} chosen={files.map((one) => one.name)} onChoose={setFiles} />
        <button type="submit" className="button main" aria-disabled={sending.busy}>
          {sending.busy ? '正在上传…' : '归入'}
        </button>
        <Failed fault={sending.fault} />
        <p role="status">{done}</p>
      </form>
    </details>
  );
}

/** What still has to be given before anything is sent; null when nothing is lacking. */
function lacking(files: readonly File[], signedBy: string, signedOn: string, replaces: string, note: string): Failure | null {
  const large = files.find((file) => file.size > largestScan);
  const obstacles: readonly (readonly [boolean, string])[] = [
    [signedBy.trim() === '', '请写明签批人'],
    [signedOn === '', '请选择签批日期'],
    [replaces !== '' && note.trim() === '', '请写明更换的原因，原来的签批件仍会保留'],
    [files.length === 0, '请选择扫描件'],
    [replaces !== '' && files.length > 1, '更换时一次只能选一件'],
    [large !== undefined, `${large?.name ?? ''} 超过 20 MB，请降低分辨率后重新扫描`],
  ];
  const [, message] = obstacles.find(([stands]) => stands) ?? [];
  return message === undefined ? null : { code: 'bad-input', message };
}
