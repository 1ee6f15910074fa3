import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, node, press, region } from './page.ts'

/** Programs that must be readable, by name. */
const PROGRAMS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../verification/cases/legible.json', import.meta.url), 'utf8'),
)

const both = (page: Page) => page.getByRole('region', { name: 'Both modes' })

/** Of the texts of nodes that are seen: the least size in px, and pairs that lie over each other by more than 1.5 px. */
const legibility = (pane: Locator) =>
  pane.evaluate((element) => {
    const view = (element.querySelector('.picture') as Element).getBoundingClientRect()
    const texts = [...element.querySelectorAll<SVGTextElement>('[data-shows]')].filter((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect()
      const isSeen = getComputedStyle(text).visibility !== 'hidden' && text.textContent !== ''
      return isSeen && left >= view.left && right <= view.right && top >= view.top && bottom <= view.bottom
    })
    const scaleOf = (text: SVGTextElement) => Math.hypot(text.getScreenCTM()?.a ?? 0, text.getScreenCTM()?.b ?? 0)
    const boxes = texts.map((text) => text.getBoundingClientRect())
    const overlaps = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5,
        ),
    )
    return {
      least: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scaleOf(text))),
      overlaps: overlaps.length,
      shown: Object.fromEntries(
        ['value', 'tangent', 'adjoint'].map((what) => [
          what,
          new Set(texts.filter((text) => text.dataset.shows === what).map((text) => text.closest('.node'))).size,
        ]),
      ),
    }
  })

for (const [name, program] of Object.entries(PROGRAMS))
  test(`the numbers of both modes are read without touching anything: ${name}`, async ({ page, open }) => {
    await open(link({ program, mode: 'compare', theme: 'light' }))
    await press(page, 'Go to end')
    const pane = both(page)
    await expect(pane.locator('.chip:not([visibility="hidden"])')).not.toHaveCount(0)
    await page.evaluate(() => document.fonts.ready)
    await expect.poll(async () => (await legibility(pane)).overlaps).toBe(0)
    const { least, shown } = await legibility(pane)
    expect(least).toBeGreaterThanOrEqual(11.99)
    const drawn = await pane.locator('.node:not([data-kind="constant"])').count()
    // What does not fit even so is followed.
    if (/attention/.test(name)) expect(Math.min(...Object.values(shown))).toBeGreaterThan(3)
    else expect(shown).toEqual({ value: drawn, tangent: drawn, adjoint: drawn })
  })

const LOGISTIC = PROGRAMS['logistic, 43 nodes']

test('where nodes do not fit, each definition is a line, which opens in place and closes', async ({ page, open }) => {
  await open(link({ program: LOGISTIC, mode: 'compare' }))
  await press(page, 'Go to end')
  const pane = both(page)
  const names = () => pane.locator('[data-node]').evaluateAll((nodes) => nodes.map((node) => node.dataset.node))
  const lines = page.getByRole('button', { name: 'Draw definitions as lines' })
  await expect(lines).toHaveAttribute('aria-pressed', 'true')
  expect(await names()).toHaveLength(12)
  const line = pane.locator('.node', { has: page.getByText('p₁', { exact: true }) })
  await expect(line.locator('[data-shows]')).toHaveText(['=', 'p₁', '0.6878', '▸–', '◂−0.7269'])
  await line.getByRole('button').first().focus()
  await page.keyboard.press('o')
  await expect(pane.locator('[data-node]')).toHaveCount(15)
  await expect(pane.locator('[data-node]:focus')).toHaveCount(1)
  await expect(page).toHaveURL(/[&]open=/)
  await page.keyboard.press('c')
  await expect(pane.locator('[data-node]')).toHaveCount(12)
  await lines.click()
  await expect(pane.locator('[data-node]')).toHaveCount(40)
  await expect(page).toHaveURL(/definitions=nodes/)
})

test('a line is at hand while what computes it is, and a graph of which a part is seen keeps the step in view', async ({
  page,
  open,
}) => {
  await open(link({ program: LOGISTIC, mode: 'reverse', pass: 'loss', step: 7, definitions: 'lines' }))
  const active = region(page, 'Reverse').locator('.node[data-stage="active"]')
  await expect(active.locator('[data-shows="name"]')).toHaveText('loss')
  await press(page, 'Draw definitions as lines')
  for (let step = 8; step < 38; step++) {
    await page.keyboard.press('ArrowRight')
    await expect(active.locator('.body')).toBeInViewport({ ratio: 1 })
  }
})

