import * as v from 'valibot';
import { moment, parse, type Parsed } from './backup-schema';

export const SEALED_FORMAT = 'calcinote-sealed-backup';
export const SEALED_VERSION = 1;

/** Fewer rounds make the passphrase easy to guess, more would hold the app up for minutes. */
const ITERATIONS = [600_000, 10_000_000] as const;
/** Without groups that repeat: on millions of characters they end a browser's engine. */
export const base64 = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z\d+/]*={0,2}$/),
  v.check((text) => text.length % 4 === 0)
);

/** How a key is derived from a secret. */
export const derivation = v.strictObject({
  name: v.literal('PBKDF2-SHA256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(ITERATIONS[0]), v.maxValue(ITERATIONS[1])),
  /** 16 bytes. */
  salt: v.pipe(base64, v.length(24))
});

/** A backup that only its passphrase opens, as its file holds it. */
export const sealedBackupSchema = v.strictObject({
  format: v.literal(SEALED_FORMAT),
  version: v.literal(SEALED_VERSION),
  madeAt: moment,
  derivation,
  cipher: v.literal('AES-256-GCM'),
  /** The nonce, 12 bytes, and what is sealed: the text of a backup, as it is or as gzip. */
  sealed: v.pipe(base64, v.minLength(40))
});

export type SealedBackup = v.InferOutput<typeof sealedBackupSchema>;

export function parseSealedBackup(value: unknown): Parsed<SealedBackup> {
  return parse(sealedBackupSchema, value);
}
