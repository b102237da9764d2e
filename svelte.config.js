import adapter from '@sveltejs/adapter-static';

const base = process.env.BASE_PATH ?? '';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ precompress: true }),
    paths: { base: /** @type {'' | `/${string}`} */ (base), relative: false },
    prerender: {
      entries: [
        '/fr/',
        '/en/',
        '/fr/casebook/case/',
        '/fr/casebook/lock/',
        '/en/casebook/lock/',
        '/fr/casebook/follow-up/',
        '/en/casebook/follow-up/',
        '/fr/casebook/template/',
        '/en/casebook/template/',
        '/fr/casebook/checklist/',
        '/en/casebook/checklist/',
        '/en/casebook/case/',
        '/404.html',
        '/changes.json',
        '/sources/calcinote.json',
        '/sources/cited-in.json',
        '/sources/abbreviations.json',
        '/search/fr.bin',
        '/search/en.bin',
        '/fr/casebook/topics.json',
        '/en/casebook/topics.json',
        '/fr/manifest.webmanifest',
        '/en/manifest.webmanifest'
      ],
      handleHttpError: 'fail',
      handleMissingId: ({ path, id, message }) => {
        // `#with=...` ticks a condition on the first page, and the casebook has its ids there; every other fragment must be
        // a place on its page.
        if (!id.startsWith('with=') && !path.includes('/casebook/')) throw new Error(message);
      }
    },
    serviceWorker: { register: false },
    version: { name: process.env.APP_VERSION ?? process.env.npm_package_version },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one inline style there is: Kit's own route announcer, named by its hash.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self'],
        'base-uri': ['self'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'calcinote-worker-url']
      }
    }
  },
  compilerOptions: {
    runes: true,
    // Shorter than svelte-xxxxxxx: each stands many times in pages and scripts, and does not compress.
    cssHash: ({ css, hash }) => `s${hash(css).slice(0, 4)}`
  }
};
