import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { jacobian, link, node, press, region, tab, tally } from './page.ts'

const TWO = 'x1 = 2\nx2 = 3\nf1 = sin(x1) + x1*x2\nf2 = x1/x2'
const DF1 = [Math.cos(2) + 3, 2] as const
const DF2 = [1 / 3, -2 / 9] as const
const both = (page: Page) => page.getByRole('region', { name: 'Both modes' })
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Jacobian' })
const numbers = (page: Page, table: string, row: string | RegExp) =>
  page
    .getByRole('table', { name: table })
    .getByRole('row', { name: row })
    .locator('data')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('value'))))

/** A band of three: each output depends on three neighbours. */
const band = (count: number): string => {
  const name = (i: number) => `x${Math.min(count - 1, Math.max(0, i))}`
  const at = Array.from({ length: count }, (_, i) => i)
  return [
    ...at.map((i) => `x${i} = ${i + 1}`),
    ...at.map((i) => `f${i} = ${name(i - 1)}*${name(i)} - sin(${name(i + 1)})`),
  ].join('\n')
}

test('seeds make a direction and weights of the Jacobian’s edges, and both products meet in one number', async ({
  page,
  open,
}) => {
  await open(link({ program: TWO, tab: 'jacobian' }))
  await press(page, 'Go to end')
  await press(page, 'Seeds')
  await page.getByRole('spinbutton', { name: 'v, x1' }).fill('0.5')
  await page.getByRole('spinbutton', { name: 'v, x2' }).fill('-2')
  await page.getByRole('spinbutton', { name: 'w, f2' }).fill('3')
  const [along1, along2] = [DF1, DF2].map(([a, b]) => 0.5 * a - 2 * b)
  await expect.poll(async () => (await numbers(page, 'Jacobian', /^f1/)).at(-1)).toBeCloseTo(along1, 12)
  expect((await numbers(page, 'Jacobian', /^f2/)).at(-1)).toBeCloseTo(along2, 12)
  const [across1, across2] = await numbers(page, 'Jacobian', /^wᵀ·J/)
  expect(across1).toBeCloseTo(DF1[0] + 3 * DF2[0], 12)
  expect(across2).toBeCloseTo(DF1[1] + 3 * DF2[1], 12)
  await expect(panel(page)).toContainText('✓ equal')
})

test('the pass of a seed is played by itself, and unit seeds come back', async ({ page, open }) => {
  await open(link({ program: TWO, tab: 'jacobian' }))
  await press(page, 'Seeds')
  await page.getByRole('spinbutton', { name: 'v, x2' }).fill('-2')
  await press(page, 'Play J·v')
  await press(page, 'Pause')
  await expect(both(page)).toContainText('1 forward-mode pass')
  await expect(both(page)).toContainText('along v = (1, −2)')
  await expect(both(page)).toContainText('2 reverse-mode passes')
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 2 passes.')
  await page.getByRole('radio', { name: 'Forward', exact: true }).click()
  await press(page, 'Go to end')
  await expect(page.getByText(/^Forward mode, J·v, step 6 of 6$/)).toBeVisible()
  expect((await numbers(page, 'Jacobian', /^f1/)).at(-1)).toBeCloseTo(DF1[0] - 2 * DF1[1], 12)
  await tab(page, 'Step')
  await press(page, 'Previous pass')
  await press(page, 'Next step')
  await expect(page.getByText('The seed gives x₁ the tangent 1.').first()).toBeVisible()
  await tab(page, 'Jacobian')
  await press(page, 'Unit seeds')
  await expect(region(page, 'Forward')).toContainText('2 forward-mode passes')
})

test('a link leads back to the pass of a seed, and says when it fits no input', async ({ page, open }) => {
  await open(link({ program: TWO, mode: 'forward', jvp: 'x1:0.5;x2:-2', pass: 'jvp', step: 2, tab: 'jacobian' }))
  await expect(page.getByText('Forward mode, J·v, step 2 of 6')).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'v, x1' })).toHaveValue('0.5')
  await press(page, 'Next step')
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('step=3&jvp=x1:0.5;x2:-2')
  await page.goto('about:blank')
  await open(link({ program: TWO, jvp: 'y:1' }))
  await expect(page.getByText('The link’s jvp is no seed for the program’s inputs; it is ignored.')).toBeVisible()
})

