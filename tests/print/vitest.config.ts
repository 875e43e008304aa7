import { defineConfig } from 'vitest/config';

/** Tests that need a browser and what reads PDF (poppler): .ci/run installs both, and the validator of Office files. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.print.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
