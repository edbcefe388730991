import { chapters } from './catalogue';
import { severityNames } from './finding';
import type { Entry } from '@/lib/checks/engine/rule';

const severityOf = ({ severity }: Entry): string => (severity === 'help' ? '帮助' : severityNames[severity]);
const cell = (text: string): string => text.replaceAll('|', '\\|');

/**
 * The catalogue as a page of Markdown, for lawyers and reviewers: one line a rule, in the words people see on screen.
 */
export function printedCatalogue(): string {
  const parts = chapters.map(({ title, entries }) => {
    const lines = entries.map(
      (entry) =>
        `| ${[entry.id, severityOf(entry), entry.says, entry.note ?? '', entry.source].map(cell).join(' | ')} |`,
    );
    return [`## ${title}`, '', '| 编号 | 程度 | 规则 | 说明 | 依据 |', '|---|---|---|---|---|', ...lines].join('\n');
  });
  return `# 核对规则

由 \`npm run checks:print -- --write\` 按 \`lib/checks/catalogue.ts\` 写出，请勿手改。

错误：改正后才能提交。待说明：改正，或写明原因，审核人会看到。提示：供参考。空着的、无法识别的单元格不作猜测，涉及它的规则记为“未核对”。

${parts.join('\n\n')}
`;
}
