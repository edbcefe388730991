import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '@/lib/report/schema';
import { formats } from '@/lib/statute/formats';
import { csvOf } from './csv';
import { jsonOf, plainReport } from './json';
import { reportJsonSchema } from './report-schema';
import { generatedReports } from '@/lib/render/test/generated';
import { sampleReport } from '@/lib/render/test/sample';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';

const schema = reportJsonSchema('https://nianbao.example.gov.cn');
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
  schema,
);

const faultsOf = (value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
const generated = generatedReports().map(({ report }) => report);
const five = sharedReportsAtHand() ? expectedReports().map(({ report }) => report) : [];

describe('the published JSON Schema', () => {
  it('takes every report.json: the five real reports and the 200 generated ones', () => {
    for (const report of [...five, ...generated, sampleReport(2020)])
      expect(faultsOf(JSON.parse(jsonOf(report)))).toEqual([]);
  });

  it('names every cell of both formats, with its printed headings', () => {
    const definitions = schema['$defs'] as Record<
      string,
      { properties: Record<string, { title: string }>; required: string[] }
    >;
    for (const format of formats) {
      const cells = definitions[`cells${format.id}`];
      expect(cells?.required).toEqual(format.cells.map((cell) => cell.id));
      const labels = csvOf(sampleReport(format.from))
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[3]);
      expect(Object.values(cells?.properties ?? {}).map((cell) => cell.title)).toEqual(labels);
    }
  });

  it.each<[string, (report: Record<string, unknown>) => object]>([
    [
      'a number that is no string',
      (report) => ({ ...report, cells: { ...(report['cells'] as object), 'applications.received.total': 1 } }),
    ],
    [
      'a number with a thousands mark',
      (report) => ({ ...report, cells: { ...(report['cells'] as object), 'applications.received.total': '1,286' } }),
    ],
    [
      'a cell that the format does not have',
      (report) => ({ ...report, cells: { ...(report['cells'] as object), 'applications.received.alien': '1' } }),
    ],
    ['a cell left out', (report) => ({ ...report, cells: { 'applications.received.total': '1' } })],
    ['cells of the other format', (report) => ({ ...report, format: '2019' })],
    ['a format that was never in force', (report) => ({ ...report, format: '2016' })],
    ['a key that nobody knows', (report) => ({ ...report, note: 'x' })],
    [
      'an insert that is picture and table in one',
      (report) => ({ ...report, inserts: [{ place: 'overview', at: 0 }] }),
    ],
    ['no signature', (report) => ({ ...report, signature: undefined })],
  ])('refuses %s', (_, broken) => {
    const report = plainReport(sampleReport()) as unknown as Record<string, unknown>;
    expect(faultsOf(report)).toEqual([]);
    expect(faultsOf(JSON.parse(JSON.stringify(broken(report))))).not.toEqual([]);
  });

  it('takes what the reader of JSON takes: a report with a picture, a table, and its schema named', () => {
    const report = plainReport({
      ...sampleReport(),
      inserts: [
        {
          place: 'overview',
          at: 1,
          picture: { sha256: 'a'.repeat(64), contentType: 'image/png', width: 10, height: 10, alt: '示意图' },
        },
        {
          place: 'other',
          at: 0,
          table: {
            caption: '',
            rows: [
              ['项目', '数量'],
              ['公报', '12'],
            ],
          },
        },
      ],
    });
    expect(reportSchema.parse(report)).toEqual(report);
    expect(faultsOf(JSON.parse(JSON.stringify({ $schema: '/report.schema.json', ...report })))).toEqual([]);
    expect(reportSchema.parse({ $schema: '/report.schema.json', ...report })).toEqual(report);
  });
});
