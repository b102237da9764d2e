import type { Check } from './problem';

/** Each topic says when it was reviewed and what changed then; the newest change is not after the review. */
export const reviewed: Check = ({ topics }) =>
  topics
    .filter(({ reviewed, changes }) => changes.some(({ on }) => on > reviewed))
    .map(({ id }) => ({ where: id, what: 'was changed after it was last reviewed' }));
