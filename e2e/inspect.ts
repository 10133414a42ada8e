/** How a screen is looked at: for accessibility (WCAG 2.2 AA), for what is blocked or broken, and for its width. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]
/** Where to put pictures of every screen, for people to look at; none are taken without it. */
const folder = process.env.SCREENSHOTS

/** Messages of the browser that mean a page is broken: blocked by the policy, or failed while it became interactive. */
export function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** The rules whose outcome a theme can change: it changes colours and nothing else. */
const ofTheme = ['color-contrast', 'link-in-text-block']

/** All rules in the light, those of the theme in the dark. Legacy mode, because no page of ours has frames. */
function axe(page: Page, colorScheme: (typeof themes)[number]): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode()
  return colorScheme === 'light' ? builder.withTags(wcag) : builder.withRules(ofTheme)
}

/** What floats is placed anew a frame after the page was, and colours fade from one theme to the other. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    // What goes round for ever has no end to be brought to.
    for (const animation of document.getAnimations().filter((one) => one instanceof CSSTransition)) animation.finish()
  })

/** In both themes and at both widths. */
export async function inspect(page: Page, name: string): Promise<void> {
  for (const colorScheme of themes) {
    for (const size of sizes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      await settled(page)
      const where = `${name}, ${colorScheme}, ${size.width} px`
      const { violations } = await axe(page, colorScheme).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        where,
      ).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
      if (folder) await page.screenshot({ path: `${folder}/${name}-${size.width}-${colorScheme}.png`, fullPage: true })
    }
  }
}
