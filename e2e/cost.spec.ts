import type { Locator, Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { jacobian, link, press, program, region, rest, tally, write } from './page.ts'

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Cost' })

/** The numbers that these elements hold, once there are any. */
async function numbers(data: Locator): Promise<number[]> {
  await expect(data.first()).toBeVisible()
  return data.evaluateAll((all) => all.map((each) => Number(each.getAttribute('value'))))
}

const row = (page: Page, name: RegExp) => page.getByRole('table', { name: 'Operations' }).getByRole('row', { name })

/** A row of the table “Operations”: by kind, then all. */
const operations = (page: Page, name: RegExp) => numbers(row(page, name).locator('data'))

/** What the tally says of a mode: what is done, and what is needed. */
const inTally = (page: Page, mode: 'forward' | 'reverse', count: 'operations' | 'stored') =>
  numbers(page.locator(`.tally-done[data-role="${mode}"] [data-count="${count}"] data`))

/** What the memory of a mode says: how many numbers are alive now, and at most. */
const inStrip = (page: Page, mode: 'Forward' | 'Reverse') =>
  numbers(
    panel(page)
      .getByRole('figure')
      .filter({ has: page.getByRole('heading', { name: `${mode} mode` }) })
      .locator('.cost-figure-head data'),
  )

test('a change of the program is counted alike in tally, table, memory, chart, verdict and Jacobian', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, tab: 'cost', section: 'all' }))
  await expect(panel(page)).toContainText('2 inputs, 1 output: reverse mode, 1 pass against 2; 8 operations each.')
  await write(page, 'a = 1\nb = 2\nc = 3\nf = sin(a*b)*sin(b*c)')
  await expect(tally(page)).toHaveText('Forward mode: 3 passes. Reverse mode: 1 pass.')
  await expect(panel(page)).toContainText(
    /3 inputs, 1 output: reverse mode, 1 pass against 3; \d+ operations against \d+\./,
  )
  await press(page, 'Go to end')

  const verdict = await panel(page).locator('.cost-verdict').textContent()
  const [reverse, forward] = (verdict?.match(/(\d+) operations against (\d+)/) ?? []).slice(1).map(Number)
  expect((await operations(page, /^Forward mode/)).at(-1)).toBe(forward)
  expect((await operations(page, /^Reverse mode/)).at(-1)).toBe(reverse)
  expect(await inTally(page, 'forward', 'operations')).toEqual([forward, forward])
  expect(await inTally(page, 'reverse', 'operations')).toEqual([reverse, reverse])
  expect(await inStrip(page, 'Forward')).toEqual(await inTally(page, 'forward', 'stored'))
  expect(await inStrip(page, 'Reverse')).toEqual(await inTally(page, 'reverse', 'stored'))
  await expect(panel(page).getByRole('img', { name: /On average a tangent pass/ })).toContainText('3 → 1')
  expect(Object.keys(await jacobian(page))).toEqual(['f/a', 'f/b', 'f/c'])
})

test('additions and the rest add up to all, whether partials are kept or not', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'cost', section: 'all' }))
  const sum = (counts: readonly number[]) => counts.slice(0, 4).reduce((a, b) => a + b, 0)
  for (const isKept of [true, false]) {
    const [primal, passes, all] = [
      await operations(page, /^Primal pass/),
      await operations(page, /Tangent ×2/),
      await operations(page, /^Forward mode/),
    ]
    const partials = isKept ? await operations(page, /^Partials/) : [0, 0, 0, 0, 0]
    for (const counts of [primal, passes, all, partials]) expect(sum(counts)).toBe(counts[4])
    expect(primal[4] + partials[4] + passes[4]).toBe(all[4])
    await page.getByRole('checkbox', { name: 'Evaluate partials in each pass' }).setChecked(isKept)
    await expect(row(page, /^Partials/)).toHaveCount(isKept ? 0 : 1)
  }
  expect(await inTally(page, 'forward', 'operations')).toContain((await operations(page, /^Forward mode/))[4])
})

