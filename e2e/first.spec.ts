import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, press } from './page.ts'

const steps = (page: Page) => page.getByRole('region', { name: 'First steps' })
const CAPTIONS = ['value', 'local partial', 'tangent', 'adjoint']

/** Pairs of a caption and what of the graph it lies over: figures, texts, edges' points. */
const covered = (page: Page) =>
  steps(page).evaluate((region) => {
    const graph = region.parentElement?.querySelector('.drawing') as SVGSVGElement
    const captions = [...region.querySelectorAll('p')].map((caption) => caption.getBoundingClientRect())
    const solid = [...graph.querySelectorAll('.node .body, .node .symbol, .node .name, .node .value')]
    const points = [...graph.querySelectorAll<SVGPathElement>('.edge > .line')].flatMap((line) =>
      Array.from({ length: 40 }, (_, i) => {
        const at = line
          .getPointAtLength((line.getTotalLength() * i) / 39)
          .matrixTransform(line.getScreenCTM() as DOMMatrix)
        return new DOMRect(at.x, at.y, 0, 0)
      }),
    )
    const boxes = [...solid.map((element) => element.getBoundingClientRect()), ...points]
    return captions.flatMap((caption, i) =>
      [...boxes, ...captions.slice(0, i)]
        .filter((box) => caption.left < box.right && box.left < caption.right)
        .filter((box) => caption.top < box.bottom && box.top < caption.bottom)
        .map((box) => [i, box.x, box.y]),
    )
  })

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [390, 844],
])
  test(`the first visit names what stands on the graph, and covers nothing of it: ${width}×${height}`, async ({
    page,
    open,
    axe,
  }) => {
    await page.setViewportSize({ width, height })
    await open()
    for (const caption of CAPTIONS) await expect(steps(page).getByText(caption, { exact: false }).first()).toBeVisible()
    await expect.poll(() => covered(page)).toEqual([])
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  })

test('the first steps go with Escape for good, also when the browser forgets the program; the help shows them again', async ({
  page,
  open,
}) => {
  await open()
  await page.keyboard.press('ArrowRight')
  await expect(steps(page).getByText('tangent')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(steps(page)).toHaveCount(0)
  await page.waitForFunction(() => localStorage.getItem('gradual:preferences')?.includes('"introduced":true'))
  await page.goto('about:blank')
  await page.addInitScript(() => {
    for (const key of Object.keys(localStorage)) if (key !== 'gradual:preferences') localStorage.removeItem(key)
  })
  await open()
  await press(page, 'Help')
  await expect(steps(page)).toHaveCount(0)
  await press(page, 'Show the first steps again')
  await expect(steps(page).getByText('tangent')).toBeVisible()
  await press(page, 'End the first steps')
  await expect(steps(page)).toHaveCount(0)
})

test('the first steps end as stepping goes past the first derivatives, and a link has none', async ({ page, open }) => {
  await open()
  await expect(steps(page).getByText('adjoint')).toBeVisible()
  await page.keyboard.press('End')
  await expect(steps(page)).toHaveCount(0)
  await page.goto('about:blank')
  await page.addInitScript(() => localStorage.clear())
  await open(link({ program: 'x = 2\nf = x*x' }))
  await expect(page.locator('.cm-content')).toBeVisible()
  await expect(steps(page)).toHaveCount(0)
})

test('a word of the field explains itself to pointer and keyboard, stays under the pointer, and goes with Escape', async ({
  page,
  open,
}) => {
  await open(link({ program: 'x = 2\nf = x*x' }))
  const word = page.getByRole('button', { name: 'reverse-mode' })
  const note = page.getByRole('tooltip')
  await word.hover()
  await expect(note).toContainText('Adjoints from an output back to all inputs')
  await note.hover()
  await expect(note).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'forward-mode' }).focus()
  await expect(note).toContainText('one pass for each input')
  await expect(page.getByRole('button', { name: 'forward-mode' })).toHaveAccessibleDescription(
    /one pass for each input/,
  )
  await press(page, 'Help')
  const words = page.getByRole('region', { name: 'Words' })
  for (const term of ['tangent', 'adjoint', 'seed', 'tape', 'distributor', 'router', 'linearised'])
    await expect(words.getByRole('term').filter({ hasText: term }).first()).toBeVisible()
})

test('L opens the legend beside the graph, which steps on meanwhile; Escape and L close it', async ({
  page,
  open,
  axe,
}) => {
  await open(link({ program: 'x = 2\nf = x*x' }))
  const legend = page.getByRole('complementary', { name: 'Legend' })
  await page.keyboard.press('l')
  await expect(legend).toContainText('double ring: an output')
  for (const sign of [
    'parameter',
    'constant',
    'module',
    'dashed',
    'tangent',
    'adjoint',
    'local partial',
    'dotted',
    'tile',
  ])
    await expect(legend).toContainText(sign)
  expect(await axe(page)).toEqual([])
  const graph = await page.getByRole('group', { name: 'Graph' }).first().boundingBox()
  const box = await legend.boundingBox()
  expect(box && graph && box.x > graph.x + graph.width / 2).toBe(true)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Primal pass, step 1 of 2')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(legend).toHaveCount(0)
  await press(page, 'Legend')
  await expect(legend).toBeVisible()
  await page.keyboard.press('l')
  await expect(legend).toHaveCount(0)
})

test('examples stand by topic, the easier ones first, with a picture of each graph', async ({ page, open }) => {
  await open(link({ program: 'x = 2\nf = x*x' }))
  await press(page, 'Examples')
  const dialog = page.getByRole('dialog', { name: 'Examples' })
  const learning = dialog.getByRole('region', { name: 'Learning' })
  await expect(learning.getByRole('button').first()).toContainText('for a start')
  await expect(learning.getByRole('button').last()).toContainText('for the thorough')
  const pictures = dialog.locator('.example svg')
  expect(await pictures.count()).toBeGreaterThan(40)
  await expect(dialog.locator('.example svg:not(:has(path))')).toHaveCount(0)
})
