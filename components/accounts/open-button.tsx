/** Opens a dialog: the main button of its page, or a small one of a row, which then says whom or what it is about. */
export function OpenButton({
  label,
  about,
  onOpen,
}: {
  label: string;
  about?: string | undefined;
  onOpen: () => void;
}) {
  return (
    <button type="button" className={about === undefined ? 'button main' : 'button small'} onClick={onOpen}>
      {label}
      {about === undefined ? null : <span className="vh">：{about}</span>}
    </button>
  );
}
