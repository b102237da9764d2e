/** Written when the app is built, and started by `start.ts`, not by Kit: decision 0016. */
export const csr = false;
