import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { jacobian, link, press, tab } from './page.ts'

/** Logistic regression on two points: seven inputs, and an output with a long name. */
const LOGREG = `w1 = 0.4
w2 = -0.3
b = 0.1
x11 = 1.2
x12 = -0.7
x21 = -0.5
x22 = 0.9
z1 = w1*x11 + w2*x12 + b
z2 = w1*x21 + w2*x22 + b
p1 = 1/(1+exp(-z1))
p2 = 1/(1+exp(-z2))
loss_total_over_batch = -(1*log(p1) + (1-1)*log(1-p1) + 0*log(p2) + (1-0)*log(1-p2))/2`
const LAYERNORM = `x = [1, 2, 4, 7]
gamma = [1, 1, 1.5, 0.5]
beta = [0, 0.1, 0, 0.2]
eps = 0.01
m = mean(x)
xhat = (x - m)/sqrt(mean((x - m)^2) + eps)
y = gamma*xhat + beta
loss = sum(y^3)`

const trace = (page: Page) => page.getByRole('table', { name: 'Evaluation trace' })
const heads = (page: Page) => trace(page).getByRole('columnheader')

/** Rows as they are read: names, operation, then each number; null where none stands. */
const cells = (page: Page) =>
  trace(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].slice(2).map((cell) => {
          const value = cell.querySelector('data')?.getAttribute('value')
          return value == null ? null : Number(Number(value).toFixed(3))
        }),
      ),
    )

/** Cells of a table that do not lie wholly within what scrolls around it, from side to side. */
const cutOff = (page: Page, name: string) =>
  page.getByRole('table', { name }).evaluate((table) => {
    const frame = (table.parentElement as Element).getBoundingClientRect()
    return [...table.querySelectorAll('th, td')].flatMap((cell) => {
      const { left, right, width } = cell.getBoundingClientRect()
      const isOut = left < frame.left - 1 || right > frame.right + 1 || cell.scrollWidth > cell.clientWidth + 1
      // One pixel wide is what is only read aloud.
      return isOut && width > 1 ? [cell.textContent] : []
    })
  })

test('in Compare the table fills pass by pass on both sides, and at the end it is the table of the book', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, tab: 'trace' }))
  await expect(heads(page)).toHaveCount(6)
  expect((await cells(page)).flat().every((cell) => cell === null)).toBe(true)
  await press(page, 'Next pass')
  for (let i = 0; i < 2; i++) await press(page, 'Next step')
  expect(await cells(page)).toEqual([
    [2, 1, null, null],
    [3, 0, null, null],
    [0.909, -0.416, null, null],
    [6, null, null, 1],
    [6.909, null, null, 1],
  ])
  const current = trace(page).locator('tr[aria-current="step"]')
  await expect(current).toHaveText([/sin\(x₁\)/, /x₁·x₂/])
  await expect(trace(page).getByRole('columnheader', { name: /the pass at hand/ })).toHaveCount(2)
  await press(page, 'Go to end')
  expect(await cells(page)).toEqual([
    [2, 1, 0, 2.584],
    [3, 0, 1, 2],
    [0.909, -0.416, 0, 1],
    [6, 3, 2, 1],
    [6.909, 2.584, 2, 1],
  ])
  await expect(trace(page).getByRole('row', { name: /^x₂/ }).locator('data').nth(1)).toHaveText('–')
})

test('the adjoint is in sight with many inputs and long names, and the other tangents are a press away', async ({
  page,
  open,
}) => {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height })
    await open(link({ program: LOGREG, tab: 'trace' }))
    await press(page, 'Go to end')
    const adjoint = trace(page).getByRole('columnheader', { name: 'Adjoint, seed loss_total_over_batch' })
    await expect(adjoint).toBeInViewport({ ratio: 1 })
    await expect(
      trace(page)
        .getByRole('row', { name: /^loss_total/ })
        .locator('data')
        .last(),
    ).toHaveAttribute('value', '1')
    expect(await cutOff(page, 'Evaluation trace'), `${width}`).toEqual([])
    const earlier = page.getByRole('button', { name: 'Earlier tangents' })
    while ((await earlier.count()) > 0 && (await earlier.isEnabled())) await earlier.click()
    await expect(trace(page).getByRole('columnheader', { name: /^Tangent, seed w1/ })).toBeVisible()
    await page.goto('about:blank')
  }
})

