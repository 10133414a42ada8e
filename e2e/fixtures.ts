/** What every end-to-end test starts from: `import { expect, test } from './fixtures'`. */
import { test as base } from '@playwright/test'
import { type Server, startServer } from './server'

export { expect } from '@playwright/test'

/** `server` is one per worker; `baseURL` is its address. A test that needs other settings calls `startServer` itself. */
export const test = base.extend<{ baseURL: string }, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture depends on.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
})
