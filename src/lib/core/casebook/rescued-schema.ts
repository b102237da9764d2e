import * as v from 'valibot';
import { parse, type Parsed } from './backup-schema';
import { base64, derivation } from './sealed-backup-schema';

const wrapped = v.object({ derivation, key: base64 });

/** The lock of a casebook, in a file that holds its rows as the disk had them: bytes are base64. */
const rescuedVaultSchema = v.object({
  id: v.literal('vault'),
  keyId: v.string(),
  ways: v.object({ passphrase: wrapped, recovery: wrapped })
});
export type RescuedVault = v.InferOutput<typeof rescuedVaultSchema>;

/** A row that was sealed: what of it stood open, and the rest as base64. */
const rescuedRowSchema = v.looseObject({ id: v.string(), content: base64 });
export type RescuedRow = v.InferOutput<typeof rescuedRowSchema>;

export function parseRescuedVault(value: unknown): Parsed<RescuedVault> {
  return parse(rescuedVaultSchema, value);
}

export function parseRescuedRow(value: unknown): Parsed<RescuedRow> {
  return parse(rescuedRowSchema, value);
}