test('seeds of arrays have their shape', async ({ page, open }) => {
  await open(link({ program: 'W = [[1, 2], [3, 4]]\nx = [1, -1]\ny = W @ x', tab: 'jacobian' }))
  await press(page, 'Seeds')
  await page.getByRole('spinbutton', { name: 'v, W[0,0]' }).fill('0')
  await page.getByRole('spinbutton', { name: 'v, x[1]' }).fill('1')
  await expect.poll(async () => (await numbers(page, 'Jacobian', 'y y[0]')).at(-1)).toBe(2)
  expect((await numbers(page, 'Jacobian', 'y[1]')).at(-1)).toBe(4)
  await expect(panel(page)).toContainText('✓ equal')
})

test('the picture reads entry by entry, fills as passes run, and says how few passes suffice', async ({
  page,
  open,
}) => {
  await open(link({ program: band(8), mode: 'forward', tab: 'jacobian' }))
  await press(page, 'Picture')
  const entry = page.getByRole('slider', { name: 'Entry of the Jacobian' })
  await entry.focus()
  await expect(entry).toHaveAttribute('aria-valuetext', /^∂f0\/∂x0: not yet computed/)
  await press(page, 'Next pass')
  await press(page, 'Next pass')
  await entry.focus()
  await expect(entry).toHaveAttribute('aria-valuetext', /^∂f0\/∂x0 = 2/)
  await entry.press('ArrowRight')
  await expect(entry).toHaveAttribute('aria-valuetext', /^∂f0\/∂x1/)
  await entry.press('ArrowDown')
  await expect(entry).toHaveAttribute('aria-valuetext', /^∂f1\/∂x1: not yet computed/)
  await press(page, 'Go to end')
  await entry.focus()
  await expect(entry).toHaveAttribute('aria-valuetext', /^∂f1\/∂x1 = 1/)
  for (let i = 0; i < 4; i++) await entry.press('ArrowRight')
  await expect(entry).toHaveAttribute('aria-valuetext', /^∂f1\/∂x5: does not depend/)
  await expect(panel(page)).toContainText('Forward mode: 3 passes suffice where it takes 8. ✓ all entries recovered')
  await page.getByText('The compressed Jacobian in numbers').click()
  await expect.poll(() => numbers(page, 'Compressed Jacobian', 'f0')).toHaveLength(3)
  await page.getByRole('button', { name: /^1: / }).click()
  await press(page, 'Pause')
  await expect(region(page, 'Forward')).toContainText('1 forward-mode pass')
})

const ROSENBROCK = 'x = 1\ny = 1\nf = (1 - x)^2 + 100*(y - x^2)^2'

test('a Hessian-vector product is computed, checked and counted, beside the whole Hessian', async ({ page, open }) => {
  await open(link({ program: ROSENBROCK, tab: 'jacobian' }))
  await press(page, 'Second order')
  await page.getByRole('spinbutton', { name: 'direction, y' }).fill('2')
  const product = page.getByRole('group', { name: /^Direction v/ }).locator('data')
  await expect(product).toHaveText([/2$/, /0$/])
  await expect(panel(page)).toContainText('✓ equals differences of gradients')
  await expect(panel(page)).toContainText(/\d+ for v̇, \d+ for v̄, \d+ for v̄̇/)
  expect(await numbers(page, 'Hessian', 'x')).toEqual([802, -400])
  expect(await numbers(page, 'Hessian', 'y')).toEqual([-400, 200])
  await expect(panel(page)).toContainText('✓ symmetric')
  await page.getByRole('table', { name: 'Hessian' }).getByRole('button', { name: 'x' }).click()
  await press(page, 'Pause')
  await press(page, 'Go to end')
  expect((await numbers(page, 'Second-order trace', 'y')).at(-1)).toBe(-400)
})

