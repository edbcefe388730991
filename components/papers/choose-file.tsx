'use client';

import { useId } from 'react';

/** A button that opens the computer's files; what was chosen is named beside it. */
export function ChooseFile({
  label,
  accept,
  many = false,
  chosen,
  onChoose,
}: {
  label: string;
  accept: string;
  many?: boolean;
  chosen: readonly string[];
  onChoose: (files: readonly File[]) => void;
}) {
  const id = useId();
  return (
    <div className="choose-file">
      <input
        className="vh"
        type="file"
        id={id}
        accept={accept}
        multiple={many}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <label className="button" htmlFor={id}>
        {label}
      </label>
      {chosen.length === 0 ? null : <span>{chosen.join('、')}</span>}
    </div>
  );
}
