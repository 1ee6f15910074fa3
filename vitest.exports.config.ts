import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['verification/exports/**/*.opened.test.ts'],
    environment: 'node',
    testTimeout: 600_000,
    setupFiles: ['src/primitives/late.ts'],
  },
})