test('a Hessian-vector product is played as passes over the same graph, whose nodes keep all four numbers', async ({
  page,
  open,
}) => {
  await open(link({ program: ROSENBROCK, tab: 'jacobian' }))
  await press(page, 'Second order')
  await page.getByRole('spinbutton', { name: 'direction, y' }).fill('2')
  await press(page, 'Play H·v')
  await press(page, 'Pause')
  const pane = page.getByRole('region', { name: 'Hessian-vector product' })
  const x = node(pane, 'x')
  await press(page, 'Go to start')
  await press(page, 'Next pass')
  await press(page, 'Next step')
  await expect(page.getByText(/^H·v, tangents along v, step 1 of \d+$/)).toBeVisible()
  await expect(x).toHaveAttribute('data-tangent', '1')
  await expect(x).not.toHaveAttribute('data-adjoint')
  await press(page, 'Next pass')
  await press(page, 'Next pass')
  await expect(page.getByText(/^H·v, adjoint tangents, step 0 of \d+$/)).toBeVisible()
  await expect(x).toHaveAttribute('data-adjoint', /^-?0$/)
  await expect(x).not.toHaveAttribute('data-second')
  expect(await numbers(page, 'Second-order trace', 'x')).toHaveLength(3)
  await page.keyboard.press('End')
  await expect(x).toHaveAttribute('data-second', '2')
  await expect(x).toHaveAccessibleName(/value 1, tangent 1, adjoint 0, adjoint tangent 2/)
  expect((await numbers(page, 'Second-order trace', 'x')).map(Math.abs)).toEqual([1, 1, 0, 2])
  await tab(page, 'Step')
  await expect(page.getByText(/^The adjoint of x changes along v .*: .*the entry of H·v at x\.$/).first()).toBeVisible()
  await expect(page.getByRole('radio', { checked: true, name: /^(Forward|Compare|Reverse)$/ })).toHaveCount(0)
  await press(page, 'Leave H·v')
  await expect(both(page)).toContainText('2 forward-mode passes')
  await expect(both(page)).toContainText('1 reverse-mode pass')
})

test.describe('with motion', () => {
  test.use({ motion: true })

  test('the terms of an adjoint tangent travel along their edges, back from the consumers', async ({ page, open }) => {
    await open(link({ program: 'x = 2\nf = sin(x)*x', jvp: 'x:1', hvp: 'f', pass: 'hvp', step: 0 }))
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25')
    await press(page, 'Next step')
    const pane = page.getByRole('region', { name: 'Hessian-vector product' })
    await expect(pane.locator('.pulse[data-pass="adjoint"]:not([hidden])')).toHaveCount(1)
    await expect(pane.locator('.edge[data-stage="active"]')).not.toHaveCount(0)
  })
})

test('a link leads back into a pass of a Hessian-vector product, and says when it fits no output', async ({
  page,
  open,
}) => {
  await open(link({ program: ROSENBROCK, jvp: 'x:1;y:2', hvp: 'f', pass: 'f', step: 2, tab: 'jacobian' }))
  await expect(page.getByText(/^H·v, adjoints of f, step 2 of \d+$/)).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'direction, y' })).toHaveValue('2')
  await press(page, 'Next pass')
  await press(page, 'Next step')
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('pass=hvp&step=1&jvp=x:1;y:2&hvp=f')
  await page.goto('about:blank')
  await open(link({ program: ROSENBROCK, jvp: 'x:1', hvp: 'g' }))
  await expect(page.getByText(/The link’s hvp names no output/)).toBeVisible()
})

test('the table keeps its bare names while everything is open, and nothing bars the way', async ({
  page,
  open,
  axe,
}) => {
  await open(link({ program: band(6), tab: 'jacobian' }))
  await press(page, 'Go to end')
  expect(Object.keys(await jacobian(page))).toContain('f5/x5')
  for (const name of ['Seeds', 'Picture', 'Second order']) await press(page, name)
  await press(page, 'Play H·v')
  await press(page, 'Pause')
  await expect(page.getByRole('table', { name: 'Second-order trace' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'Entry of the Jacobian' })).toBeVisible()
  expect(await axe(page)).toEqual([])
})

test('on a phone nothing scrolls sideways', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(link({ program: band(12), tab: 'jacobian' }))
  for (const name of ['Seeds', 'Second order']) await press(page, name)
  await press(page, 'Play H·v')
  await press(page, 'Pause')
  await expect(page.getByRole('table', { name: 'Second-order trace' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
