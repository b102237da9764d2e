import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.js';

const I18N = join(ROOT, 'src', 'lib', 'i18n').replaceAll('\\', '/');
const LOCALES = ['fr', 'en'];
/** What comes with the scripts of every page, what is fetched when it is first needed, and what the casebook alone shows. */
const PARTS = {
  first: ['', 'clinical/'],
  details: ['details/', 'clinical-details/', 'pwa/', 'reference/', 'evidence/'],
  casebook: ['casebook/', 'follow-up/']
};
/** @typedef {keyof typeof PARTS} Part */
const VIRTUAL = 'virtual:texts/';
const IMPORT = /import\s*\{\s*m\s*\}\s*from\s*["'][^"']*paraglide\/messages(?:\.js)?["'];?/;

/**
 * Texts were more than a fifth of the script of a page, half of them in the language that is not read. In the published
 * scripts `m.some_text` is therefore `m(12)`. The few texts that the Classify page shows at once stand there in both languages, as
 * waiting for them held up its first answer; the others are files of texts by number, by language, fetched once. Paraglide
 * still checks and types the texts; tests, prerendering and `npm run dev` use its output as it is.
 *
 * @returns {import('vite').Plugin}
 */
export function textsByLanguage() {
  const parts = /** @type {Part[]} */ (Object.keys(PARTS));
  const keys = parts.map((part) => Object.keys(readTexts('fr', PARTS[part])));
  const numbers = new Map(keys.flat().map((key, index) => [key, index]));
  const textsOf = (/** @type {Part} */ part, /** @type {string} */ locale) => {
    const texts = readTexts(locale, PARTS[part]);
    return (keys[parts.indexOf(part)] ?? []).map((key) => texts[key]);
  };
  const first = Object.fromEntries(LOCALES.map((locale) => [locale, textsOf('first', locale)]));
  return {
    name: 'calcinote:texts-by-language',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    load(id) {
      if (id === `${I18N}/texts.ts`)
        return textsModule(
          keys.map(({ length }) => length),
          first
        );
      if (id === `${I18N}/paraglide/runtime.js`) return RUNTIME;
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined;
      const [part, locale] = id.slice(VIRTUAL.length + 1).split('/');
      return `export default ${JSON.stringify(textsOf(/** @type {Part} */ (part), String(locale)))}`;
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

/** @param {Part} part */
const imports = (part) =>
  `{ ${LOCALES.map((locale) => `${locale}: () => import('${VIRTUAL}${part}/${locale}')`).join(', ')} }`;

/**
 * A text that is asked for before its file was fetched is a mistake of ours, and throws.
 *
 * @param {number[]} counts
 * @param {Record<string, unknown>} texts the first, by language
 */
const textsModule = ([first = 0, details = 0], texts) => `
import { getLocale } from '${I18N}/paraglide/runtime.js';
const laterFiles = [${imports('details')}, ${imports('casebook')}];
const texts = ${JSON.stringify(texts)};
const later = [{}, {}];
const isWanted = [false, false];
export const loadTexts = (locale) =>
  Promise.all(isWanted.map((wanted, part) => wanted && load(part, locale)));
async function load(part, locale) {
  isWanted[part] = true;
  later[part][locale] ??= (await laterFiles[part][locale]()).default;
}
export const loadDetails = (locale) => load(0, locale);
export const loadCasebookTexts = (locale) => Promise.all([load(0, locale), load(1, locale)]);
export async function withDetails(loading) {
  const [loaded] = await Promise.all([loading, load(0, getLocale())]);
  return loaded;
}
export async function withCasebook(loading) {
  const [loaded] = await Promise.all([loading, loadCasebookTexts(getLocale())]);
  return loaded;
}
export function text(number) {
  return (inputs, options) => {
    const locale = options?.locale ?? getLocale();
    const found = number < ${first} ? texts[locale][number]
      : number < ${first + details} ? later[0][locale][number - ${first}]
      : later[1][locale][number - ${first + details}];
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
