import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { DearestFirst } from './dearest-first.ts'

/** The tests that put something in the place of a module. */
const apart = ['test/ingest/match/national-names.test.ts']

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    globalSetup: ['test/machine.ts', 'test/made-stores.ts'],
    setupFiles: ['test/compile-cache.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two browsers and two office programs at once are all that a small machine bears.
    maxWorkers: 2,
    sequence: { sequencer: DearestFirst },
    projects: [
      // Reading the same modules anew for every file took half of the time, and no test here changes one.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: apart, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
