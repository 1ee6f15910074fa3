import { expect, test } from './fixtures.ts'
import { link, press, region, tab } from './page.ts'

test.use({ expectedErrors: /ERR_FAILED|A worker failed/ })

/** Long enough to be compiled, and large enough to be laid out and counted, in workers; with a parameter to train. */
const LONG = [
  'param w = 0.5',
  ...Array.from({ length: 40 }, (_, index) => `x${index + 1} = 1`),
  'a0 = w*x1',
  ...Array.from({ length: 39 }, (_, index) => `a${index + 1} = a${index}*x${index + 2}`),
  'b0 = sin(a39)',
  ...Array.from({ length: 160 }, (_, index) => `b${index + 1} = sin(b${index})`),
  'loss = b160^2',
  `# ${'long '.repeat(4001)}`,
].join('\n')

const BROKEN: Record<string, string | null> = {
  'does not load': null,
  'fails when it starts': 'throw new Error("broken")',
  'never answers': '',
  'answers nonsense': 'postMessage("nonsense"); onmessage = () => postMessage({ graph: 1 })',
}

for (const [how, script] of Object.entries(BROKEN))
  test(`a worker that ${how} is said, the page does its work, and it can be tried again`, async ({ page }) => {
    let isBroken = true
    await page.route(/\.worker-[^/]*\.js$/, (route) => {
      if (!isBroken) return route.fallback()
      return script === null ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: script })
    })
    await page.goto(`./${link({ program: LONG, mode: 'reverse' })}`)
    await expect(
      page.getByText('The worker that compiles long programs, and those in Python, does not run'),
    ).toBeVisible()
    await expect(region(page, 'Reverse').locator('[data-node="x40"]')).toBeAttached()
    await expect(page.getByText('The worker that lays out large graphs does not run')).toBeVisible()
    await expect(page.locator('[data-state="counted"]')).toHaveCount(2)
    await expect(page.getByText('The worker that counts costs does not run')).toBeVisible()
    await tab(page, 'Train')
    await expect(page.getByText('Training stopped by a mistake of this page')).toBeVisible()
    const step = page.getByRole('button', { name: 'Next training step' })
    await expect(step).toBeDisabled()
    isBroken = false
    await press(page, 'Start again')
    await expect(step).toBeEnabled()
    await page.getByRole('list', { name: 'Notices' }).getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('does not run')).toHaveCount(0)
  })
