/** What every end-to-end test starts from: `import { expect, test } from './fixtures'`. */
import { test as base, type Page } from '@playwright/test'
import { type Server, startServer } from './server'

export { expect } from '@playwright/test'

/** When React answers on the page: what is pressed or typed before that is lost. */
export const untilHydrated = (page: Page): Promise<void> =>
  page.locator('html[data-hydrated]').waitFor({ state: 'attached' })

/** A test that wants the page as it is before that opens it with `waitUntil: 'commit'`. */
function waitForHydration(page: Page): void {
  const goto = page.goto.bind(page)
  const reload = page.reload.bind(page)
  page.goto = async (url, options) => {
    const response = await goto(url, options)
    if (options?.waitUntil !== 'commit') await untilHydrated(page)
    return response
  }
  page.reload = async (options) => {
    const response = await reload(options)
    await untilHydrated(page)
    return response
  }
}

/** `server` is one per worker; `baseURL` is its address. A test that needs other settings calls `startServer` itself. */
export const test = base.extend<{ baseURL: string }, { server: Server }>({
  browser: [
    async ({ browser }, use) => {
      browser.on('context', (context) => context.on('page', waitForHydration))
      await use(browser)
    },
    { scope: 'worker' },
  ],
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
