import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, node, press, program, region, tab, write } from './page.ts'

const LAYER = 'W = [[1, 2], [3, 4]]\nx = [0.5, -1]\ny = tanh(W @ x)\nL = sum(y*y)'

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Methods' })
const field = (page: Page) => page.getByRole('textbox', { name: /by hand$/ })
const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' })
const ways = (page: Page) => page.getByRole('table', { name: 'Four ways' })

/** The numbers of a row of a table: derivative, operations, error. */
const numbers = (page: Page, table: string, row: RegExp) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row', { name: row })
    .locator('data')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('value'))))

test('four ways lead to one number', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  const derivative = Math.cos(2) + 3
  await expect(ways(page).getByRole('row')).toHaveCount(7)
  await expect.poll(() => numbers(page, 'Four ways', /^Symbolic/)).toHaveLength(3)
  for (const row of [/^Symbolic/, /^Forward differences/, /^Central differences/, /^Forward mode/, /^Reverse mode/]) {
    const [found, , error] = await numbers(page, 'Four ways', row)
    expect(Math.abs(found - derivative)).toBeLessThan(1e-4)
    expect(error).toBeLessThan(1e-5)
  }
  await page.getByRole('combobox', { name: 'Input', exact: true }).selectOption('x2')
  await expect.poll(async () => (await numbers(page, 'Four ways', /^Symbolic/))[0]).toBe(2)
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('from=x2')
})

test('a derivative by hand is checked, and a slip is named and lit', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  await field(page).fill('cos(x1')
  await expect(page.getByRole('list', { name: 'Problems of the derivative' })).toContainText(/bracket|missing/i)
  await field(page).fill('x2')
  await expect(verdict(page)).toContainText('✗ Wrong at this point, x₁ = 2, x₂ = 3')
  await expect(verdict(page)).toContainText('only the contribution through x1*x2 is there')
  await page.getByRole('button', { name: 'Show the place' }).focus()
  await expect(program(page).locator('.cm-linked').first()).toHaveText('x1')
  await field(page).fill('cos(x1) + x2')
  await expect(verdict(page)).toContainText('✓ Right at this point and at 12 random points.')
  await expect(panel(page).getByText('Hidden, so that you can find it by hand first.')).toBeVisible()
  await press(page, 'Show the derivative')
  await expect(panel(page).getByText(/cosine of x1 plus x2/)).toBeAttached()
  await page.getByRole('radio', { name: 'By the rules alone' }).check()
  await expect(panel(page).getByText(/1 times .*cosine of x1/)).toBeAttached()
})

test('a link brings back what was typed', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  await field(page).fill('cos(x1)+x2')
  await expect.poll(() => page.evaluate(() => decodeURIComponent(location.hash))).toContain('typed=cos(x1)+x2')
  await page.reload()
  await expect(field(page)).toHaveValue('cos(x1)+x2')
  await expect(verdict(page)).toContainText('✓ Right')
})

test('the error of differences follows the step, by keyboard', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  const slider = page.getByRole('slider', { name: 'Step size h' })
  await expect(page.getByRole('img', { name: /^Error against step size/ })).toBeVisible()
  await slider.press('End')
  await expect.poll(async () => (await numbers(page, 'Four ways', /^Forward differences/))[2]).toBeGreaterThan(0.01)
  await expect(panel(page)).toContainText('Forward: Truncation')
  await slider.press('Home')
  await expect(panel(page)).toContainText('Forward: Rounding')
  const [, best, theory] = await numbers(page, 'Step sizes', /^Central/)
  expect(Math.abs(Math.log10(best / theory))).toBeLessThan(1.5)
  await expect(panel(page)).toContainText('d + 1 = 3 evaluations by forward differences, 2d = 4 by central ones')
})

