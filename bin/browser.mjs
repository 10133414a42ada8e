import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser for the end-to-end tests: the one named by the person, else Playwright's own, else an installed one.
 * @returns {string | undefined} path of its program; undefined if there is none
 */
export function findBrowser() {
  const candidates = [process.env.PLAYWRIGHT_CHROMIUM_PATH, chromium.executablePath(), ...installed]
  return candidates.find((path) => path && existsSync(path))
}
