'use client';

import { useId } from 'react';
import { insertLimits, type Picture } from '@/lib/report/insert';
import { useOwnText } from './own-text';

/** A picture with the words that stand for it; they are changed here, and never become none. */
export function PictureBlock({
  picture,
  address,
  onAlt,
  onEscape,
}: {
  picture: Picture;
  address: string;
  onAlt: (alt: string) => void;
  onEscape: () => void;
}) {
  const id = useId();
  const [alt, setAlt] = useOwnText(picture.alt);
  const missing = alt.trim() === '';
  return (
    <>
      <img src={address} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} />
      <div className="insert-alt">
        <label htmlFor={id}>替代文字</label>
        <input
          id={id}
          value={alt}
          maxLength={insertLimits.alt}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => {
            setAlt(event.target.value);
            if (!(event.nativeEvent as InputEvent).isComposing && event.target.value.trim() !== '')
              onAlt(event.target.value);
          }}
          onCompositionEnd={(event) => onAlt(event.currentTarget.value)}
          onBlur={() => (missing ? setAlt(picture.alt) : onAlt(alt.trim()))}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.preventDefault();
              onEscape();
            }
          }}
        />
        {missing ? (
          <p id={`${id}-missing`} className="insert-missing">
            替代文字不能空着；离开这一格后仍用原来的。
          </p>
        ) : null}
      </div>
    </>
  );
}
