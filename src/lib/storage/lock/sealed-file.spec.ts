import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile, sealFile } from './sealed-file';

const MADE_AT = '2026-11-25T10:00:00.000Z';
const PASSPHRASE = 'quatre mots sans lien';
const SECRET = 'Lit 12, dossier bleu';
const TEXT = JSON.stringify({ format: 'calcinote-backup', rows: [SECRET, 'é😀\u0000'] });
/** Deriving a key takes a fifth of a second on purpose. */
const RUNS = Number(process.env.SEALED_MUTANTS ?? 12);
const MINUTES = 120_000 + RUNS * 1000;

const bytes = (text: string) => new TextEncoder().encode(text);
const sealed = await sealFile(bytes(TEXT), PASSPHRASE, MADE_AT);
type Header = { derivation: Record<string, unknown>; sealed: string } & Record<string, unknown>;
const changed = (change: (file: Header) => void): string => {
  const file = JSON.parse(sealed) as Header;
  change(file);
  return JSON.stringify(file);
};
const reason = async (text: string, passphrase = PASSPHRASE) => {
  const opened = await openFile(text, passphrase);
  return opened.ok ? undefined : opened.reason;
};

describe('a sealed file', () => {
  test('opens with its passphrase alone, and tells nothing but how it is sealed and when it was made', async () => {
    expect(await openFile(sealed, PASSPHRASE)).toEqual({ ok: true, text: TEXT, lost: 0 });
    expect(await openFile(sealed)).toEqual({ ok: false, reason: 'sealed' });
    expect(await reason(sealed, `${PASSPHRASE}s`)).toBe('wrong-passphrase');
    const { sealed: hidden, derivation, ...header } = JSON.parse(sealed) as Header;
    expect(header).toEqual({
      format: 'calcinote-sealed-backup',
      version: 1,
      madeAt: MADE_AT,
      cipher: 'AES-256-GCM'
    });
    expect(derivation).toMatchObject({ name: 'PBKDF2-SHA256', iterations: 600_000 });
    expect(atob(hidden)).not.toContain(SECRET);
    expect(await sealFile(bytes(TEXT), PASSPHRASE, MADE_AT)).not.toContain(hidden.slice(0, 40));
  });

  test('may be as long as a casebook becomes', async () => {
    // Chance does not pack.
    const long = Array.from({ length: 110 }, () =>
      Array.from(crypto.getRandomValues(new Uint8Array(65_536)), (byte) => byte.toString(36)).join(
        ''
      )
    ).join('');
    const file = await sealFile(bytes(long), PASSPHRASE, MADE_AT);
    expect(file.length).toBeGreaterThan(8 * 1024 * 1024);
    expect(await openFile(file, PASSPHRASE)).toEqual({ ok: true, text: long, lost: 0 });
  });

  test('a file that is not sealed is handed on as it is', async () => {
    for (const text of [TEXT, '', 'null', '[]', '{"format":"other"}'])
      expect(await openFile(text, PASSPHRASE)).toEqual({ ok: true, text, lost: 0 });
  });

  test('weaker or endless rounds are refused before a key is derived, and so is all that is not as it should be', async () => {
    const rounds = (iterations: unknown) =>
      changed(({ derivation }) => (derivation.iterations = iterations));
    for (const iterations of [1, 599_999, 10_000_001, 1e12, 1.5, '600000', null])
      expect(await reason(rounds(iterations))).toBe('invalid');
    expect(await reason(changed((file) => (file.version = 2)))).toBe('newer-version');
    expect(await reason(changed((file) => (file.more = 1)))).toBe('invalid');
    expect(await reason(changed((file) => (file.sealed = 'not base 64')))).toBe('invalid');
    expect(await reason(changed((file) => (file.madeAt = 'today')))).toBe('invalid');
    for (const stray of ['_', '-', '=', ' ', 'é'])
      expect(await reason(changed((file) => (file.sealed = stray + file.sealed.slice(1))))).toBe(
        'invalid'
      );
    expect(await reason(changed(({ derivation }) => (derivation.salt = '_'.repeat(24))))).toBe(
      'invalid'
    );
    expect(await reason(sealed.slice(0, -1))).toBe('not-json');
    expect(await reason(`${sealed.slice(0, -1)},"x":${'['.repeat(5000)}`)).toBe('too-deep');
    expect(await reason(sealed.replace('{', '{"__proto__":{"cipher":"none"},'))).toBe('invalid');
  });

  test(
    'whatever is changed in what may be changed, the seal no longer fits',
    async () => {
      expect(await reason(changed((file) => (file.madeAt = '2026-11-26T10:00:00.000Z')))).toBe(
        'wrong-passphrase'
      );
      expect(await reason(changed(({ derivation }) => (derivation.iterations = 600_001)))).toBe(
        'wrong-passphrase'
      );
      const length = (JSON.parse(sealed) as Header).sealed.length;
      await fc.assert(
        fc.asyncProperty(
          fc.nat(length - 8),
          fc.constantFrom(...'ABCxyz019+/'),
          async (at, other) => {
            const mutant = changed((file) => {
              file.sealed = file.sealed.slice(0, at) + other + file.sealed.slice(at + 1);
            });
            fc.pre(mutant !== sealed);
            expect(await reason(mutant)).toBe('wrong-passphrase');
          }
        ),
        { numRuns: RUNS }
      );
    },
    MINUTES
  );
});
