import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, browsers } from './scripts/browsers.js';
import { casebookFiles } from './scripts/casebook-files.js';
import { keptCompiled } from './scripts/kept-compiled.js';
import { licences } from './scripts/licences.js';
import { PRECACHE } from './scripts/precache.js';
import { readOnlyPages } from './scripts/read-only-pages.js';
import { textsByLanguage } from './scripts/texts-by-language.js';
import { TEXTS } from './scripts/texts.js';

/** Loaded with every page, and compressed best in one piece: one request each instead of a dozen. */
const STARTUP = [
  'lib/core/(quantities|intervals)/',
  // Findings from outside are held against their schema where they come in, which is never on the first page.
  'lib/core/classifier/(?!validate|findings|assess\\.|expectation|sample-age)',
  'lib/storage/(preferences|classify-entry|lock-mark|reading|theme-mark|database-name)',
  'lib/content/source-text\\.',
  'lib/state/(entry|idle|preferences|terms|unsaved|installation|share-mark|has-casebook|off-disk)',
  'lib/i18n/(texts|numbers|locale|paths|paraglide/runtime|wording(-findings|-units|-warnings)?\\.|lead-sentence)',
  'lib/components/(Choice|CheckList|Tick|Glyph|PageTools|AppLifecycle|leave-room|page-styles)'
];
/** What the Classify page, where the app opens, is made of before anything is unfolded. */
const CLASSIFY = [
  'classify\\b|classification|take-over|Notices|Below|SiteExposure|OtherExposures|WarningSigns|Figures|LabField|LabDetails|PersonFields|LesionFields',
  'ConditionPicker|ConditionChip|ResultPanel|ResultBar|Announcer|answers|accept-reading|echo|evaluation|figure',
  'findings-from-entry|result-summary'
];
const FIRST = new RegExp(
  `src/(${STARTUP.join('|')}|.*/\\(classify\\)/(${CLASSIFY.join('|')})\\.)|preload-helper`
);
/** What stands around every page, with the styles of all; written pages need no more of it than its styles. */
const SHELL =
  /src\/(lib\/(styles\/|components\/(NavBar|LanguageSwitch|PageHead))|routes\/\[locale=locale\]\/\+layout)/;
/** The database and what is read from it: for the pages of the casebook and what leads there. */
const CASEBOOK =
  /node_modules\/dexie\/|src\/lib\/(core\/casebook\/(?!backup|row-schema|canonical|rotation)|storage\/(database|before-upgrade|past-dexie|lock\/|leaving|outcome|rows|first-rows|case-file|notes|note-texts|note-search|trash|live-query|migrations)|core\/lock\/(elapsed|patience)|state\/(casebook|kept-keys|lock|passkey|long-work)|components\/casebook\/)/;
const CHUNKS = [
  { name: 'frame', test: /node_modules\/(svelte|esm-env|clsx)\// },
  { name: 'startup', test: FIRST },
  { name: 'shell', test: SHELL },
  { name: 'casebook', test: CASEBOOK }
];

/** Ours, as that of micromark reads them as HTML. */
const NAMED_CHARACTERS = new URL(
  './src/routes/[locale=locale]/casebook/note/named-characters.ts',
  import.meta.url
);

const chromium = browsers().chromium;

export default defineConfig({
  plugins: [
    paraglideVitePlugin(TEXTS),
    sveltekit(),
    licences(),
    textsByLanguage(),
    readOnlyPages(),
    keptCompiled(),
    casebookFiles(),
    SvelteKitPWA(PRECACHE)
  ],
  resolve: {
    alias: { 'decode-named-character-reference': fileURLToPath(NAMED_CHARACTERS) }
  },
  define: { __BASE_PATH__: JSON.stringify(process.env.BASE_PATH ?? '') },
  build: {
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } }
  },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Suites run side by side: how long a test takes says nothing of what it proves.
          testTimeout: 60_000,
          include: ['src/**/*.spec.ts', 'tests/unit/**/*.spec.ts'],
          exclude: ['src/**/*.svelte.spec.ts', 'src/**/*.browser.spec.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'component',
          // The storage is tested on a browser's own database.
          include: ['src/**/*.svelte.spec.ts', 'src/lib/storage/**/*.browser.spec.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium && { executablePath: chromium }),
                args: CHROMIUM_FLAGS
              }
            }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});
