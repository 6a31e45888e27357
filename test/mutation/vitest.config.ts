import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The tests that stand closest to what is mutated: each is quick, and none needs a browser or the whole server. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/server/access/**/*.test.ts', 'test/analytics/disclosure/**/*.test.ts'],
    setupFiles: ['test/compile-cache.ts', 'test/mutation/quick-hashes.ts'],
    isolate: false,
    // A change that makes a test wait for ever is found by its failing, which costs less than a new process.
    testTimeout: 15_000,
    hookTimeout: 15_000,
  },
})
