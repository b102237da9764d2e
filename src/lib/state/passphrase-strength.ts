import { ZxcvbnFactory } from '@zxcvbn-ts/core';
// The package as a whole brings its word lists, 430 kB of them.
import adjacencyGraphs from '@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs';
import common from './common-passwords.txt?raw';

/** Guessing it takes: moments, hours, days, years, ages. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Less than this is guessed too easily. Set by us. */
export const LEAST_STRENGTH: Strength = 3;

const judge = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: { common: common.trim().split('\n') }
});

/** How hard a passphrase is to guess, as zxcvbn judges it. Nothing of it is kept. */
export function strengthOf(passphrase: string): Strength {
  return judge.check(passphrase).score;
}
