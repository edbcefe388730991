/** Whether two figures differ as by a slip of the hand: neighbours exchanged, one digit too many or too few. */
export function slip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 2) return false;
  if (a.length === b.length) {
    const at = [...a].findIndex((digit, index) => digit !== b[index]);
    return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return (
    long.length === short.length + 1 &&
    [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short)
  );
}
