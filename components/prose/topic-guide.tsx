'use client';

import { useId } from 'react';
import type { Format } from '@/lib/statute/format';
import { Icon } from '@/components/ui/icon';
import { topicStates, type TopicState } from './writing';

const words: Readonly<Record<TopicState, string>> = { written: '已写', heading: '只有标题', missing: '未写' };

/** 五个方面: the subjects that section one has to cover, and which of them are written. Nothing in formats without them. */
export function TopicGuide({ format, text }: { format: Format; text: string }) {
  const id = useId();
  if (format.topics.length === 0) return null;
  const states = topicStates(format.topics, text);
  const written = format.topics.filter((topic) => states[topic.id] === 'written').length;
  return (
    <section className="panel-part" aria-labelledby={id}>
      <h2 id={id}>
        五个方面{' '}
        <small>
          已写 {written} / {format.topics.length}
        </small>
      </h2>
      <ul className="guide">
        {format.topics.map((topic) => {
          const state = states[topic.id] ?? 'missing';
          return (
            <li key={topic.id} className={state === 'written' ? undefined : 'todo'}>
              <Icon name={state === 'written' ? 'done' : state === 'heading' ? 'half' : 'blank'} />
              <span>
                {topic.title}
                <small>{topic.hint}</small>
              </span>
              <small className="guide-state">{words[state]}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
