import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** All tests with the packages; those of the command line with its bundle as well. */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    projects: [
      { test: { name: 'packages' } },
      { test: { name: 'bundle', include: ['packages/cli/test/*.test.ts'], env: { FISCAL_CLI: 'bundle' } } },
    ],
  },
});
