import { beforeEach, expect, test, vi } from 'vitest';

const askWorker = vi.fn<(name: string, payload: unknown) => Promise<unknown>>();
vi.mock('./ask-worker', () => ({ askWorker }));
vi.mock('./off-disk', () => ({ isOffDisk: () => true, isCarried: () => true }));

let stored: Map<string, string>;
beforeEach(() => {
  vi.resetModules();
  askWorker.mockReset();
  stored = new Map([['calcinote.tab', '"before"']]);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key)
  });
  const target = new EventTarget();
  vi.stubGlobal('document', Object.assign(target, { visibilityState: 'visible' }));
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('setInterval', () => 0);
});

const kept = () =>
  askWorker.mock.calls.filter(([name]) => name === 'keep-carried').map(([, payload]) => payload);

test('a worker that is slow to start is asked again for what the page before has left', async () => {
  const answers = [undefined, { entry: 'of the page before' }];
  askWorker.mockImplementation(async (name) => (name === 'find-carried' ? answers.shift() : true));
  const { takeUp } = await import('./carried');
  expect(await takeUp()).toEqual({ entry: 'of the page before' });
  expect(kept()).toEqual([{ page: expect.any(String), carried: { entry: 'of the page before' } }]);
});

test('what the page before has left stays where it is until this one has left its own', async () => {
  let answer = (_: unknown): void => undefined;
  askWorker.mockImplementation((name) =>
    name === 'find-carried'
      ? Promise.resolve({ entry: 'of the page before' })
      : new Promise((done) => (answer = done))
  );
  const { takeUp } = await import('./carried');
  await takeUp();
  expect(stored.get('calcinote.tab')).toBe('"before"');
  answer(true);
  await vi.waitUntil(() => stored.get('calcinote.tab') !== '"before"');
  const [{ page } = { page: '' }] = kept() as { page: string }[];
  expect(stored.get('calcinote.tab')).toBe(JSON.stringify(page));
});

test('nothing is left in the place of what a worker that does not answer may have', async () => {
  askWorker.mockResolvedValue(undefined);
  const { takeUp } = await import('./carried');
  expect(await takeUp()).toEqual({});
  expect(kept()).toEqual([]);
  expect(stored.get('calcinote.tab')).toBe('"before"');
});

test('what the tab kept before there was a lock is left at once, and leaves the disk', async () => {
  stored.set('calcinote.entry', '"typed"');
  askWorker.mockReturnValue(new Promise(() => undefined));
  const { takeUp } = await import('./carried');
  void takeUp();
  const [{ page, carried } = { page: '', carried: {} }] = kept() as {
    page: string;
    carried: object;
  }[];
  expect(carried).toEqual({ entry: 'typed' });
  expect(stored).toEqual(new Map([['calcinote.tab', JSON.stringify(page)]]));
});
