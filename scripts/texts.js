import { compile } from '@inlang/paraglide-js';

/**
 * How the texts of the app are compiled: for every tool the same, so that one never rewrites what another reads.
 */
export const TEXTS = {
  project: './src/lib/i18n/project.inlang',
  outdir: './src/lib/i18n/paraglide',
  strategy: /** @type {('globalVariable' | 'baseLocale')[]} */ (['globalVariable', 'baseLocale']),
  outputStructure: /** @type {const} */ ('message-modules'),
  isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
};

if (process.argv[1] === import.meta.filename) await compile({ ...TEXTS, cleanOutdir: false });
