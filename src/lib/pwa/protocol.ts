import type { Carried } from './carried';
import type { Release } from './changelog';
import type { KeptKeys } from './key-keeper';

/** What pages and the worker say to each other: a request by name, one answer through the port sent with it. */
export type Answers = {
  /** Is the version this worker brings the one being served? */
  status: { current: boolean };
  /** Every file of the served version read back and its digest compared. */
  check: Readiness;
  /** The same after fetching what was missing or spoiled. */
  repair: Readiness;
  /** The change log of the version this worker brings. */
  changes: Record<'fr' | 'en', Release[]> | null;
  /** Serve the version this worker brings from now on. */
  accept: true;
  /** Drop versions that no open page runs. */
  sweep: true;
  /** Hold the keys of an open casebook, in memory alone. */
  'keep-keys': true;
  /** The keys of that name, or `null`. */
  'find-keys': unknown;
  /** The casebook is open on a page, which is in sight or not. */
  'keys-are-used': true;
  'drop-keys': true;
  /** Hold a text that is to become a note, in memory alone. */
  'keep-shared': true;
  /** What was quoted, or another app shared, and no page has kept yet, or nothing. */
  'find-shared': string;
  'drop-shared': true;
  /** Hold what a page leaves for the next one of its tab, in memory alone. */
  'keep-carried': true;
  'find-carried': Carried;
  'drop-carried': true;
};

/** What some requests bring along. */
export type Payloads = {
  'keep-keys': KeptKeys;
  'find-keys': string;
  'keys-are-used': boolean;
  'keep-shared': string;
  'keep-carried': { page: string; carried: Carried };
  'find-carried': string;
};

export type Readiness = { total: number; missing: string[] };

/** Each page holds this lock, followed by the addresses of the scripts it started from, for as long as it lives. */
export const PAGE_LOCK = 'calcinote-page ';

/** Asks a worker. Rejects when it says nothing for a minute: it was replaced or stopped. */
export function ask<Name extends keyof Answers>(
  worker: ServiceWorker,
  name: Name,
  ...payload: Name extends keyof Payloads ? [Payloads[Name]] : []
): Promise<Answers[Name]> {
  return new Promise((done, failed) => {
    const { port1, port2 } = new MessageChannel();
    const silence = setTimeout(() => failed(new Error(`no answer to ${name}`)), 60_000);
    port1.onmessage = ({ data }: MessageEvent<Answers[Name]>) => {
      clearTimeout(silence);
      port1.close();
      done(data);
    };
    worker.postMessage({ name, payload: payload[0] }, [port2]);
  });
}
