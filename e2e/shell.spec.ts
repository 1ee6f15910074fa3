import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { misplaced } from './overlaps.ts'
import { caption, link, node, press, region, rest, tab, tally } from './page.ts'

const NEURON = 'w0 = 2\nx0 = -1\nw1 = -3\nx1 = -2\nw2 = -3\nf = 1/(1 + exp(-(w0*x0 + w1*x1 + w2)))'

const sentences = (page: Page) => caption(page).locator('.caption-sentence')

test('the caption tells the step of each mode shown, unfolds to its formulas, and ends with the answer', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, pass: 'f', step: 3 }))
  await expect(sentences(page)).toHaveCount(2)
  await expect(sentences(page).nth(0)).toContainText('tangent')
  await expect(sentences(page).nth(1)).toContainText('adjoint')
  await expect(page.locator('.katex')).toHaveCount(0)
  const height = async () => (await caption(page).boundingBox())?.height
  const before = await height()
  for (const key of ['End', 'Home', '2', '3']) {
    await page.keyboard.press(key)
    expect(await height(), key).toBe(before)
  }
  await expect(sentences(page)).toHaveCount(1)
  await press(page, 'Go to end')
  await expect(page.getByRole('list', { name: 'Derivatives' }).getByRole('listitem')).toHaveText([
    '∂f/∂x₁ = 2.584',
    '∂f/∂x₂ = 2',
  ])
  await press(page, 'Unfold the caption')
  await expect(page.getByRole('tab', { name: 'Step' })).toHaveAttribute('aria-selected', 'true')
  await expect(caption(page).getByRole('heading', { name: 'Rule' })).toHaveCount(2)
  await expect(page.getByRole('list', { name: 'Derivatives' }).getByRole('listitem')).toHaveCount(2)
  await press(page, 'Fold the caption')
  await expect(caption(page).getByRole('heading')).toHaveCount(0)
})

test('a step by hand is said for both modes; speed, modes and the end of playback too', async ({ page, open }) => {
  await open(link({ program: LECTURE, pass: 'f', step: 2 }))
  const live = page.locator('.announcer')
  await press(page, 'Next step')
  await expect(live).toHaveText(/^Forward: .+ Reverse: .+/)
  await page.keyboard.press(']')
  await expect(live).toHaveText('Speed 2.')
  await page.keyboard.press('2')
  await expect(live).toHaveText('Reverse mode alone.')
  await page.keyboard.press('k')
  await expect(live).toHaveText('Playback has come to its end: all passes are done.')
})

test('links to the former tabs open caption, ledger and chapters', async ({ page, open }) => {
  for (const [name, title, selected] of [
    ['step', 'Follow', 'Step'],
    ['trace', 'Follow', 'Trace'],
    ['jacobian', 'Follow', 'Jacobian'],
    ['cost', 'Cost', null],
    ['chain', 'Chain rule', null],
    ['methods', 'Methods', null],
    ['train', 'Train', null],
  ] as const) {
    await page.goto('about:blank')
    await open(link({ program: LECTURE, tab: name }))
    const chapters = page.getByRole('tablist', { name: 'Chapters' })
    await expect(chapters.getByRole('tab', { selected: true })).toHaveText(title)
    const ledger = page.getByRole('tablist', { name: 'Ledger' }).getByRole('tab', { selected: true })
    await expect(ledger).toHaveText(selected === null ? [] : [selected])
  }
})

test('the ledger has a handle for keys and pointer, and its width is kept', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'trace' }))
  const ledger = page.getByRole('tabpanel', { name: 'Trace' })
  const handle = page.getByRole('separator', { name: 'Width of the ledger' })
  const width = async () => (await ledger.boundingBox())?.width ?? 0
  const first = await width()
  await handle.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeGreaterThan(first)
  const box = await handle.boundingBox()
  if (!box) throw new Error('no handle')
  await page.mouse.move(box.x + 5, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x - 95, box.y + 200, { steps: 4 })
  await page.mouse.up()
  await expect.poll(width).toBeGreaterThan(first + 90)
  const kept = await width()
  await page.waitForFunction(() => /"ledger":[4-6]/.test(localStorage.getItem('gradual:preferences') ?? ''))
  await page.reload()
  await expect.poll(width).toBe(kept)
  await press(page, 'Close the ledger')
  await expect(page.getByRole('table', { name: 'Evaluation trace' })).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Trace' })).toBeFocused()
})