test('the sections are reached from the table, and the passes from their section', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  await ways(page).getByRole('button', { name: 'Reverse mode' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Automatic' })).toBeFocused()
  await press(page, 'Step through the adjoint pass of f')
  await expect(page.getByRole('tab', { name: 'Step' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText(/^Reverse mode, f, step 0 of/)).toBeVisible()
})

test('the point moves along the curve, and a nudge is predicted at every node', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  await expect(page.getByRole('img', { name: /^f along x₁, .*slope 2\.584/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Contours of f over x₁ and x₂/ })).toBeVisible()
  const before = await program(page).textContent()
  await page.getByRole('slider', { name: 'x1 along the curve' }).press('ArrowRight')
  await expect(program(page)).not.toHaveText(before ?? '')
  await page.getByRole('slider', { name: 'Nudge of x1' }).press('Home')
  const [predicted, actual] = await numbers(page, 'Nudged nodes', /= f/)
  expect(predicted).toBeLessThan(0)
  expect(Math.abs(predicted - actual)).toBeLessThan(0.2)
  await expect(page.getByRole('status', { name: 'What the nudge changes' })).toContainText('f should change by −')
})

test('dual numbers follow the node at hand', async ({ page, open }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all' }))
  const table = page.getByRole('table', { name: 'Dual numbers' })
  await expect(table.getByRole('row', { name: /= f/ })).toHaveAttribute('aria-current', 'true')
  await table.getByRole('button', { name: 'v₁' }).focus()
  await expect(table.getByRole('row', { name: /^v₁/ })).toHaveAttribute('aria-current', 'true')
  await expect(panel(page).getByText('sine of x plus x dot times epsilon', { exact: true })).toBeAttached()
  await node(region(page, 'Forward'), 'v2').hover()
  await expect(table.getByRole('row', { name: /^v₂/ })).toHaveAttribute('aria-current', 'true')
})

test('programs with arrays are served entry by entry, others are told why not', async ({ page, open }) => {
  await open(link({ program: LAYER, tab: 'methods', section: 'all' }))
  await page.getByRole('combobox', { name: 'Entry of W' }).selectOption('W[0,1]')
  await expect.poll(async () => (await numbers(page, 'Four ways', /^Symbolic/))[0]).toBeCloseTo(0.3271, 3)
  await field(page).fill('2*y[0]*(1 - y[0]^2)*x[1]')
  await expect(verdict(page)).toContainText('✓ Right')
  await write(page, '3')
  await expect(panel(page)).toContainText('nothing to differentiate')
  await write(page, 'A = randn([60, 60], 1)\nL = sum(A @ A)')
  await expect(panel(page)).toContainText('Make its arrays smaller')
  await write(page, 'f = sin(x')
  await expect(panel(page)).not.toBeEmpty()
  await tab(page, 'Step')
})

test('tall brackets are drawn within the policy', async ({ page, open }) => {
  const source = 'x = 2\nf = where(x > 0, where(x > 1, 1/x, x^3), where(x < -1, x^2, 1/x))'
  await open(link({ program: source, tab: 'methods', section: 'all', from: 'x', to: 'f', form: 'simplified' }))
  const bracket = panel(page).locator('.katex .delimsizinginner ~ span svg, .katex .vlist svg').first()
  await expect(bracket).toBeAttached()
  expect(await bracket.evaluate((svg: SVGElement) => svg.style.width)).toMatch(/em$/)
})

test('a link restores the moment: step size, nudge, second input, node at hand, the form of the expression', async ({
  page,
  open,
  browser,
}) => {
  await open(link({ program: `${LECTURE} + x2^2`, tab: 'methods', section: 'all' }))
  const slider = (on: Page, name: string) => on.getByRole('slider', { name })
  await slider(page, 'Step size h').press('Home')
  await slider(page, 'Nudge of x1').press('End')
  await press(page, 'Show the derivative')
  await page.getByRole('radio', { name: 'By the rules alone' }).check()
  await page.getByRole('table', { name: 'Dual numbers' }).getByRole('button', { name: 'v₂' }).click()
  await expect.poll(() => page.url()).toContain('node=v2')
  const elsewhere = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await elsewhere.goto(page.url())
  await expect(slider(elsewhere, 'Step size h')).toHaveValue('-16')
  await expect(slider(elsewhere, 'Nudge of x1')).toHaveValue('0.5')
  await expect(elsewhere.getByRole('radio', { name: 'By the rules alone' })).toBeChecked()
  const rows = elsewhere.getByRole('table', { name: 'Dual numbers' })
  await expect(rows.getByRole('row', { name: /^v₂/ })).toHaveAttribute('aria-current', 'true')
})

test('what a link names that the program does not have is ignored with a notice', async ({ page, open }) => {
  await open(
    link({ program: LECTURE, tab: 'methods', section: 'all', from: 'x9', over: 'q', node: 'v99', h: -99, nudge: 0.2 }),
  )
  await expect(page.getByRole('list', { name: 'Notices' }).getByRole('listitem')).toHaveCount(4)
  await expect(page.getByRole('slider', { name: 'Nudge of x1' })).toHaveValue('0.2')
})

test('the tab has no barriers', async ({ page, open, axe }) => {
  await open(link({ program: LECTURE, tab: 'methods', section: 'all', from: 'x1', to: 'f', typed: 'x2' }))
  await expect(verdict(page)).toContainText('✗ Wrong')
  await press(page, 'Show the derivative')
  await expect(page.getByRole('img', { name: /^Contours/ })).toBeVisible()
  expect(await axe(page)).toEqual([])
})