test('another input costs a tangent pass, another output an adjoint pass, and undo takes both back', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, pass: 'f', step: 1 }))
  await rest(page)
  await press(page, 'Another input')
  await expect(tally(page)).toHaveText('Forward mode: 3 passes. Reverse mode: 1 pass.')
  await expect(program(page)).toContainText('f = sin(x1) + x1*x2*x3')
  await press(page, 'Take back the new input')
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await press(page, 'Another input')
  await press(page, 'Another output')
  await expect(tally(page)).toHaveText('Forward mode: 3 passes. Reverse mode: 2 passes.')
  await program(page).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tally(page)).toHaveText('Forward mode: 3 passes. Reverse mode: 1 pass.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await expect(program(page)).not.toContainText('x3')
})

test('a race has both modes do equally many operations, to a verdict', async ({ page, open }) => {
  await open(link({ program: 'a = 1\nb = 2\nc = 3\nf = sin(a*b)*sin(b*c)' }))
  await press(page, 'Race')
  await press(page, 'Pause')
  await press(page, 'Go to start')
  const done = async () => Promise.all([inTally(page, 'forward', 'operations'), inTally(page, 'reverse', 'operations')])
  const length = Math.max(...(await done()).map(([, needed]) => needed))
  for (let at = 0; at < length; ) {
    await press(page, 'Next step')
    const [[forward, forwards], [reverse, reverses]] = await done()
    const now = Math.max(forward, reverse)
    expect([forward, reverse]).toEqual([Math.min(now, forwards), Math.min(now, reverses)])
    expect(now).toBeGreaterThan(at)
    at = now
  }
  await expect(region(page, 'Reverse')).toContainText('done first')
  await expect(region(page, 'Forward')).not.toContainText('done first')
  await expect(page.getByText(/reverse mode, 1 pass against 3; \d+ operations against \d+\./)).toBeVisible()
  expect(Object.keys(await jacobian(page))).toEqual(['f/a', 'f/b', 'f/c'])
  await press(page, 'Leave the race')
  await press(page, 'Previous step')
  await expect(page.getByText(/^Forward mode, c, step \d/)).toBeVisible()
})

test('a link leads into the race', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'compare', race: 5 }))
  await expect(page.getByText('Race, 5 operations each')).toBeVisible()
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('race=5')
})

test('the memory of a mode leads to its steps, and what is stored to what is computed again', async ({
  page,
  open,
}) => {
  await open(link({ program: 'x = 0.5\nf = sin(cos(sin(cos(sin(x)))))', tab: 'cost', section: 'all' }))
  const strip = page.getByRole('slider', { name: 'Reverse mode, memory' })
  await strip.press('End')
  await expect(page.getByText('Reverse mode, f, step 6 of 6')).toBeVisible()
  await strip.press('ArrowLeft')
  await expect(page.getByText('Reverse mode, f, step 5 of 6')).toBeVisible()
  const [alive] = await inStrip(page, 'Reverse')
  expect(await inTally(page, 'reverse', 'stored')).toContain(alive)

  const stored = page.getByRole('slider', { name: 'Stored values' })
  await expect(stored).toHaveAttribute('max', '4')
  await stored.press('Home')
  await expect(panel(page)).toContainText('✓ derivatives the same')
  await expect(panel(page)).toContainText('+ 10 =')
})

test('a named shape opens a program of that shape', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'cost', section: 'all' }))
  await page.getByRole('button', { name: /^Rⁿ → R¹/ }).click()
  await expect(tally(page)).toHaveText('Forward mode: 8 passes. Reverse mode: 1 pass.')
})

test('the tab has no barriers', async ({ page, open, axe }) => {
  await open(link({ program: LECTURE, tab: 'cost', section: 'all', race: 4 }))
  await expect(page.getByRole('table', { name: 'Operations' })).toBeVisible()
  expect(await axe(page)).toEqual([])
})