test('the program folds to a strip, and F leaves graph, caption and playback', async ({ page, open }) => {
  await open()
  await press(page, 'Fold the program')
  await expect(page.getByRole('textbox', { name: 'Program' })).toHaveCount(0)
  await press(page, 'Unfold the program')
  await expect(page.getByRole('textbox', { name: 'Program' })).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('tablist')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Program' })).toHaveCount(0)
  await expect(caption(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next step' })).toBeVisible()
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tablist', { name: 'Chapters' })).toBeVisible()
})

test('arrows step, whatever the pointer pressed; they are a widget’s own once Tab has led there', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, pass: 'primal', step: 1 }))
  const at = (step: number) => expect(page.getByText(`Primal pass, step ${step} of 5`)).toBeVisible()
  const stepsAfter = async (what: string, pressed: () => Promise<unknown>) => {
    await pressed()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('Primal pass, step 2 of 5'), what).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await at(1)
  }
  await stepsAfter('a tab', () => tab(page, 'Trace'))
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true')
  await stepsAfter('a mode', () => page.getByText('Compare', { exact: true }).click())
  await expect(page.getByRole('radio', { name: 'Compare' })).toBeChecked()
  await stepsAfter('a select', async () => {
    await page.getByRole('combobox', { name: 'Speed' }).click()
    await page.keyboard.press('Escape')
  })
  await stepsAfter('a slider', async () => {
    const box = await page.getByRole('slider', { name: 'x1' }).boundingBox()
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await press(page, 'Go to start')
    await press(page, 'Next step')
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  })
  await page.getByRole('button', { name: 'Reference' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Chain rule' })).toHaveAttribute('aria-selected', 'true')
  await at(1)
})

test('a node that was clicked leaves the arrows to playback', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 1 }))
  await node(region(page, 'Reverse'), 'v1').click()
  await expect(page.getByText('Reverse mode, f, step 3 of 5')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('Reverse mode, f, step 2 of 5')).toBeVisible()
})

const SIZES = [
  ['1440×900', 1440, 900],
  ['1280×720', 1280, 720],
  ['1024×768', 1024, 768],
  ['a phone', 390, 844],
  ['a phone held sideways', 844, 390],
  ['1280×720 at 200 %', 640, 360],
  ['1280×1024 at 400 %', 320, 256],
] as const

test('there is a graph and a caption in every window, and nothing lies on another', async ({ page, open }) => {
  await open(link({ program: NEURON, pass: 'f', step: 4, theme: 'projector' }))
  await rest(page)
  for (const [what, width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    const graph = await page.getByRole('region', { name: 'Both modes' }).boundingBox()
    expect(graph?.height, `the graph, ${what}`).toBeGreaterThanOrEqual(0.4 * height)
    await expect(caption(page), what).toBeVisible()
    await expect(tally(page), what).toHaveText('Forward mode: 5 passes. Reverse mode: 1 pass.')
    const outside = height < 400 ? /leaves the window/ : /^$/
    await expect.poll(async () => (await misplaced(page)).filter((fault) => !outside.test(fault)), what).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0)
  }
})

test('notices have a row of their own above the transport', async ({ page, open }) => {
  await open('#v=1&nonsense=1')
  const notices = page.getByRole('list', { name: 'Notices' })
  await expect(notices.getByRole('listitem')).toHaveCount(1)
  const [above, row] = await Promise.all([caption(page).boundingBox(), notices.boundingBox()])
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual((row?.y ?? 0) + 1)
})

test('the stage alone is all of the window, and the page comes back', async ({ page, open }) => {
  await open(link({ program: LECTURE, pass: 'f', step: 4 }))
  const graph = page.getByRole('group', { name: 'Graph', exact: true })
  const width = async () => (await graph.boundingBox())?.width ?? 0
  const beside = await width()
  await page.keyboard.press('f')
  await expect.poll(width).toBeGreaterThan(beside + 100)
  await page.keyboard.press('f')
  await expect.poll(width).toBe(beside)
})
