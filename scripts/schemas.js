import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { loadCore } from './core.js';
import { ROOT } from './install.js';

/**
 * The published JSON Schemas of the classifier's two contracts and of a backup, sealed or not. What JSON Schema cannot say (each id
 * once, a unit only beside a value, low not above high, the checksum) the validator and the reading of backups check.
 *
 * @returns {Promise<Record<'findings' | 'assessment' | 'backup' | 'sealed-backup', string>>} JSON texts
 */
export async function schemas() {
  const { findingsSchema, assessmentSchema, backupSchema, sealedBackupSchema } = await loadCore();
  /** @param {import('@valibot/to-json-schema').JsonSchema} schema @param {string} title */
  const titled = (schema, title) => `${JSON.stringify({ ...schema, title })}\n`;
  return {
    findings: titled(
      toJsonSchema(findingsSchema, { errorMode: 'ignore' }),
      'Findings: the input of the Calcinote classifier'
    ),
    assessment: titled(
      toJsonSchema(assessmentSchema, { errorMode: 'ignore' }),
      'Assessment: the output of the Calcinote classifier'
    ),
    backup: titled(
      toJsonSchema(backupSchema, { errorMode: 'ignore' }),
      'Backup: cases and notes as Calcinote exports them'
    ),
    'sealed-backup': titled(
      toJsonSchema(sealedBackupSchema, { errorMode: 'ignore' }),
      'Sealed backup: a backup that only its passphrase opens'
    )
  };
}

/** `npm run schemas`: writes them where the app serves them. */
if (process.argv[1] === import.meta.filename) {
  const folder = join(ROOT, 'static', 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(await schemas()))
    writeFileSync(join(folder, `${name}.json`), text);
}
