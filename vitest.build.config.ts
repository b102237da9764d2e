import { defineConfig } from 'vitest/config';

/** Tests of what `npm run build` wrote: nothing of the app is compiled for them, so no plug-in is loaded. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.spec.ts'],
          expect: { requireAssertions: true },
          testTimeout: 30_000,
          hookTimeout: 180_000
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          expect: { requireAssertions: true },
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
});
