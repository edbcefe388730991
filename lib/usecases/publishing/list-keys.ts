import { settings } from '@/lib/settings';
import { currentSigningKey, knownKeys } from '@/lib/store/publications/signing-keys';

/** A public key of this installation, as `/verify/keys.json` and `nianbao key` tell of it. */
export interface ListedKey {
  readonly id: string;
  /** The one that signs today. */
  readonly current: boolean;
  readonly algorithm: 'Ed25519';
  /** SPKI, PEM. */
  readonly publicKey: string;
  /** Where it is published. */
  readonly address: string;
}

/** All keys by which signatures of this installation are checked, the one that signs today first. */
export function listKeys(): ListedKey[] {
  const { signingKeysDir } = settings();
  const current = currentSigningKey(signingKeysDir)?.id;
  return knownKeys(signingKeysDir).map(({ id, pem }) => ({
    id,
    current: id === current,
    algorithm: 'Ed25519',
    publicKey: pem,
    address: `/verify/keys/${id}.pem`,
  }));
}