test('a chain that does not fit is broken into rows', async ({ page, open }) => {
  const chain = ['x0 = 1', ...Array.from({ length: 40 }, (_, i) => `x${i + 1} = sin(x${i})`)].join('\n')
  await open(link({ program: chain, mode: 'forward', definitions: 'nodes' }))
  const drawing = region(page, 'Forward').locator('.drawing')
  const shape = () => drawing.evaluate((svg) => svg.clientWidth / svg.clientHeight)
  await expect.poll(shape).toBeLessThan(3)
})

test('in the projector theme nothing on the graph is too small for a hall', async ({ page, open }) => {
  for (const [width, height, least] of [
    [1920, 1080, 20],
    [1280, 720, 16],
    [1024, 768, 16],
  ]) {
    await page.setViewportSize({ width, height })
    await open(link({ program: PROGRAMS['a neuron, 14 nodes'], mode: 'compare', tab: 'graph', theme: 'projector' }))
    await press(page, 'Go to end')
    await expect(both(page).locator('.chip:not([visibility="hidden"])')).not.toHaveCount(0)
    expect((await legibility(both(page))).least).toBeGreaterThanOrEqual(least - 0.01)
  }
})

test('a graph that is too large for its pane goes along with the step, at reading size', async ({ page, open }) => {
  const lines = Array.from({ length: 190 }, (_, i) => `y${i + 1} = sin(${i === 0 ? 'x' : `y${i}`})`)
  await open(link({ program: ['x = 1', ...lines].join('\n'), mode: 'reverse', pass: 'y190', step: 1 }))
  const pane = region(page, 'Reverse')
  const zoom = page.getByRole('button', { name: /reading size/ })
  await expect(zoom).toHaveText('100 %')
  for (const step of [1, 30, 191]) {
    for (let at = 0; step === 30 && at < 29; at++) await page.keyboard.press('ArrowRight')
    if (step === 191) await press(page, 'Go to end')
    const active = pane.locator('.node[data-stage="active"]')
    await expect(active).toHaveCount(1)
    await expect(active).toBeInViewport({ ratio: 1 })
  }
  await press(page, 'Fit')
  await expect(zoom).not.toHaveText('100 %')
  await expect(node(pane, 'x')).toBeInViewport()
})

test('constants stand in their operation until they are asked for as nodes', async ({ page, open }) => {
  await open(link({ program: 'x = 2\nf = 1/(1 + x)^2', mode: 'reverse' }))
  const pane = region(page, 'Reverse')
  await expect(pane.locator('[data-shows="symbol"]')).toHaveText(['x', '+ 1', '·²', '1 ÷ ·'])
  await page.getByRole('button', { name: 'Draw constants as nodes' }).click()
  await expect(pane.locator('.node[data-kind="constant"]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Draw constants as nodes' }).click()
  await expect(pane.locator('.node[data-kind="constant"]')).toHaveCount(0)
})

test('both modes share one graph until each is given its own', async ({ page, open }) => {
  await open()
  await expect(both(page)).toHaveCount(1)
  await press(page, 'A graph for each mode, side by side')
  await expect(page.getByRole('region', { name: /^(Forward|Reverse) mode$/ })).toHaveCount(2)
  await press(page, 'Both modes on one graph')
  await expect(both(page)).toHaveCount(1)
})

test('what the user chose of direction and panes is given back to the page by the same button', async ({
  page,
  open,
}) => {
  await open()
  const turn = page.getByRole('button', { name: /^Draw from/ })
  const address = () => new URL(page.url()).hash
  const name = (await turn.getAttribute('aria-label')) ?? ''
  await expect(turn).toHaveAttribute('aria-pressed', 'false')
  await turn.click()
  await expect(turn).toHaveAttribute('aria-pressed', 'true')
  await expect(turn).toHaveAccessibleName(name)
  await expect.poll(address).toContain('&direction=')
  await turn.click()
  await expect(turn).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(address).not.toContain('&direction=')

  const [over, side] = ['Both modes on one graph', 'A graph for each mode, side by side'].map((name) =>
    page.getByRole('button', { name }),
  )
  await side.click()
  await expect(side).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(address).toContain('&panes=side')
  await side.click()
  await expect(over).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(address).not.toContain('&panes=')
})

test('an unfolded caption keeps the graph its size, and never lies over what it can be left by', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(link({ program: PROGRAMS['a neuron, 14 nodes'], mode: 'compare', tab: 'step' }))
  await expect(page.getByRole('region', { name: 'Forward step' }).or(page.getByText('Rule')).first()).toBeVisible()
  const height = () =>
    both(page)
      .locator('.picture')
      .evaluate((picture) => picture.clientHeight)
  const heights = new Set<number>()
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('ArrowRight')
    heights.add(await height())
  }
  expect(heights.size).toBe(1)
  await page.setViewportSize({ width: 844, height: 390 })
  await press(page, 'Go to end')
  expect(await height()).toBeGreaterThan(60)
})
