import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // How cost grows with the text takes minutes and a quiet machine: `npm run growth`.
    include: process.env.CHAPERONE_GROWTH ? ['test/security/growth.check.ts'] : ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Two cores is the machine that this has to be quick on.
    maxWorkers: 2,
  },
})
