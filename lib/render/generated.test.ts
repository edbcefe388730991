import { describe, expect, it } from 'vitest';
import { paragraphsOfText } from '@/lib/report/prose';
import { reportSchema } from '@/lib/report/schema';
import { totalsOf } from '@/lib/report/totals';
import { formatOf } from './outline';
import { generatedCount, generatedReports } from '@/lib/render/test/generated';

describe('the generated reports', () => {
  const all = generatedReports();
  const reports = all.map(({ report }) => report);
  const values = reports.flatMap((report) => Object.values(report.cells));
  const paragraphs = reports.map((report) => paragraphsOfText(Object.values(report.sections).join('\n')));

  it('are 200, each another one, the same in every run, and all are reports', () => {
    expect(all).toHaveLength(generatedCount);
    expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(generatedCount);
    expect(generatedReports()).toEqual(all);
    for (const report of reports) expect(reportSchema.parse(report)).toEqual(report);
  });

  it('go to the ends of what a report may be', () => {
    expect(new Set(reports.map((report) => report.format))).toEqual(new Set(['2019', '2021']));
    expect(Math.max(...reports.map((report) => report.agency.length))).toBe(60);
    expect(Math.max(...paragraphs.map((texts) => texts.length))).toBe(80);
    expect(Math.min(...paragraphs.map((texts) => texts.length))).toBe(0);
    expect(Math.max(...paragraphs.flat().map((text) => text.length))).toBeGreaterThan(1500);
    expect(values.some((value) => value !== null && /^\d{7}$/.test(value))).toBe(true);
    expect(values.some((value) => value !== null && /^\d{7}\.\d{6}$/.test(value))).toBe(true);
    expect(values).toContain(null);
    expect(paragraphs.flat().join('')).toMatch(/[𠀀-𯨟].*[０-９]|[０-９].*[𠀀-𯨟]/su);
    for (const mark of ['&', '<', '>', '"', "'"]) expect(paragraphs.flat().join('')).toContain(mark);
    expect(reports.filter((report) => report.notes !== undefined && report.extra !== undefined).length).toBeGreaterThan(
      20,
    );
    expect(reports.filter((report) => report.signature.date === null).length).toBeGreaterThan(5);
  });

  it('state their totals right and wrong', () => {
    const right = reports.filter((report) =>
      Object.entries(totalsOf(formatOf(report), report.cells)).every(([id, total]) => total === report.cells[id]),
    );
    expect(right.length).toBeGreaterThan(100);
    expect(generatedCount - right.length).toBeGreaterThan(20);
  });
});
