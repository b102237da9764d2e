import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$app/paths';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseLocale } from '$lib/i18n/paraglide/runtime';

/** The page where the app opens: its styles stand in the page itself, so that nothing is waited for. */
const OPENS_FIRST = '/[locale=locale]/(classify)';

/** Pages carry their language in the URL; the document must say it before any script runs. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html
        .replace('%lang%', event.params.locale ?? baseLocale)
        .replace('%reader%', () =>
          building ? `${base}/${builtScript('src/reader/main.ts')}` : '/src/reader/main.ts'
        );
      if (building && event.route.id === OPENS_FIRST) {
        return withStyles(page, `virtual:texts/first/${event.params.locale}`);
      }
      return building && page !== html && html.includes('%reader%') ? lean(page) : page;
    }
  });

const STYLE_SHEET =
  /<link href="[^"]*?(_app\/immutable\/assets\/([\w-]+)\.[\w-]+\.css)" rel="stylesheet">/g;

/**
 * Puts the style sheet of what is shown at once into the page, allowed by its hash; those of what is loaded later come
 * with it, so their links go. Scripts are named at the end: fetched first, they would hold up the first paint. The texts
 * are named with them, or they would be asked for only when all others have run.
 */
function withStyles(html: string, texts: string): string {
  let css = '';
  let scripts = `<link href="${base}/${builtScript(texts)}" rel="modulepreload">`;
  const page = html
    .replace(STYLE_SHEET, (link, file: string, name: string) => {
      if (name !== 'startup') return '';
      css += builtFile(file).trim();
      // Named, so that the scripts do not fetch and await it, but for a medium that there is not.
      scripts += link.replace('>', ' media="not all">');
      return '';
    })
    .replace(/\s*(<link href="[^"]+" rel="modulepreload">)/g, (_, link: string) => {
      scripts += link;
      return '';
    });
  if (css === '') throw new Error('No style sheet "startup" to put into the page');
  const hash = createHash('sha256').update(css).digest('base64');
  return page
    .replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
    .replace('</head>', `<style>${css}</style></head>`)
    .replace(/(<script>(?:(?!<\/script>)[\s\S])*kit\.start)/, `${scripts}$1`);
}

/** A page that is only read needs no marks to start from, and no styles of what is loaded later. */
function lean(html: string): string {
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(STYLE_SHEET, (link, _, name: string) =>
        name === 'startup' || /^\d+$/.test(name) ? link : ''
      )
      .replace(/ data-sveltekit-[a-z]+="(?:true)?"/g, '')
      .replace(/<link rel="alternate"[^>]*>|<meta name="description"[^>]*>/g, '')
      .replace(/ style-src-attr [^;]*;/, '')
      // Closing tags that HTML lets go.
      .replace(/<\/(?:li|td|th|tr)>/g, '')
      .replace(/\s*\n\s*/g, ' ')
  );
}

/** The address of a script, by the name that its bytes gave it. */
function builtScript(source: string): string {
  const manifest = JSON.parse(builtFile('.vite/manifest.json')) as Record<string, { file: string }>;
  const script = manifest[source];
  if (!script) throw new Error(`No script was built from ${source}`);
  return script.file;
}

function builtFile(file: string): string {
  return readFileSync(join('.svelte-kit', 'output', 'client', file), 'utf8');
}
