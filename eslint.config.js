import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The import arrows of docs/architecture.md, and what the policies of the app forbid. Each message says why.
 */

const SPECS = ['**/*.spec.ts'];

/** Folders of `src/lib`, by alias or by climbing. @param {string[]} folders */
const lib = (...folders) => `^(\\$lib/|(\\.\\./)+(lib/)?)(${folders.join('|')})(/|$)`;

const NOT_ROUTES = {
  regex: '(^|/)routes(/|$)',
  message: 'Nothing imports routes: what a second page needs moves to src/lib.'
};
const NOT_DEXIE = {
  regex: '^dexie($|[-/])',
  message: 'Only src/lib/storage knows the database, so that failures are handled in one place.'
};

/**
 * @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const mayNotImport = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NOT_ROUTES, ...patterns] }]
});

const CORE_ALONE =
  'The clinical core imports nothing outside itself, so that it can be read, tested and rerun alone.';
const CORE_PURE =
  'The core has no clock, chance, network or page: the same findings always give the same answer. Pass it in.';

/** What the core may import: its neighbours, and valibot where the contracts are. @param {boolean} valibot */
const coreImports = (valibot) =>
  mayNotImport(
    {
      regex: `^(?!\\./|\\.\\./(?!\\.\\./)${valibot ? '|valibot$' : ''})(?!valibot$)`,
      message: CORE_ALONE
    },
    ...(valibot
      ? []
      : [
          {
            regex: '^valibot$',
            message:
              'In the core valibot belongs to the contract files (findings, assessment, validate, *schema): rules read plain values.'
          }
        ])
  );

const NO_ONLY = {
  selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name="only"]',
  message: 'A test left alone with .only silently switches all others off.'
};

export default defineConfig(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      '.cache/',
      '.stryker-tmp/',
      'reports/',
      'src/lib/i18n/paraglide/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }]
    }
  },
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
    }
  },
  {
    files: ['src/**'],
    rules: { 'no-console': 'error' }
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // Links are made by $lib/i18n/paths, which resolves them; tests/build follows each one under a sub-path.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="type"] > SvelteLiteral[value="number"]',
          message:
            'A number field reads a typed 2,35 as 235: use type="text" inputmode="decimal" and readNumber.'
        },
        {
          selector:
            'ImportExpression[source.value=/[.]svelte$/]:not(CallExpression[callee.name=/^with(Details|Casebook)$/] ImportExpression)',
          message:
            'What is loaded later may show texts that are fetched later: wrap it in withDetails or withCasebook of $lib/i18n/texts.'
        },
        {
          selector: 'SvelteAttribute[key.name="style"], SvelteStyleDirective',
          message:
            'The content security policy blocks inline styles: use a class or an SVG attribute.'
        },
        {
          selector: 'SvelteDirective[kind="Transition"]',
          message:
            'Svelte transitions write inline styles, which the policy blocks: use CSS under prefers-reduced-motion.'
        }
      ]
    }
  },
  { files: ['**/*.spec.ts', '**/*.e2e.ts'], rules: { 'no-restricted-syntax': ['error', NO_ONLY] } },

  {
    files: ['src/lib/**', 'src/*.ts'],
    ignores: ['src/lib/storage/**/*.spec.ts'],
    rules: mayNotImport(NOT_DEXIE)
  },
  { files: ['src/lib/core/**'], ignores: SPECS, rules: coreImports(false) },
  {
    files: [
      'src/lib/core/classifier/{findings,assessment,validate}.ts',
      'src/lib/core/**/*schema.ts'
    ],
    rules: coreImports(true)
  },
  {
    files: ['src/lib/core/**'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'crypto',
          'document',
          'fetch',
          'indexedDB',
          'localStorage',
          'location',
          'navigator',
          'performance',
          'process',
          'sessionStorage',
          'setInterval',
          'setTimeout',
          'window'
        ].map((name) => ({ name, message: CORE_PURE }))
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CORE_PURE },
        { object: 'Math', property: 'random', message: CORE_PURE },
        { object: 'globalThis', message: CORE_PURE }
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CORE_PURE },
        { selector: 'CallExpression[callee.name="Date"]', message: CORE_PURE },
        {
          selector:
            'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message:
            'The core keeps nothing between two calls: a variable of the module would let one patient reach the next.'
        }
      ]
    }
  },
  {
    files: ['src/lib/content/**'],
    ignores: SPECS,
    rules: mayNotImport(
      NOT_DEXIE,
      {
        regex: '^(\\$lib/|(\\.\\./)+)core/(?!classifier/vocabulary$)',
        allowTypeImports: true,
        message:
          'Content takes only types and the vocabulary from the core: reference data decide nothing.'
      },
      {
        regex: lib('state', 'components', 'storage', 'i18n', 'pwa'),
        message: 'Content is data: it knows neither the app nor the browser it is shown in.'
      }
    )
  },
  {
    files: ['src/lib/storage/**'],
    ignores: SPECS,
    rules: mayNotImport({
      regex: lib('state', 'components', 'content', 'i18n', 'pwa'),
      message:
        'Storage keeps values of the core and answers with values; it knows no page and no words.'
    })
  },
  {
    files: ['src/lib/{i18n,pwa}/**'],
    ignores: SPECS,
    rules: mayNotImport(NOT_DEXIE, {
      regex: lib('state', 'components', 'storage'),
      message: 'Texts and the worker are below the state of the app, which uses them.'
    })
  },
  {
    files: ['src/lib/state/**'],
    ignores: SPECS,
    rules: mayNotImport(NOT_DEXIE, {
      regex: lib('components'),
      message:
        'State is shown by components and knows none of them, so that it can be tested alone.'
    })
  },
  {
    files: ['src/lib/components/**'],
    ignores: SPECS,
    rules: mayNotImport(NOT_DEXIE, {
      regex: lib('storage'),
      message: 'A component asks state, which alone says when something was kept.'
    })
  },
  {
    files: ['src/routes/**'],
    ignores: SPECS,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            NOT_DEXIE,
            {
              regex: lib('storage'),
              message: 'A page asks state, which alone says when something was kept.'
            }
          ]
        }
      ]
    }
  }
);
