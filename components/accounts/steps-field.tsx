import { FieldGroup } from './field';

/** The named steps of review, in the order in which a report passes them. */
export function StepsField({
  steps,
  onChange,
  fault,
}: {
  steps: readonly string[];
  onChange: (steps: string[]) => void;
  fault: string | undefined;
}) {
  const set = (index: number, name: string): void => onChange(steps.map((step, at) => (at === index ? name : step)));
  const remove = (index: number): void => onChange(steps.filter((_, at) => at !== index));
  return (
    <FieldGroup legend="审核步骤" hint="报告提交后按顺序经过每一步，例如：初审、复审、终审" fault={fault}>
      <ol className="step-names">
        {steps.map((step, index) => (
          <li key={index}>
            <span aria-hidden="true">{index + 1}</span>
            <input
              aria-label={`第 ${index + 1} 步的名称`}
              value={step}
              onChange={(event) => set(index, event.target.value)}
            />
            <button type="button" className="button small" disabled={steps.length === 1} onClick={() => remove(index)}>
              删除<span className="vh">第 {index + 1} 步</span>
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button small"
        disabled={steps.length >= 6}
        onClick={() => onChange([...steps, ''])}
      >
        加一步
      </button>
    </FieldGroup>
  );
}
