import { defineConfig } from 'vitest/config'

const AN_HOUR = 3_600_000

export default defineConfig({
  test: {
    include: ['verification/**/*.fuzz.ts'],
    environment: 'node',
    testTimeout: AN_HOUR,
    setupFiles: ['src/primitives/late.ts'],
  },
})
