import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { link, node, press, program, region, write } from './page.ts'

const MOONS = `data X = zeros(32, 2)
data Y = zeros(32, 2)
param W1 = randn([2, 16], 1)*0.7
param b1 = zeros(16)
param W2 = randn([16, 2], 2)*0.3
param b2 = zeros(2)
h = dense(X, W1, b1)
z = linear(h, W2, b2)
loss = crossentropy(z, Y)`

const LINE = `data x = zeros(8)
data y = zeros(8)
param a = 0.2
param b = 1
p = a*x + b
loss = mse(p, y)`

const VALLEYS = 'param w = 2\nloss = w^4 - 2*w^2'

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Train' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A figure of the run so far. */
const figure = async (page: Page, title: string): Promise<number> =>
  Number(await page.locator(`[data-figure="${title}"] data`).getAttribute('value'))

const settings = async (page: Page) => {
  if (!(await page.getByRole('combobox', { name: 'Optimizer' }).isVisible())) await page.getByText('Settings').click()
}

/** Opens the tab on a program, ready for its first step. */
async function ready(page: Page, open: (fragment: string) => Promise<void>, source: string): Promise<void> {
  await open(link({ program: source, tab: 'train' }))
  await expect(button(page, 'Run training')).toBeEnabled()
}

test('a network learns two moons while the graph stays live, and stops where it is told', async ({ page, open }) => {
  await ready(page, open, MOONS)
  await expect(page.getByRole('img', { name: /^Predicted classes over x1 and x2/ })).toBeVisible()
  const before = await node(region(page, 'Reverse'), 'W1').getAttribute('data-value')
  await press(page, 'Run training')
  await expect.poll(() => figure(page, 'Loss')).toBeLessThan(0.2)
  await expect.poll(() => figure(page, 'Accuracy')).toBeGreaterThan(0.9)
  await expect(node(region(page, 'Reverse'), 'W1')).not.toHaveAttribute('data-value', String(before))
  await press(page, 'Pause training')
  await expect(button(page, 'Run training')).toBeVisible()
  await expect(panel(page).locator('[data-phase="update"]')).toHaveAttribute('aria-current', 'step')
  await expect(page.getByRole('table', { name: 'Gradient magnitudes' }).getByRole('row')).toHaveCount(5)
})

test('the three steps, one at a time: each says what it computed', async ({ page, open }) => {
  await ready(page, open, LINE)
  const current = panel(page).locator('[aria-current="step"]')
  await expect(current).toContainText('1 Loss of a mini-batch (primal pass)')
  await press(page, 'Next training step')
  await expect(current).toContainText('2 Gradients of the parameters (adjoint pass)')
  await expect(panel(page).getByText('Update 1, step 1: the loss of the mini-batch is')).toBeAttached()
  await press(page, 'Next training step')
  await expect(current).toContainText('3 Update')
  await press(page, 'Next training step')
  await expect(panel(page).getByText('1 update made')).toBeAttached()
  await press(page, 'Next update')
  await expect.poll(() => figure(page, 'Updates')).toBe(2)
  await press(page, 'Reset training')
  await expect.poll(() => figure(page, 'Updates')).toBe(0)
})

test('paused, the adjoint pass of that very mini-batch can be stepped through', async ({ page, open }) => {
  await ready(page, open, LINE)
  await press(page, 'Run training')
  await expect.poll(() => figure(page, 'Updates')).toBeGreaterThan(20)
  await press(page, 'Pause training')
  await expect(panel(page).locator('[data-phase="update"]')).toHaveAttribute('aria-current', 'step')
  const loss = await figure(page, 'Loss')
  await press(page, 'Step through this adjoint pass')
  await expect(page.getByText('Reverse mode, loss, step 0 of')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Step' })).toHaveAttribute('aria-selected', 'true')
  await expect(region(page, 'Reverse').locator(`[data-node][data-value="${loss}"]`)).toBeVisible()
  await press(page, 'Go to end')
  const adjoint = Number(await node(region(page, 'Reverse'), 'b').getAttribute('data-adjoint'))
  await page.getByRole('tab', { name: 'Train' }).click()
  const row = page.getByRole('table', { name: 'Gradient magnitudes' }).getByRole('row', { name: /^b/ })
  const magnitude = Number(await row.locator('data').getAttribute('value'))
  expect(Math.abs(Math.abs(adjoint) - magnitude)).toBeLessThan(1e-12 * Math.max(1, magnitude))
})

test('a run that diverges stops, says where, and goes on from its last good parameters', async ({ page, open }) => {
  await ready(page, open, LINE)
  await settings(page)
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('1e6')
  await press(page, 'Run training')
  await expect(page.getByRole('alert')).toContainText(/Stopped at update \d+: .+ is (−?Infinity|not a number)/)
  await expect(button(page, 'Run training')).toBeDisabled()
  await press(page, 'Mark loss in the graph')
  await expect(region(page, 'Reverse').locator('[data-lit]').first()).toBeAttached()
  const good = page.getByLabel('Last good parameters').locator('data')
  for (const value of await good.all()) expect(Number(await value.getAttribute('value'))).toBeLessThan(Infinity)
  const stopped = await figure(page, 'Updates')
  await page.getByRole('button', { name: /^Continue from the last good parameters/ }).click()
  await expect.poll(() => figure(page, 'Updates')).toBeGreaterThan(stopped)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('spinbutton', { name: 'Learning rate' })).toHaveValue('0.1')
})

