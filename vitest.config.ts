import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'module', 'default'] } },
  test: {
    include: ['{lib,app,bin,e2e}/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['./lib/platform/testing/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
