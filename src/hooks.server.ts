import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$lib/i18n/paths';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseLocale } from '$lib/i18n/paraglide/runtime';
import { STARTS } from '../scripts/read-only-pages.js';

/** Pages carry their language in the URL; the document must say it before any script runs. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const locale = event.params.locale ?? baseLocale;
      const page = html.replace('%lang%', locale);
      const start = Object.keys(STARTS).find((name) => page.includes(`%${name}%`)) as
        keyof typeof STARTS | undefined;
      if (!building) return start ? page.replace(`%${start}%`, `/${STARTS[start]}`) : page;
      if (!start) return page.replace(KIT_START, `${scriptOf('shared')}$&`);
      // At the end: fetched first, they would hold up the first paint.
      const scripts = textsOf(locale) + scriptOf('shared', 'defer ') + scriptOf(start, 'defer ');
      const written = page.replace(SCRIPT, '').replace('</body>', () => `${scripts}</body>`);
      if (start === 'classify') return opening(written);
      return start === 'reader' ? lean(written) : written;
    }
  });

/** Kit's own start, which imports the modules that build on it. */
const KIT_START = /<script>\s*\{\s*__sveltekit/;
const SCRIPT = /\s*<script type="module" [^>]*><\/script>/;
const STYLE_SHEET =
  /<link href="[^"]*?(_app\/immutable\/assets\/([\w-]+)\.[\w-]+\.css)" rel="stylesheet">/g;
/** The styles of the shell and of the page itself, without those of what is loaded later. */
const IS_SHOWN = /^(shell|\d+)$/;

/**
 * The page where the app opens. Its styles stand in the page itself, allowed by their hash, so that nothing is waited for;
 * those of what is loaded later come with it.
 */
function opening(html: string): string {
  let css = '';
  let named = '';
  const page = html.replace(STYLE_SHEET, (link, file: string, name: string) => {
    if (!IS_SHOWN.test(name) && name !== 'startup') return '';
    css += builtFile(file).trim();
    // Named, so that the scripts do not fetch and await it, but for a medium that there is not.
    named += link.replace('>', ' media="not all">');
    return '';
  });
  if (css === '') throw new Error('No style sheet to put into the page');
  const hash = createHash('sha256').update(css).digest('base64');
  return page
    .replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
    .replace('</head>', `<style>${css}</style></head>`)
    .replace('</body>', `${named}</body>`);
}

/** A page that is only read needs no marks to start from, and no styles of what is loaded later. */
function lean(html: string): string {
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(STYLE_SHEET, (link, _, name: string) => (IS_SHOWN.test(name) ? link : ''))
      .replace(/ data-sveltekit-[a-z]+="(?:true)?"/g, '')
      .replace(/<link rel="alternate"[^>]*>|<meta name="description"[^>]*>/g, '')
      .replace(/ style-src-attr [^;]*;/, '')
      // Closing tags that HTML lets go.
      .replace(/<\/(?:li|td|th|tr)>/g, '')
      .replace(/\s*\n\s*/g, ' ')
  );
}

/** What every script builds on, or what starts a written page: scripts/kept-compiled.js. */
function scriptOf(name: 'shared' | keyof typeof STARTS, attribute = ''): string {
  const files = JSON.parse(builtFile('.vite/kept-compiled.json')) as Record<string, string>;
  return `<script ${attribute}src="${base}/${files[name]}"></script>`;
}

/** The texts are modules: named, they are there when the scripts ask for them. */
function textsOf(locale: string): string {
  const scripts = JSON.parse(builtFile('.vite/manifest.json')) as Record<string, { file: string }>;
  const { file } = scripts[`virtual:texts/first/${locale}`] ?? {};
  if (!file) throw new Error(`No texts were built for ${locale}`);
  return `<link href="${base}/${file}" rel="modulepreload">`;
}

function builtFile(file: string): string {
  return readFileSync(join('.svelte-kit', 'output', 'client', file), 'utf8');
}
