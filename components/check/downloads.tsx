'use client';

import { useState } from 'react';
import { csvOfFindings, findingsList, type FindingsList } from '@/lib/checks/findings-list';
import { isoDay } from '@/components/ui/time';
import type { Checked } from './items';
import { findingsDocument } from './send';

/** The findings to take away: as a Word document for the agency, as a table for whoever goes on with them. */
export function Downloads({ item }: { item: Checked }) {
  const [said, setSaid] = useState('');
  const listNow = (): FindingsList =>
    findingsList(item.file.report, item.result, {
      file: item.name,
      kind: item.kind,
      checkedOn: isoDay(new Date()),
      unplaced: item.file.unplaced,
    });
  const asDocument = async (): Promise<void> => {
    setSaid('正在生成…');
    const list = listNow();
    const answer = await findingsDocument(list);
    setSaid(answer.is === 'sentence' ? `${answer.sentence}。` : '');
    if (answer.is === 'answer') save(answer.value, `${nameOf(list)}.docx`);
  };
  const asTable = (): void => {
    const list = listNow();
    save(new Blob([csvOfFindings(list)], { type: 'text/csv;charset=utf-8' }), `${nameOf(list)}.csv`);
  };
  return (
    <div className="downloads">
      <button type="button" className="button" onClick={() => void asDocument()}>
        下载核对意见（Word）
      </button>
      <button type="button" className="button" onClick={asTable}>
        下载问题清单（CSV）
      </button>
      <p role="status">{said}</p>
    </div>
  );
}

/** A name that every system of files takes. */
function nameOf({ agency, year }: FindingsList): string {
  return `${agency}${year}年度报告核对意见`.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 120);
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
