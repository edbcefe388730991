import { InsertShown } from '@/components/prose/inserts/insert-shown';
import { Icon } from '@/components/ui/icon';
import { anchorOf } from './changes';
import type { PaperParagraph } from './paper';
import { Pin } from './pin';

interface Props {
  paragraph: PaperParagraph;
  addressOf: (sha256: string) => string;
  onRemark?: (paragraph: PaperParagraph) => void;
}

const marks = { none: '', changed: '改动', added: '新增', removed: '删去', moved: '移动了位置' } as const;

/**
 * A picture or a simple table of the paper: what stood before is struck, what stands now is underlined by its frame.
 */
export function InsertView({ paragraph, addressOf, onRemark }: Props) {
  const { change, insert, insertBefore } = paragraph;
  return (
    <div className={`insert-view ${change}`} id={anchorOf(paragraph.id)} tabIndex={-1}>
      {change === 'none' ? null : <span className="moved">{marks[change]}</span>}
      {insertBefore === null || change === 'none' || change === 'moved' ? null : (
        <del className="insert-old">
          <span className="insert-word">原来</span>
          <InsertShown insert={insertBefore} addressOf={addressOf} />
        </del>
      )}
      {insert === null ? null : change === 'none' || change === 'moved' ? (
        <InsertShown insert={insert} addressOf={addressOf} />
      ) : (
        <ins className="insert-new">
          <span className="insert-word">现在</span>
          <InsertShown insert={insert} addressOf={addressOf} />
        </ins>
      )}
      {paragraph.comments.map((comment) => (
        <Pin key={comment.id} comment={comment} />
      ))}
      {onRemark === undefined || change === 'removed' ? null : (
        <button
          type="button"
          className="remark"
          onClick={() => onRemark(paragraph)}
          aria-label={`批注${paragraph.label}`}
          title="批注"
        >
          <Icon name="note" />
        </button>
      )}
    </div>
  );
}
