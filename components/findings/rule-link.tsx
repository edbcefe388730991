/** A rule's id, leading to its sentence and source in the printed catalogue. */
export function RuleLink({ id }: { id: string }) {
  return (
    <a
      className="rule-id"
      href={`/check/rules#${id}`}
      target="_blank"
      rel="noopener"
      aria-label={`规则 ${id}，在新窗口打开`}
    >
      {id}
    </a>
  );
}
