import { createHash } from 'node:crypto';

/** As the app has it from the browser. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return createHash('sha256').update(bytes).digest('hex');
}
