import * as v from 'valibot';
import { moment, parse, type Parsed } from './backup-schema';

export const SEALED_FORMAT = 'calcinote-sealed-backup';
export const SEALED_VERSION = 1;

/** Fewer rounds make the passphrase easy to guess, more would hold the app up for minutes. */
const ITERATIONS = [600_000, 10_000_000] as const;
const base64 = v.regex(/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/);

/** A backup that only its passphrase opens, as its file holds it. */
export const sealedBackupSchema = v.strictObject({
  format: v.literal(SEALED_FORMAT),
  version: v.literal(SEALED_VERSION),
  madeAt: moment,
  derivation: v.strictObject({
    name: v.literal('PBKDF2-SHA256'),
    iterations: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(ITERATIONS[0]),
      v.maxValue(ITERATIONS[1])
    ),
    /** 16 bytes. */
    salt: v.pipe(v.string(), v.length(24), base64)
  }),
  cipher: v.literal('AES-256-GCM'),
  /** The nonce, 12 bytes, and what is sealed: the text of a backup, as it is or as gzip. */
  sealed: v.pipe(v.string(), v.minLength(40), base64)
});

export type SealedBackup = v.InferOutput<typeof sealedBackupSchema>;

export function parseSealedBackup(value: unknown): Parsed<SealedBackup> {
  return parse(sealedBackupSchema, value);
}
