import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/machine.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two browsers and two office programs at once are all that a small machine bears.
    maxWorkers: 2,
  },
})