test('each bad row of pasted data is named, and the good ones are learnt from', async ({ page, open }) => {
  await ready(page, open, LINE)
  await settings(page)
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('pasted')
  await expect(panel(page).getByText('There are no rows to learn from yet.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Pasted rows' }).fill('x, y\n1, 2\n2, three\n3\n4, 8\n6, 12')
  const problems = page.getByRole('list', { name: 'Problems of the rows' }).getByRole('listitem')
  await expect(problems).toHaveText([/^Row 3, column 2: “three” is not a number/, /^Row 4 has 1 column/])
  await press(page, 'Next update')
  await expect.poll(() => figure(page, 'Updates')).toBe(1)
  await expect(page.getByRole('img', { name: /with 3 samples/ })).toBeVisible()
})

test('data sets that do not fit say what the program would need', async ({ page, open }) => {
  await ready(page, open, LINE)
  await settings(page)
  await expect(page.getByRole('option', { name: 'two moons' })).toBeDisabled()
  await page.getByText('6 data sets do not fit').click()
  await expect(
    panel(page)
      .getByText(/write data X = zeros\(8, 2\)/)
      .first(),
  ).toBeVisible()
})

test('a learning rate that is none is not taken, and why is said', async ({ page, open }) => {
  await ready(page, open, LINE)
  await settings(page)
  const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
  await rate.fill('-1')
  await expect(rate).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('The learning rate is a number above 0')).toBeVisible()
  await rate.blur()
  await expect(rate).toHaveValue('0.1')
})

test('the gradient is checked numerically', async ({ page, open }) => {
  await ready(page, open, MOONS)
  await press(page, 'Next training step')
  await press(page, 'Check the gradient numerically')
  const result = panel(page).getByRole('status')
  await expect(result).toContainText('✓ Passes')
  expect(Number(await result.locator('data').getAttribute('value'))).toBeLessThan(1e-5)
})

test('the surface of two parameters shows the way taken', async ({ page, open }) => {
  await ready(page, open, LINE)
  await press(page, 'Next update')
  await expect(
    page.getByRole('img', { name: /^Loss over a and b: lowest, .* the parameters stand at a = / }),
  ).toBeVisible()
})

test('what was learnt is written into the program; an edit begins anew', async ({ page, open }) => {
  await ready(page, open, LINE)
  await press(page, 'Run training')
  await expect.poll(() => figure(page, 'Loss')).toBeLessThan(0.1)
  await press(page, 'Pause training')
  await expect(button(page, 'Run training')).toBeVisible()
  await press(page, 'Write the parameters into the program')
  await expect(program(page)).toContainText(/param a = 0\.[67]\d+/)
  await expect.poll(() => figure(page, 'Updates')).toBe(0)
  await press(page, 'Next update')
  await write(page, `${LINE}\n# edited`)
  await expect.poll(() => figure(page, 'Updates')).toBe(0)
})

test('a program without parameters says what to write, and opens a network', async ({ page, open }) => {
  await open(link({ program: 'x = 2\nf = x^2', tab: 'train' }))
  await expect(page.getByRole('alert')).toContainText('param w = 0.5')
  await page.getByRole('button', { name: /^Open “A network/ }).click()
  await expect(program(page)).toContainText('param W1')
  await expect(button(page, 'Run training')).toBeEnabled()
})

for (const theme of ['light', 'dark', 'projector'])
  for (const [size, width] of [
    ['wide', 1440],
    ['narrow', 390],
  ] as const)
    test(`axe finds no violation in the tab: ${theme}, ${size}`, async ({ page, open, axe }) => {
      await page.setViewportSize({ width, height: 860 })
      await open(link({ program: width < 1000 ? MOONS : VALLEYS, tab: 'train', theme }))
      await settings(page)
      await press(page, 'Next update')
      await expect.poll(() => figure(page, 'Updates')).toBe(1)
      expect(await axe(page)).toEqual([])
    })

test('at 320 px nothing of the tab scrolls sideways', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await ready(page, open, MOONS)
  await settings(page)
  await press(page, 'Next update')
  await expect.poll(() => figure(page, 'Updates')).toBe(1)
  expect(await panel(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
})
