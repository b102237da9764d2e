import { describe, expect, test } from 'vitest';
import { LEAST_ITERATIONS, WeakDerivationError } from './key-derivation';
import { isOutdated, makeVault, openVault, rewrap, type Keys, type Vault } from './vault';
import { sealRow, unsealRow } from './sealed-row';

const SECRETS = { passphrase: 'quatre mots sans lien', recovery: 'ABCDE-FGHJK' };
const ROW = { id: '1', content: { text: 'Ulcère' }, topic: 'surgery#risks', updatedAt: 5 };
const PLACE = { table: 'notes', schema: 1, open: ['id', 'updatedAt'], hidesId: false };
const [vault, keys] = await makeVault(SECRETS);
const sealed = await sealRow(keys, ROW, PLACE);
const opens = async (some: Keys | undefined) =>
  some !== undefined && (await unsealRow(some, sealed, 'notes').catch(() => undefined));

describe('promise 14, a vault', () => {
  test('opens with the passphrase and with the recovery code, and with nothing else', async () => {
    expect(await opens(await openVault(vault, 'passphrase', SECRETS.passphrase))).toEqual(ROW);
    expect(await opens(await openVault(vault, 'recovery', SECRETS.recovery))).toEqual(ROW);
    expect(await openVault(vault, 'passphrase', SECRETS.recovery)).toBeUndefined();
    expect(await openVault(vault, 'recovery', SECRETS.passphrase)).toBeUndefined();
  });

  test('stores how its keys are derived, by at least 600,000 rounds, with a salt of its own each', () => {
    const { passphrase, recovery } = vault.ways;
    for (const { derivation } of [passphrase, recovery]) {
      expect(derivation.name).toBe('PBKDF2-SHA256');
      expect(derivation.iterations).toBeGreaterThanOrEqual(600_000);
      expect(derivation.salt).toHaveLength(16);
    }
    expect(passphrase.derivation.salt).not.toEqual(recovery.derivation.salt);
    expect(JSON.stringify(vault)).not.toContain(SECRETS.passphrase);
  });

  test('refuses to be opened by fewer rounds, another function or a short salt, even with the right passphrase', async () => {
    const { derivation, key } = vault.ways.passphrase;
    const weaker = (change: object): Vault => ({
      ...vault,
      ways: { ...vault.ways, passphrase: { key, derivation: { ...derivation, ...change } } }
    });
    for (const change of [
      { iterations: LEAST_ITERATIONS - 1 },
      { iterations: 1 },
      { iterations: Number.NaN },
      { name: 'MD5' },
      { salt: new Uint8Array(4) }
    ])
      await expect(openVault(weaker(change), 'passphrase', SECRETS.passphrase)).rejects.toThrow(
        WeakDerivationError
      );
    expect(
      await openVault(weaker({ iterations: 600_001 }), 'passphrase', SECRETS.passphrase)
    ).toBeUndefined();
  });

  test('keeps its key under another passphrase, and only the new one opens it then', async () => {
    const next = { passphrase: 'autres mots bien choisis' };
    const ways = await rewrap(vault, ['passphrase', SECRETS.passphrase], next);
    expect(Object.keys(ways ?? {})).toEqual(['passphrase']);
    const renewed = { ...vault, ways: { ...vault.ways, ...ways } };
    expect(await opens(await openVault(renewed, 'passphrase', next.passphrase))).toEqual(ROW);
    expect(await openVault(renewed, 'passphrase', SECRETS.passphrase)).toBeUndefined();
    expect(await opens(await openVault(renewed, 'recovery', SECRETS.recovery))).toEqual(ROW);
    expect(await rewrap(vault, ['passphrase', 'wrong'], next)).toBeUndefined();
  });

  test('knows when more rounds than its own are thought enough', () => {
    const { derivation, key } = vault.ways.passphrase;
    const older = { key, derivation: { ...derivation, iterations: derivation.iterations - 1 } };
    expect(isOutdated(vault, 'passphrase')).toBe(false);
    expect(isOutdated({ ...vault, ways: { ...vault.ways, passphrase: older } }, 'passphrase')).toBe(
      true
    );
  });

  test('gives out keys that cannot be read, and seals the same row differently each time', async () => {
    await expect(crypto.subtle.exportKey('raw', keys.rows)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', keys.index)).rejects.toThrow();
    const again = await sealRow(keys, ROW, PLACE);
    expect(again.content).not.toEqual(sealed.content);
    expect({ ...again, content: 0 }).toEqual({ ...sealed, content: 0 });
  });
});

describe('a sealed row', () => {
  test('has nothing in the open but its id and when it changed', () => {
    expect(Object.keys(sealed).sort()).toEqual(['content', 'id', 'updatedAt']);
    const text = new TextDecoder('latin1').decode(sealed.content);
    for (const word of ['Ulc', 'surgery', 'topic']) expect(text).not.toContain(word);
  });

  test('is as long as others of about its length, and opens whole', async () => {
    const lengths = new Set<number>();
    for (const length of [0, 100, 300, 1000, 20_000, 20_001, 70_000]) {
      const row = { ...ROW, content: { text: 'é'.repeat(length) } };
      const { content } = await sealRow(keys, row, PLACE);
      expect(await unsealRow(keys, { id: '1', updatedAt: 5, content }, 'notes')).toEqual(row);
      lengths.add(content.length);
    }
    expect(lengths.size).toBe(5);
  });

  test('keeps a file beside its text', async () => {
    const row = { id: '1', content: { file: new Uint8Array([1, 0, 0]) } };
    const place = { table: 'snapshots', schema: 1, open: ['id'], hidesId: false };
    expect(await unsealRow(keys, await sealRow(keys, row, place), 'snapshots')).toEqual(row);
  });

  test('has a mark in the place of an id that tells of what it is', async () => {
    const row = { id: 'form:visit:7', content: {} };
    const place = { table: 'drafts', schema: 1, open: ['id'], hidesId: true };
    const [one, other] = [await sealRow(keys, row, place), await sealRow(keys, row, place)];
    expect(one.id).toMatch(/^[\w+/]{22}==$/);
    expect(other.id).toBe(one.id);
    expect(await unsealRow(keys, one, 'drafts')).toEqual(row);
  });

  test.each([
    ['another table', { table: 'drafts' }],
    ['another id', { row: { id: '2' } }],
    ['an open field changed', { row: { updatedAt: 6 } }],
    ['an open field more', { row: { pinnedAt: 1 } }],
    ['another schema', { byte: 1 }],
    ['another format', { byte: 0 }],
    ['a bit of the nonce', { byte: 5 }],
    ['a bit of the text', { byte: 30 }]
  ] as [string, { table?: string; row?: object; byte?: number }][])(
    'is refused with %s',
    async (_, { table = 'notes', row = {}, byte }) => {
      const content = Uint8Array.from(sealed.content);
      if (byte !== undefined) content[byte] = (content[byte] ?? 0) ^ 2;
      await expect(unsealRow(keys, { ...sealed, ...row, content }, table)).rejects.toThrow();
    }
  );
});
