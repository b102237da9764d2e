import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/install.js';

/** What a browser keeps of open tabs on the disk has their fields in it, but those that say this. */
test('no field of the casebook lets a browser keep what is typed into it', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte') && file.includes('/casebook/'))
    .map((file) => `src/${file}`);
  const fields = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/<(?:textarea|input)\b(?:=>|[^>])*>/g)].map(
      ([field]) => ({ file, field })
    )
  );
  const typed = fields.filter(({ field }) => !/type="(?:checkbox|radio|file)"/.test(field));
  expect(typed.length).toBeGreaterThan(15);
  expect(typed.filter(({ field }) => !field.includes('autocomplete="off"'))).toEqual([]);
});
