import { expect, test } from 'vitest';
import { sentenceOf } from './pdf-note';

test('administrators read what to install and how many PDFs wait for it', () => {
  expect(sentenceOf({ converter: false, waiting: 3, failed: 1 })).toContain(
    '请安装 LibreOffice（软件包 libreoffice-writer-nogui）或 Chromium，装好后自动补做等待中的 4 份',
  );
  expect(sentenceOf({ converter: false, waiting: 0, failed: 0 })).toContain('装好后公布的报告就有 PDF');
});

test('where a converter is here, only what failed for good is told', () => {
  expect(sentenceOf({ converter: true, waiting: 12, failed: 0 })).toBeNull();
  expect(sentenceOf({ converter: true, waiting: 0, failed: 2 })).toContain('有 2 份报告的 PDF 多次没有做成');
});
