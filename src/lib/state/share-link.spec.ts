import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf, fragmentOf } from './share-link';
import { hasFindings } from './share-mark';
import type { Findings } from '$lib/core/classifier/findings';

const FINDINGS: Findings = {
  subject: { age: { value: 43, unit: 'a' }, sex: 'female' },
  intervals: { set: 'uk-consensus' },
  labs: {
    totalCalcium: { value: 2.35, unit: 'mmol/L', sampledOn: '2026-11-20' },
    phosphate: { value: 1.62, unit: 'mmol/L', interval: { low: 0.8, high: 1.5 } }
  },
  exposures: [{ id: 'iv-calcium', status: 'no' }],
  conditions: [{ id: 'systemic-sclerosis', status: 'yes' }]
};

test('a link gives back the findings it was made of', async () => {
  const fragment = await fragmentOf(FINDINGS);
  expect(fragment).toMatch(/^#c1=[\w-]+$/);
  expect(hasFindings(fragment)).toBe(true);
  expect(await findingsOf(fragment)).toEqual({ ok: true, findings: FINDINGS });
});

test('a link that was cut short or changed opens nothing', async () => {
  const fragment = await fragmentOf(FINDINGS);
  expect(await findingsOf(fragment.slice(0, -8))).toEqual({ ok: false });
  await fc.assert(
    fc.asyncProperty(fc.string(), async (noise) => {
      expect(await findingsOf(`#c1=${noise}`)).toEqual({ ok: false });
    })
  );
});

test('a link to what the contract does not know opens nothing', async () => {
  const fragment = await fragmentOf({ labs: { potassium: { value: 4 } } } as never);
  expect(await findingsOf(fragment)).toEqual({ ok: false });
});

test('a link that unpacks to megabytes is refused', async () => {
  const fragment = await fragmentOf({ note: 'x'.repeat(5_000_000) } as never);
  expect(fragment.length).toBeLessThan(10_000);
  expect(await findingsOf(fragment)).toEqual({ ok: false });
});