test('small arrays stand in their cells in numbers, vectors upright', async ({ page, open }) => {
  await open(link({ program: LAYERNORM, tab: 'trace' }))
  await press(page, 'Go to end')
  const adjoints = trace(page).getByRole('row', { name: /^xhat/ }).locator('.small-array').last().locator('span')
  await expect(adjoints).toHaveCount(4)
  const tops = await adjoints.evaluateAll((entries) => entries.map((entry) => entry.getBoundingClientRect().top))
  expect([...tops].sort((a, b) => a - b)).toEqual(tops)
  expect(new Set(tops).size).toBe(4)
})

test('the table is one stop of the Tab key: arrows walk its rows, never under its head, and Enter goes to a node’s step', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1280, height: 560 })
  await open(link({ program: LOGREG, mode: 'reverse', tab: 'trace' }))
  await press(page, 'Next pass')
  const stops = trace(page).locator('[tabindex="0"]')
  await expect(stops).toHaveCount(1)
  await stops.focus()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown')
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp')
  const isHidden = () =>
    trace(page).evaluate((table) => {
      const head = table.querySelector('thead')?.getBoundingClientRect().bottom ?? 0
      return (document.activeElement?.getBoundingClientRect().top ?? 0) < head - 1
    })
  for (let i = 0; i < 16; i++) {
    await page.keyboard.press('ArrowUp')
    expect(await isHidden()).toBe(false)
  }
  await expect(stops).toHaveCount(1)
  const row = trace(page).locator('tr:has(:focus)')
  await page.keyboard.press('Enter')
  await expect(row).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('ArrowRight')
  await expect(row).not.toHaveAttribute('aria-current', 'step')
})

test('a gradient by seven inputs is a list of seven, none cut off, or a row as on paper; the table keeps its rows and columns', async ({
  page,
  open,
}) => {
  await open(link({ program: LOGREG, tab: 'jacobian' }))
  await press(page, 'Go to end')
  const found = await jacobian(page)
  expect(Object.keys(found)).toEqual(
    ['w1', 'w2', 'b', 'x11', 'x12', 'x21', 'x22'].map((input) => `loss_total_over_batch/${input}`),
  )
  const table = page.getByRole('table', { name: 'Jacobian' })
  for (const number of await table.locator('tbody data').all()) await expect(number).toBeInViewport({ ratio: 1 })
  const lines = () =>
    table.locator('tbody td').evaluateAll((all) => new Set(all.map((cell) => cell.getBoundingClientRect().top)).size)
  expect(await lines()).toBe(7)
  await press(page, 'As a matrix')
  await expect(page).toHaveURL(/matrix=1/)
  expect(await lines()).toBe(1)
  await press(page, 'As a matrix')
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await tab(page, 'Jacobian')
    expect(await cutOff(page, 'Jacobian')).toEqual([])
  }
})

test('seeds stand along the list, and their products with them', async ({ page, open }) => {
  await open(link({ program: 'A = [[1, 2, 0], [0, -1, 3]]\nx = [1, 0.2, 0.3]\ny = tanh(A @ x)', tab: 'jacobian' }))
  await press(page, 'Go to end')
  await press(page, 'Seeds')
  expect(await cutOff(page, 'Jacobian')).toEqual([])
})

const copyAs = async (page: Page, format: string) => {
  await page.getByText('Copy as…').click()
  await press(page, format)
}

test('trace and Jacobian are copied, and where the clipboard is shut, shown to be copied', async ({ page, open }) => {
  await page.addInitScript(() => {
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
      configurable: true,
    })
    Object.assign(window, { copied })
  })
  await open(link({ program: LECTURE, tab: 'trace' }))
  await press(page, 'Go to end')
  const copied = () => page.evaluate(() => (window as unknown as { copied: string[] }).copied.at(-1))
  await copyAs(page, 'Markdown')
  await expect(page.getByText('✓ Copied as Markdown')).toBeVisible()
  expect(await copied()).toContain('| f | v₁ + v₂ | 6.909 | 2.584 | 2 | 1 |')
  await tab(page, 'Jacobian')
  await copyAs(page, 'CSV')
  await expect(page.getByText('✓ Copied as CSV')).toBeVisible()
  expect(await copied()).toBe(`,x1,x2\r\nf,${Math.cos(2) + 3},2\r\n`)
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await copyAs(page, 'LaTeX')
  await expect(page.getByRole('textbox', { name: 'the Jacobian, as LaTeX' })).toHaveValue(/\\begin\{tabular\}\{lrr\}/)
})
