import { isHeading } from '@/lib/report/prose';
import { paragraphsWithOffsets, segmentsOf, wordsAnchor, worse, type Fault, type Segment } from './marks';
import { NumberMark } from './number-mark';

/** The text of one place as read, with every finding at its words. */
export function MarkedText({ text, faults }: { text: string; faults: readonly Fault[] }) {
  return paragraphsWithOffsets(text).map(({ text: paragraph, start }) => {
    const segments = segmentsOf(paragraph, start, faults);
    const worst = segments.reduce<Segment['severity']>(
      (known, { severity }) => (known === null || severity === null ? (known ?? severity) : worse(known, severity)),
      null,
    );
    return (
      <p key={start} className={`${isHeading(paragraph) ? 'heading' : 'para'}${worst === null ? '' : ` has-${worst}`}`}>
        <Marked segments={segments} />
      </p>
    );
  });
}

/** Words on one line, such as the title. */
export function MarkedLine({ text, faults }: { text: string; faults: readonly Fault[] }) {
  return <Marked segments={segmentsOf(text, 0, faults)} />;
}

function Marked({ segments }: { segments: readonly Segment[] }) {
  return segments.map((segment, index) => (
    <span key={index}>
      {segment.severity === null ? segment.text : <mark className={`fault ${segment.severity}`}>{segment.text}</mark>}
      {segment.ends.map(({ number, severity, title }) => (
        <span key={number} id={wordsAnchor(number)} tabIndex={-1} className="words-end">
          <NumberMark number={number} severity={severity} title={title} />
        </span>
      ))}
    </span>
  ));
}
