import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$lib/i18n/paths';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseLocale } from '$lib/i18n/paraglide/runtime';

/** The scripts of written pages, by the mark that stands for their address in the page. */
const SCRIPTS = {
  '%reader%': 'src/reader/main.ts',
  '%classify%': 'src/routes/[locale=locale]/(classify)/start.svelte.ts'
};

/** Pages carry their language in the URL; the document must say it before any script runs. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const locale = event.params.locale ?? baseLocale;
      let page = html.replace('%lang%', locale);
      for (const [mark, source] of Object.entries(SCRIPTS))
        page = page.replace(mark, () =>
          building ? `${base}/${built(source).file}` : `/${source}`
        );
      if (!building) return page;
      if (html.includes('%classify%')) return opening(page, locale);
      return html.includes('%reader%') ? lean(page) : page.replace(KIT_START, `${shared()}$&`);
    }
  });

/** What every script of the app builds on, in one piece that the browser keeps compiled: scripts/kept-compiled.js. */
const shared = (attribute = ''): string =>
  `<script ${attribute}src="${base}/${keptCompiled().shared}"></script>`;
/** Kit's own start, which imports the modules that build on it. */
const KIT_START = /<script>\s*\{\s*__sveltekit/;
const SCRIPT = /\s*<script type="module" [^>]*><\/script>/;
const STYLE_SHEET =
  /<link href="[^"]*?(_app\/immutable\/assets\/([\w-]+)\.[\w-]+\.css)" rel="stylesheet">/g;
/** The styles of the shell and of the page itself, without those of what is loaded later. */
const IS_SHOWN = /^(shell|\d+)$/;

/**
 * The page where the app opens. Its styles stand in the page itself, allowed by their hash, so that nothing is waited
 * for; those of what is loaded later come with it. Its scripts are named at the end: fetched first, they would hold up
 * the first paint; all of them at once, or each would be asked for only when the one before it has run.
 */
function opening(html: string, locale: string): string {
  let css = '';
  let named = '';
  const page = html
    .replace(STYLE_SHEET, (link, file: string, name: string) => {
      if (!IS_SHOWN.test(name) && name !== 'startup') return '';
      css += builtFile(file).trim();
      // Named, so that the scripts do not fetch and await it, but for a medium that there is not.
      named += link.replace('>', ' media="not all">');
      return '';
    })
    .replace(SCRIPT, '');
  const scripts =
    `<link href="${base}/${built(`virtual:texts/first/${locale}`).file}" rel="modulepreload">` +
    shared('defer ') +
    `<script defer src="${base}/${keptCompiled().entry}"></script>`;
  if (css === '') throw new Error('No style sheet to put into the page');
  const hash = createHash('sha256').update(css).digest('base64');
  return page
    .replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
    .replace('</head>', `<style>${css}</style></head>`)
    .replace('</body>', `${named}${scripts}</body>`);
}

/**
 * A page that is only read needs no marks to start from, and no styles of what is loaded later. Its script is named at the
 * end, where it does not hold up the first paint.
 */
function lean(html: string): string {
  const [script = ''] = SCRIPT.exec(html) ?? [];
  return (
    html
      .replace(script, '')
      .replace('</body>', `${shared('defer ')}${script.trim()}</body>`)
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

/** A script of the build, by its source; its name comes from its bytes. */
function built(key: string): { file: string } {
  const script = (JSON.parse(builtFile('.vite/manifest.json')) as Record<string, { file: string }>)[
    key
  ];
  if (!script) throw new Error(`No script was built from ${key}`);
  return script;
}

/** The scripts that scripts/kept-compiled.js has made. */
function keptCompiled(): { shared: string; entry: string } {
  return JSON.parse(builtFile('.vite/kept-compiled.json')) as { shared: string; entry: string };
}

function builtFile(file: string): string {
  return readFileSync(join('.svelte-kit', 'output', 'client', file), 'utf8');
}
