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

const LINE = `data x = [-2, -1, 0, 1, 2]
data y = [-1.6, -1.1, -0.4, 0.5, 1.1]
param a = 0.2
param b = 1
p = a*x + b
loss = mse(p, y)`

/** One sample: every number of a step can be told by heart. */
const NEURON = `data x = 1
data t = 2.4
param w = 0
param b = 0
y = w*x + b
loss = (y - t)^2`

/** Two targets for each row: the shapes would fit three classes and their points the other way round. */
const SCORES = `data X = randn([8, 3], 5)
data t = zeros(8, 2)
param W = zeros(3, 2)
loss = mse(X @ W, t)`

const VALLEYS = 'param w = 2\nloss = w^4 - 2*w^2'

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Train' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A figure of the run so far. */
const figure = async (page: Page, title: string): Promise<number> =>
  Number(await page.locator(`[data-figure="${title}"] data`).getAttribute('value'))

const settings = async (page: Page) => {
  if (!(await page.getByRole('combobox', { name: 'Optimizer' }).isVisible())) await page.getByText('Settings').click()
}

const atFullPace = (page: Page) => page.getByRole('combobox', { name: 'Pace' }).selectOption('full')
const transport = (page: Page) => page.locator('.transport-label')

/** Opens the chapter on a program, ready for its first step. */
async function ready(page: Page, open: (fragment: string) => Promise<void>, source: string): Promise<void> {
  await open(link({ program: source, tab: 'train' }))
  await expect(button(page, 'Run training')).toBeEnabled()
}

test('training compiles its passes to WebAssembly under the policy of the page', async ({ page, open }) => {
  await ready(page, open, MOONS)
  const worker = page.workers().find((each) => each.url().includes('train.worker'))
  await worker?.evaluate(() => {
    const { Instance } = WebAssembly
    const passes: WebAssembly.Exports[] = []
    Object.assign(self, { passes })
    WebAssembly.Instance = class extends Instance {
      constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
        super(module, imports)
        passes.push(this.exports)
      }
    }
  })
  await atFullPace(page)
  await button(page, 'Run training').click()
  const compiled = () =>
    worker?.evaluate(() =>
      (self as unknown as { passes: WebAssembly.Exports[] }).passes.map((each) => Object.keys(each)),
    )
  await expect.poll(compiled).toContainEqual(['evaluate', 'pull'])
})

test('a network learns two moons while the graph stays live, and stops where it is told', async ({ page, open }) => {
  await ready(page, open, MOONS)
  await expect(panel(page)).toContainText('X and Y: as the program has them')
  await press(page, 'Train on “two moons”')
  await expect(panel(page)).toContainText('X: the points (x1, x2); Y: the class, a column for each of 2.')
  await expect(page.getByRole('img', { name: /^Predicted classes over X\[:, 0\] and X\[:, 1\]/ })).toBeVisible()
  await atFullPace(page)
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
  const current = panel(page).locator('li[aria-current="step"]')
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
  await expect(page.getByRole('tab', { name: 'Train' })).toHaveAttribute('aria-selected', 'true')
  await expect(region(page, 'Reverse').locator(`[data-node][data-value="${loss}"]`)).toBeVisible()
  await press(page, 'Go to end')
  const adjoint = Number(await node(region(page, 'Reverse'), 'b').getAttribute('data-adjoint'))
  const row = page.getByRole('table', { name: 'Gradient magnitudes' }).getByRole('row', { name: /^b/ })
  const magnitude = Number(await row.locator('data').getAttribute('value'))
  expect(Math.abs(Math.abs(adjoint) - magnitude)).toBeLessThan(1e-12 * Math.max(1, magnitude))
})

test('a run that diverges stops, says where, and goes on from its last good parameters', async ({ page, open }) => {
  await ready(page, open, LINE)
  await settings(page)
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('1e6')
  await atFullPace(page)
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

  const others = 'x, y\n3, 6\n4, 8'
  await page.evaluate(
    (to) => location.assign(to),
    link({ tab: 'train', dataset: 'pasted', rows: others, unfolded: 'settings' }),
  )
  await expect(page.getByRole('textbox', { name: 'Pasted rows' })).toHaveValue(others)
  await expect(problems).toHaveCount(0)
})

