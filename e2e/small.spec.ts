import type { Locator, Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, press, region, rest, tab, tally } from './page.ts'

const SIZES = [
  ['a phone', 390, 844],
  ['a tablet', 820, 1180],
  ['a phone held sideways', 844, 390],
  ['1280×720 at 200 %', 640, 360],
  ['a small phone', 320, 568],
  ['a low window', 1280, 600],
] as const

const graphBox = (page: Page) => page.getByRole('region', { name: 'Both modes' }).boundingBox()
/** Whether a press meets the element itself, and no number stands under it. */
const isBare = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect()
    const under = [0.02, 0.5, 0.98].map((part) => document.elementsFromPoint(left + part * width, top + height / 2))
    return under.every((all) => button.contains(all[0]) && !all.some(({ tagName }) => tagName === 'DATA'))
  })

test('in small and low windows the counts are a tap away: another input, another output and the race, at no cost to the graph', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, pass: 'f', step: 1 }))
  await rest(page)
  const counts = page.getByRole('button', { name: 'Counts', exact: true })
  await expect(counts).toHaveCount(0)
  for (const [what, width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await expect(page.getByRole('button', { name: 'Race', exact: true }), what).toHaveCount(0)
    const before = await graphBox(page)
    await counts.click()
    for (const name of ['Another input', 'Another output', 'Race', 'Counts'])
      await expect.poll(() => isBare(page, name), `${name}, ${what}`).toBe(true)
    expect((await graphBox(page))?.height, what).toBe(before?.height)
    await counts.click()
    await expect(page.getByRole('button', { name: 'Race', exact: true }), what).toHaveCount(0)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await counts.click()
  await press(page, 'Another input')
  await expect(tally(page)).toHaveText('Forward mode: 3 passes. Reverse mode: 1 pass.')
  await press(page, 'Another output')
  await expect(tally(page)).toHaveText('Forward mode: 3 passes. Reverse mode: 2 passes.')
  await press(page, 'Race')
  await expect(region(page, 'Forward')).toContainText('of')
  await expect(counts).toHaveCount(0)
  await press(page, 'Leave the race')
  await expect(counts).toHaveAttribute('aria-expanded', 'true')
  await tab(page, 'Cost')
  await expect(page.getByRole('button', { name: 'Another input', exact: true })).toHaveCount(0)
})

const SOFTMAX = 'W = [[0.2, -0.4], [0.7, 0.1], [-0.3, 0.5]]\nx = [1.5, -2]\np = softmax(W @ x)\nloss = -log(p[1])'
const HUBER = 'w = 1.5\nx = 2\ny = 4.2\nr = w*x - y\nL = where(abs(r) < 1, 0.5*r^2, abs(r) - 0.5) + 0.01*w^2'

/** Px by which an element reaches beyond what clips it. */
const cut = (element: Locator, clip: string) =>
  element.evaluate((element, clip) => {
    const [inner, outer] = [element, element.closest(clip) ?? element].map((each) => each.getBoundingClientRect())
    return Math.round(Math.max(0, outer.left - inner.left, inner.right - outer.right))
  }, clip)

test('the seed at hand and the step are seen whole, and no title moves when its mode is done and waits', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(link({ program: HUBER, pass: 'y', step: 2 }))
  const seed = page.getByRole('button', { name: /^Seed input y, step 2/ })
  const step = page.locator('.transport-label > span > :last-child')
  await expect(seed).toHaveAttribute('aria-current', 'step')
  await expect.poll(() => cut(seed, '.seed-chips')).toBeLessThan(3)

  await page.setViewportSize({ width: 820, height: 1180 })
  await open(link({ program: SOFTMAX, pass: 'W[0,0]', step: 2 }))
  await expect(step).toHaveText(/step 2 of/)
  await expect(page.getByText('done, waits')).toHaveCount(0)
  const title = page.locator('.pane-header[data-mode="reverse"] h2')
  const before = await title.boundingBox()
  await press(page, 'Next pass')
  await expect(page.getByText('done, waits')).toBeVisible()
  expect(await title.boundingBox()).toEqual(before)
  expect(await cut(step, '.transport-label')).toBe(0)
  // Beside the page of a chapter there is least room.
  await tab(page, 'Chain rule')
  const count = page.locator('.pane-header[data-mode="forward"] .pane-count')
  await expect(count).toHaveText('8')
  expect(await cut(count, 'h2')).toBe(0)
  expect((await page.getByRole('combobox', { name: 'Seeded input' }).boundingBox())?.width).toBeGreaterThan(50)
})

test('on the first visit the graph comes before its captions where a window is low', async ({ page, open }) => {
  await open()
  await rest(page)
  await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible()
  await page.setViewportSize({ width: 640, height: 360 })
  const graph = page.getByRole('group', { name: 'Graph', exact: true })
  await expect.poll(async () => (await graph.boundingBox())?.height).toBeGreaterThan(120)
  await expect(page.getByRole('region', { name: 'First steps' })).toHaveCount(0)
})
