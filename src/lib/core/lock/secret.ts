import { normalPassphrase } from './passphrase';
import { readRecoveryCode, recoveryCodeOf } from './recovery-code';

/** What opens a lock that a person typed, as it was used when the lock was made. */
export type Secret = readonly ['passphrase' | 'recovery', string];

/** Of a field that takes either: no passphrase has the length of a recovery code and its check symbol. */
export function secretOf(text: string): Secret {
  const code = readRecoveryCode(text);
  return code.ok
    ? ['recovery', recoveryCodeOf(code.bytes)]
    : ['passphrase', normalPassphrase(text)];
}