test('data sets that do not fit say what the program would need', async ({ page, open }) => {
  await ready(page, open, LINE)
  await settings(page)
  await expect(page.getByRole('option', { name: 'two moons' })).toBeDisabled()
  await page.getByText('8 data sets do not fit').click()
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
  await page.getByRole('checkbox', { name: 'Loss surface' }).check()
  await page.getByRole('checkbox', { name: 'Fit' }).uncheck()
  await expect(page.getByRole('img', { name: /^Predicted y over x/ })).toHaveCount(0)
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

test('the steps of the loop are those of the graph and the transport', async ({ page, open }) => {
  await ready(page, open, NEURON)
  const graph = region(page, 'Reverse')
  const parameters = panel(page).getByRole('list', { name: 'Parameters' })
  await press(page, 'Next training step')
  await expect(transport(page)).toHaveText('Primal pass, step 8 of 8')
  await expect(node(graph, 'w')).not.toHaveAttribute('data-adjoint')
  await press(page, 'Next training step')
  await expect(transport(page)).toHaveText(/^Reverse mode, loss, step (\d+) of \1$/)
  await expect(node(graph, 'w')).toHaveAttribute('data-adjoint', '-4.8')
  await expect(parameters).toHaveText('w: 0 − 0.1·(−4.8)b: 0 − 0.1·(−4.8)')
  await press(page, 'Next training step')
  await expect(parameters).toHaveText('w: 0 − 0.1·(−4.8) = 0.48b: 0 − 0.1·(−4.8) = 0.48')
  await expect(node(graph, 'w')).toHaveAttribute('data-value', '0.48')
  await expect(transport(page)).toHaveText('Primal pass, step 4 of 8')
  // The address leads back to this very step of the run.
  await expect(page).toHaveURL(/[&#]trained=3(&|$)/)
  await page.reload()
  await expect(node(graph, 'w')).toHaveAttribute('data-value', '0.48')
  await expect(transport(page)).toHaveText('Primal pass, step 4 of 8')
  await expect(panel(page).getByText('1 update made')).toBeAttached()
  await page.getByRole('radio', { name: 'Forward' }).click()
  await press(page, 'Next training step')
  await press(page, 'Next training step')
  await expect(panel(page)).toContainText('The graph shows forward mode')
  await expect(transport(page)).toHaveText('Primal pass, step 8 of 8')
  await press(page, 'Show reverse mode')
  await expect(graph).toBeVisible()
  await press(page, 'Reset training')
  await expect(node(graph, 'w')).toHaveAttribute('data-value', '0')
  await expect(transport(page)).toHaveText('Primal pass, step 0 of 8')
})

test.describe('where things may move', () => {
  test.use({ motion: true })
  test('at a slow pace each pass is played, until it is paused there', async ({ page, open }) => {
    await ready(page, open, NEURON)
    await page.getByRole('combobox', { name: 'Pace' }).selectOption('1 a second')
    await press(page, 'Run training')
    await expect(transport(page)).toHaveText(/^Primal pass, step [1-7] of 8/)
    await expect(transport(page)).toHaveText(/^Reverse mode, loss, step [1-6] of/)
    await expect(panel(page).getByRole('list', { name: 'Parameters' })).toContainText(/w: \S+ − 0\.1·\(−\d\S*\) = \d/)
    await press(page, 'Pause training')
    await expect(button(page, 'Run training')).toBeVisible()
    expect(await figure(page, 'Updates')).toBeLessThan(20)
  })
})

test('a run stops at a minimum, says so, and goes on where that is wished', async ({ page, open }) => {
  await ready(page, open, VALLEYS)
  await atFullPace(page)
  await press(page, 'Run training')
  await expect(panel(page)).toContainText(/At a minimum: the gradient’s norm is \d/)
  await expect(button(page, 'Run training')).toBeEnabled()
  await expect(transport(page)).toHaveText(/^Reverse mode, loss, step (\d+) of \1$/)
  const stopped = await figure(page, 'Updates')
  await page.getByRole('checkbox', { name: 'Gradients' }).check()
  await expect(panel(page)).toContainText(/All gradients have come down to .* or less/)
  await press(page, 'Go on')
  await expect.poll(() => figure(page, 'Updates')).toBeGreaterThan(stopped)
  await press(page, 'Pause training')
})

test('the program’s own data are learnt from, and go by their own names', async ({ page, open }) => {
  await ready(page, open, LINE.replaceAll(/\bx\b/g, 'hours').replaceAll(/\by\b/g, 'mark'))
  await expect(panel(page)).toContainText('hours: the feature; mark: the number to predict, the program’s own 5 rows.')
  await expect(page.getByRole('img', { name: /^Predicted mark over hours/ })).toBeVisible()
  await write(page, SCORES)
  await expect(panel(page)).toContainText('X and t: as the program has them, in every update.')
  await press(page, 'Next update')
  await expect.poll(() => figure(page, 'Updates')).toBe(1)
  const entry = await node(region(page, 'Reverse'), 't').getAttribute('data-value')
  expect(new Set(JSON.parse(entry ?? '[]').flat())).toEqual(new Set([0]))
  await settings(page)
  await expect(page.getByRole('option', { name: 'three blobs' })).toBeDisabled()
})

test('a program without parameters says what to write, writes it, and opens a network', async ({ page, open }) => {
  await open(link({ program: 'x = 2\nf = x^2', tab: 'train' }))
  await expect(page.getByRole('alert')).toContainText('param w = 0.5')
  await press(page, 'Make x a parameter')
  await expect(program(page)).toContainText('param x = 2')
  await expect(button(page, 'Run training')).toBeEnabled()
  await write(page, 'x = 2\nf = x^2')
  await page.getByRole('button', { name: /^Open “A network/ }).click()
  await expect(program(page)).toContainText('param W1')
  await expect(button(page, 'Run training')).toBeEnabled()
})

for (const theme of ['light', 'dark', 'projector'])
  for (const [size, width] of [
    ['wide', 1440],
    ['narrow', 390],
  ] as const)
    test(`axe finds no violation in the chapter: ${theme}, ${size}`, async ({ page, open, axe }) => {
      await page.setViewportSize({ width, height: 860 })
      await open(link({ program: width < 1000 ? MOONS : VALLEYS, tab: 'train', theme }))
      await settings(page)
      await press(page, 'Next update')
      await expect.poll(() => figure(page, 'Updates')).toBe(1)
      expect(await axe(page)).toEqual([])
    })

test('at 320 px nothing of the chapter scrolls sideways', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await ready(page, open, MOONS)
  await settings(page)
  await press(page, 'Next update')
  await expect.poll(() => figure(page, 'Updates')).toBe(1)
  expect(await panel(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
})
