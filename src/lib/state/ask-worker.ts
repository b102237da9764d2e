import { ask, type Answers, type Payloads } from '$lib/pwa/protocol';

/** A worker that is being started takes a slow phone a second. */
const LONGEST_MS = 3000;

/** What the worker keeps in memory for the pages; nothing where there is no worker, or none that answers. */
export async function askWorker<Name extends keyof Answers>(
  name: Name,
  ...payload: Name extends keyof Payloads ? [Payloads[Name]] : []
): Promise<Answers[Name] | undefined> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return undefined;
  try {
    return await Promise.race([ask(worker, name, ...payload), tooLate()]);
  } catch {
    // It was replaced; or, where it was handed a key, the browser hands none to another thread.
    return undefined;
  }
}

const tooLate = () => new Promise<undefined>((done) => setTimeout(done, LONGEST_MS));
