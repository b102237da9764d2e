import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.js';

const I18N = join(ROOT, 'src', 'lib', 'i18n').replaceAll('\\', '/');
const LOCALES = ['fr', 'en'];
/** What the Classify page shows at once, and what is fetched when it is first needed. */
const PARTS = {
  first: ['', 'clinical/'],
  details: ['details/', 'clinical-details/', 'pwa/', 'reference/', 'evidence/', 'follow-up/']
};
const VIRTUAL = 'virtual:texts/';
const IMPORT = /import\s*\{\s*m\s*\}\s*from\s*["'][^"']*paraglide\/messages(?:\.js)?["'];?/;

/**
 * Texts were more than a fifth of the script of a page, half of them in the language that is not read. In the published
 * scripts `m.some_text` is therefore `m(12)`, and each language two files of texts by number, fetched once. Paraglide
 * still checks and types the texts; tests, prerendering and `npm run dev` use its output as it is.
 *
 * @returns {import('vite').Plugin}
 */
export function textsByLanguage() {
  const first = Object.keys(readTexts('fr', PARTS.first));
  const details = Object.keys(readTexts('fr', PARTS.details));
  const numbers = new Map([...first, ...details].map((key, index) => [key, index]));
  return {
    name: 'calcinote:texts-by-language',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    load(id) {
      if (id === `${I18N}/texts.ts`) return textsModule(first.length);
      if (id === `${I18N}/paraglide/runtime.js`) return RUNTIME;
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined;
      const [part, locale] = id.slice(VIRTUAL.length + 1).split('/');
      const isFirst = part === 'first';
      const texts = readTexts(String(locale), PARTS[isFirst ? 'first' : 'details']);
      return `export default ${JSON.stringify((isFirst ? first : details).map((key) => texts[key]))}`;
    },
    transform(code) {
      if (!IMPORT.test(code)) return undefined;
      return code
        .replace(IMPORT, `import { text as m } from '${I18N}/texts.ts';`)
        .replace(/\bm\.([a-z]\w*)/g, (_, key) => {
          const number = numbers.get(key);
          if (number === undefined) this.error(`No text for the message ${key}`);
          return `m(${number})`;
        });
    }
  };
}

/**
 * @param {string} locale
 * @param {string[]} folders
 */
function readTexts(locale, folders) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const folder of folders) {
    const file = join(I18N, 'messages', folder, `${locale}.json`);
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      if (key.startsWith('$')) continue;
      if (typeof text !== 'string') throw new Error(`${key} in ${file} is not plain text`);
      all[key] = text;
    }
  }
  return all;
}

/** @param {keyof typeof PARTS} part */
const imports = (part) =>
  `{ ${LOCALES.map((locale) => `${locale}: () => import('${VIRTUAL}${part}/${locale}')`).join(', ')} }`;

/** A detail that is asked for before it was fetched is a mistake of ours, and throws. @param {number} count of first texts */
const textsModule = (count) => `
import { getLocale } from '${I18N}/paraglide/runtime.js';
const files = ${imports('first')};
const detailFiles = ${imports('details')};
const texts = {};
const details = {};
let areDetailsWanted = false;
export async function loadTexts(locale) {
  const loading = areDetailsWanted && loadDetails(locale);
  texts[locale] ??= (await files[locale]()).default;
  await loading;
}
export async function loadDetails(locale) {
  areDetailsWanted = true;
  details[locale] ??= (await detailFiles[locale]()).default;
}
export async function withDetails(loading) {
  const [loaded] = await Promise.all([loading, loadDetails(getLocale())]);
  return loaded;
}
export function text(number) {
  return (inputs, options) => {
    const locale = options?.locale ?? getLocale();
    const found = number < ${count} ? texts[locale][number] : details[locale][number - ${count}];
    return found.replace(/\\{(\\w+)\\}/g, (_, name) => inputs[name]);
  };
}
`;
/** What this app uses of Paraglide's runtime; the rest is for servers, cookies and other ways to find a language. */
const RUNTIME = `
export const baseLocale = '${LOCALES[0]}';
export const locales = ${JSON.stringify(LOCALES)};
export const isLocale = (locale) => locales.includes(locale);
let get = () => baseLocale;
export const getLocale = () => get();
export const overwriteGetLocale = (other) => (get = other);
`;
