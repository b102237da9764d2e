import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.js';

const I18N = join(ROOT, 'src', 'lib', 'i18n').replaceAll('\\', '/');
const LOCALES = ['fr', 'en'];
const FOLDERS = ['', 'clinical/', 'pwa/'];
const VIRTUAL = 'virtual:texts/';
const IMPORT = /import\s*\{\s*m\s*\}\s*from\s*["'][^"']*paraglide\/messages(?:\.js)?["'];?/;

/**
 * Texts were more than a fifth of the script of a page, half of them in the language that is not read. In the published
 * scripts `m.some_text` is therefore `m(12)`, and each language one file of texts by number, fetched once. Paraglide
 * still checks and types the texts; tests, prerendering and `npm run dev` use its output as it is.
 *
 * @returns {import('vite').Plugin}
 */
export function textsByLanguage() {
  const texts = new Map(LOCALES.map((locale) => [locale, readTexts(locale)]));
  const numbers = new Map(Object.keys(texts.get('fr') ?? {}).map((key, index) => [key, index]));
  return {
    name: 'calcinote:texts-by-language',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    load(id) {
      if (id === `${I18N}/texts.ts`) return TEXTS;
      if (id === `${I18N}/paraglide/runtime.js`) return RUNTIME;
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined;
      const all = texts.get(id.slice(VIRTUAL.length + 1)) ?? {};
      return `export default ${JSON.stringify([...numbers.keys()].map((key) => all[key]))}`;
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

/** @param {string} locale */
function readTexts(locale) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const folder of FOLDERS) {
    const file = join(I18N, 'messages', folder, `${locale}.json`);
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      if (key.startsWith('$')) continue;
      if (typeof text !== 'string') throw new Error(`${key} in ${file} is not plain text`);
      all[key] = text;
    }
  }
  return all;
}

const TEXTS = `
import { getLocale } from '${I18N}/paraglide/runtime.js';
const files = { ${LOCALES.map((locale) => `${locale}: () => import('${VIRTUAL}${locale}')`).join(', ')} };
const texts = {};
export async function loadTexts(locale) {
  texts[locale] ??= (await files[locale]()).default;
}
export function text(number) {
  return (inputs, options) =>
    texts[options?.locale ?? getLocale()][number].replace(/\\{(\\w+)\\}/g, (_, name) => inputs[name]);
}
`;

/** What this app uses of Paraglide's runtime; the rest is for servers, cookies and other ways to find a language. */
const RUNTIME = `
export const baseLocale = '${LOCALES[0]}';
export const locales = ${JSON.stringify(LOCALES)};
export const isLocale = (locale) => locales.includes(locale);
export let getLocale = () => baseLocale;
export const overwriteGetLocale = (get) => (getLocale = get);
`;
