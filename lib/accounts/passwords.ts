import { randomInt } from 'node:crypto';

export { hashPassword, verifyPassword } from 'better-auth/crypto';

/** No letters or digits that look alike on paper: 0 O o 1 l I. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password to hand over once: four groups of four, 80 bits. */
export function generatePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
