import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from '../bin/browser.mjs'

const executablePath = findBrowser()

/** Chromium keeps to the tests: no sandbox (containers lack the rights for it), nothing fetched in the background. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Tests in Chromium against the production build; every worker starts a server of its own (fixtures.ts). */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  workers: process.env.CI ? 1 : 2,
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    ...devices['Desktop Chrome'],
    trace: 'retain-on-failure',
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
})
