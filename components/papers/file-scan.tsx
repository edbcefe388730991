'use client';

import { useState } from 'react';
import { largestScan, type EvidenceView } from '@/lib/workflow/papers';
import type { Failure } from '@/components/review/send';
import { Labelled } from '@/components/ui/labelled';
import { ReasonField } from '@/components/ui/reason-field';
import { ChooseFile } from './choose-file';
import { PaperForm } from './paper-form';
import { sendScan, useSending, type PapersPlace } from './send';

/** Files scans of what a leader signed on paper: who, on which day, and in the place of which where one was wrong. */
export function FileScan({ place, evidence }: { place: PapersPlace; evidence: readonly EvidenceView[] }) {
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
        const failure = await sendScan(place, scan, {
          signedBy: signedBy.trim(),
          signedOn,
          note: replaces === '' ? '' : note.trim(),
          replaces: replaces === '' ? null : replaces,
        });
        if (failure !== null)
          return { ...failure, message: files.length > 1 ? `${scan.name}：${failure.message}` : failure.message };
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
    <PaperForm
      title="归入签批件"
      act={sending.busy ? '正在上传…' : '归入'}
      sending={sending}
      done={done}
      onSubmit={() => void file()}
    >
      <p className="hint">
        领导在纸上签批的，扫描后归入，作为批准的凭证。PDF、PNG 或 JPEG，每件 20 MB 以内，多页扫描成一个
        PDF。归入后不能改动或删除。
      </p>
      <div className="pair">
        <Labelled label="签批人">
          {(id) => (
            <input
              id={id}
              required
              value={signedBy}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setSignedBy(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label="签批日期（按纸上的日期）">
          {(id) => (
            <input
              id={id}
              required
              type="date"
              value={signedOn}
              onChange={(event) => setSignedOn(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      {standing.length === 0 ? null : <Replacing standing={standing} replaces={replaces} onReplaces={setReplaces} />}
      {replaces === '' ? null : (
        <ReasonField label="更换的原因，原件仍会保留" reason={note} onReason={setNote} rows={2} limit={500} />
      )}
      <ChooseFile
        label="选择扫描件"
        accept=".pdf,.png,.jpg,.jpeg"
        many={replaces === ''}
        chosen={files.map((one) => one.name)}
        onChoose={setFiles}
      />
    </PaperForm>
  );
}

/** Which of the scans that stand was filed wrongly; none at first. */
function Replacing({
  standing,
  replaces,
  onReplaces,
}: {
  standing: readonly EvidenceView[];
  replaces: string;
  onReplaces: (id: string) => void;
}) {
  return (
    <Labelled label="更换归错的签批件">
      {(id) => (
        <select id={id} value={replaces} onChange={(event) => onReplaces(event.target.value)}>
          <option value="">不更换，另外归入</option>
          {standing.map((scan) => (
            <option key={scan.id} value={scan.id}>
              签批件 {scan.number}：{scan.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** What still has to be given before anything is sent; null when nothing is lacking. */
function lacking(
  files: readonly File[],
  signedBy: string,
  signedOn: string,
  replaces: string,
  note: string,
): Failure | null {
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
