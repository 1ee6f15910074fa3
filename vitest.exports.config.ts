import { defineConfig } from 'vitest/config'

const FIVE_MINUTES = 300_000

/** What needs real programs to open what the page exports: they are not on every machine. */
export default defineConfig({
  test: {
    include: ['verification/exports/**/*.opened.test.ts'],
    environment: 'node',
    testTimeout: FIVE_MINUTES,
    setupFiles: ['src/primitives/late.ts'],
  },
})
