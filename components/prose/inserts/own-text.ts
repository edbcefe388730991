import { useState } from 'react';

/**
 * The words of a field beside the ones that stand in the document: what is typed shows at once, what comes from
 * elsewhere replaces it.
 */
export function useOwnText(standing: string): [string, (text: string) => void] {
  const [own, setOwn] = useState(standing);
  const [known, setKnown] = useState(standing);
  if (standing !== known) {
    setKnown(standing);
    setOwn(standing);
  }
  return [own, setOwn];
}
