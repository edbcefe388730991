'use client';

import type { Section } from '@/lib/statute/format';
import type { Target } from './jump';
import { Manuscript } from './manuscript';
import { Said } from './said';

const asks: Readonly<Record<string, string>> = {
  overview: '写明五个方面。数字可从表中引用，表改文随。',
  problems: '写明主要问题，以及对应的改进情况。',
  other: '没有其他需要报告的事项，写“无”。收取信息处理费的情况写在这里。',
};

/** The page of a section of prose; the opening paragraph stands on the first. */
export function ProseSection({
  section,
  target,
  register,
}: {
  section: Section;
  target: Target | null;
  register: (insert: ((cell: string) => void) | null) => void;
}) {
  return (
    <>
      <div className="work-head">
        <div>
          <h1 tabIndex={-1}>{section.title}</h1>
          <p>{asks[section.id]}</p>
        </div>
      </div>
      <Said />
      {section.id === 'overview' ? (
        <section className="preamble" aria-labelledby="preamble">
          <h2 id="preamble">
            开头一段 <small>写在第一部分之前：依据、期间、联系方式</small>
          </h2>
          <Manuscript place="preamble" label="开头一段" target={target} />
          <h2>{section.title}</h2>
        </section>
      ) : null}
      <Manuscript place={section.id} label={section.title} target={target} register={register} />
    </>
  );
}
