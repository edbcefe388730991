import type { Paragraph } from '@/lib/report/draft';
import { isHeading } from '@/lib/report/prose';
import { textOfParagraph } from '@/lib/report/resolve';
import { blankWord } from '@/components/prose/figures/figure-view';
import { Icon } from '@/components/ui/icon';
import { InsertShown } from '@/components/prose/inserts/insert-shown';
import type { Cells } from '@/components/prose/document/runs';

/** The text as it stands, before the editor is there and where no scripts run. */
export function StillProse({
  paragraphs,
  cells,
  placeholder,
  addressOf,
}: {
  paragraphs: readonly Paragraph[];
  cells: Cells;
  placeholder: string;
  addressOf: (sha256: string) => string;
}) {
  if (paragraphs.length === 0) {
    return (
      <div className="manuscript">
        <p className="para is-empty" data-placeholder={placeholder} />
      </div>
    );
  }
  return (
    <div className="manuscript">
      {paragraphs.map((paragraph) =>
        paragraph.insert !== undefined ? (
          <InsertShown key={paragraph.id} insert={paragraph.insert} addressOf={addressOf} />
        ) : (
          <p key={paragraph.id} className={isHeading(textOfParagraph(paragraph, cells)) ? 'heading' : 'para'}>
            {paragraph.runs.map((run, index) => {
              if ('text' in run) return <span key={index}>{run.text}</span>;
              return (
                <span key={index} className="linked">
                  <Icon name="link" />
                  <span>{cells[run.figure] ?? blankWord}</span>
                </span>
              );
            })}
          </p>
        ),
      )}
    </div>
  );
}
