import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

const require = createRequire(import.meta.url)
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Options {
  /** Whether the page may move; by default the visitor prefers reduced motion. */
  motion: boolean
  /** The errors in the console that the test itself causes; none in a journey. */
  expectedErrors: RegExp | null
}

interface Fixtures {
  /** Fails the test on an error in the console, which is also where the browser names what the policy blocked, on an uncaught error, and on a request to another host. */
  faultless: undefined
  /** Opens the page, or follows a link in it (`#v=1&…`). */
  open(fragment?: string): Promise<void>
  /** What axe finds wrong with the page as it stands, a line for each element. */
  axe(page: Page): Promise<string[]>
}

/** The test of every journey. */
export const test = base.extend<Options & Fixtures>({
  motion: [false, { option: true }],
  expectedErrors: [null, { option: true }],
  contextOptions: ({ contextOptions, motion }, use) =>
    use({ ...contextOptions, reducedMotion: motion ? 'no-preference' : 'reduce' }),
  faultless: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const faults: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error' && !expectedErrors?.test(message.text()))
          faults.push(`console: ${message.text()}`)
      })
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack}`))
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
          faults.push(`request to another host: ${request.url()}`)
      })
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  open: ({ page }, use) =>
    use(async (fragment = '') => {
      await page.goto(`./${fragment}`)
      await expect(page.getByRole('status', { name: 'Tally' })).toBeVisible()
    }),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  axe: ({}, use) =>
    use(async (page) => {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
      return page.evaluate(async () => {
        // @ts-expect-error axe has just been put on the window
        const run = window.axe.run
        // What passes is not described, which takes as long as finding it.
        const { violations } = await run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        )
      })
    }),
})
