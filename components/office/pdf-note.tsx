import type { PdfWork } from '@/lib/workflow/desk-view';

/** For administrators: what keeps PDFs from being made, and what to do. Nothing while all is well. */
export function PdfNote({ work }: { work: PdfWork | null }) {
  const sentence = work === null ? null : sentenceOf(work);
  return sentence === null ? null : <p className="pdf-note">{sentence}</p>;
}

/** One sentence for an administrator; null while there is nothing to do. */
export function sentenceOf({ converter, waiting, failed }: PdfWork): string | null {
  if (!converter) {
    const those = waiting + failed;
    return `这台服务器不能生成 PDF：请安装 LibreOffice（软件包 libreoffice-writer-nogui）或 Chromium，${those === 0 ? '装好后公布的报告就有 PDF' : `装好后自动补做等待中的 ${those} 份`}；网页、Word 和数据不受影响。`;
  }
  return failed === 0
    ? null
    : `有 ${failed} 份报告的 PDF 多次没有做成，原因记在数据表 Conversion 的 problem 一栏；排除后重新启动服务即再试，网页、Word 和数据不受影响。`;
}
