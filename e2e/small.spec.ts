import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { caption, link, press, region, rest, tally } from './page.ts'

const LECTURE = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
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
  await expect(caption(page)).toBeAttached()
})
