'use client';

import { useMemo } from 'react';
import type { CellId } from '@/lib/statute/table';
import { formatById } from '@/lib/statute/formats';
import { cellMarks, faultsIn, partAnchor, wholeFaults } from './marks';
import { MarkedLine, MarkedText } from './marked-text';
import { NumberMark } from './number-mark';
import type { Checked } from './items';
import { ReadTable } from './read-table';
import { ReadingProvider } from './reading';

/** The report as it was read, from its title to its signature, with every finding where it stands. */
export function Paper({ item, target }: { item: Checked; target: { cell: CellId } | null }) {
  const { file, result, last } = item;
  const { report } = file;
  const marks = useMemo(() => cellMarks(result.findings), [result]);
  const reading = useMemo(() => ({ file, marks }), [file, marks]);
  const format = formatById(report.format);
  if (format === undefined) return null;
  const lastCells = last?.report.format === report.format ? last.report.cells : null;
  return (
    <ReadingProvider value={reading}>
      <article className="read-report" aria-label="读到的报告">
        <header id={partAnchor('title')} tabIndex={-1}>
          <h2>
            {report.title.trim() === '' ? (
              '（没有标题）'
            ) : (
              <MarkedLine text={report.title} faults={faultsIn(result.findings, 'title')} />
            )}
            <Whole item={item} place="title" />
          </h2>
        </header>
        <div id={partAnchor('preamble')} tabIndex={-1} className="manuscript">
          {wholeFaults(result.findings, 'preamble').length === 0 ? null : (
            <p className="whole">
              开头一段
              <Whole item={item} place="preamble" />
            </p>
          )}
          <MarkedText text={report.preamble} faults={faultsIn(result.findings, 'preamble')} />
        </div>
        {format.sections.map(({ id, title, table }) => {
          const text = report.sections[id] ?? '';
          return (
            <section key={id} id={partAnchor(id)} tabIndex={-1} aria-labelledby={`${partAnchor(id)}-title`}>
              <h3 id={`${partAnchor(id)}-title`}>
                {title}
                <Whole item={item} place={id} />
              </h3>
              {table === null ? null : <ReadTable format={format} table={table} last={lastCells} target={target} />}
              {table === null ? null : <Extra item={item} names={[table, format.tables[table].name]} />}
              {text.trim() === '' ? null : (
                <div className="manuscript">
                  <MarkedText text={text} faults={faultsIn(result.findings, id)} />
                </div>
              )}
              {table === null && text.trim() === '' ? <p className="absent">这一部分没有读到文字。</p> : null}
            </section>
          );
        })}
        <footer id={partAnchor('signature')} tabIndex={-1}>
          <p>{report.signature.agency}</p>
          <p>{file.written?.date ?? report.signature.date}</p>
          <Whole item={item} place="signature" />
          {faultsIn(result.findings, 'signature').map((fault) => (
            <NumberMark key={fault.number} {...fault} />
          ))}
        </footer>
      </article>
    </ReadingProvider>
  );
}

/** Numbers of the findings that concern a part as a whole. */
function Whole({ item, place }: { item: Checked; place: string }) {
  return wholeFaults(item.result.findings, place).map(({ number, severity, title }) => (
    <NumberMark key={number} number={number} severity={severity} title={title} />
  ));
}

/** Rows of the document that the form does not know. */
function Extra({ item, names }: { item: Checked; names: readonly string[] }) {
  const rows = (item.file.report.extra ?? []).filter(({ table }) => names.includes(table));
  if (rows.length === 0) return null;
  return (
    <ul className="extra">
      {rows.map(({ label, value }, index) => (
        <li key={index}>
          另有一行：{label}　{value}
        </li>
      ))}
    </ul>
  );
}
