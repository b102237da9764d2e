import { defineConfig } from 'vitest/config';

/**
 * The clinical core alone, without the plugins of the site: starts fast, for mutation testing.
 * Nothing here needs the compiler options of the site, which are made only when it is built.
 */
export default defineConfig({
  oxc: { tsconfig: false },
  test: {
    expect: { requireAssertions: true },
    environment: 'node',
    isolate: false,
    include: ['src/lib/core/**/*.spec.ts'],
    // Thousands of assessments in one test: it would run again for nearly every mutant.
    exclude: ['src/lib/core/classifier/every-subset.spec.ts']
  }
});
