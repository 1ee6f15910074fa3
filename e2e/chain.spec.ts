import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, node, press, program, region, tab } from './page.ts'

const BOOK = 'x1 = 1.5\nx2 = 0.5\ny = (sin(x1/x2) + x1/x2 - exp(x2))*(x1/x2 - exp(x2))'
const NETWORK = 'data x = [0.5, -1]\nparam W = [[0.1, 0.2], [0.4, -0.5], [0.3, 0.7]]\nf = sum(tanh(W @ x))'

const at = (source: string, view: string, more: Record<string, string | number> = {}) =>
  link({ program: source, tab: 'chain', view, ...more })
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Chain rule' })
const stage = (page: Page) => page.getByRole('region', { name: 'Stage' })

test('every view opens from the chooser, explains itself and names its source', async ({ page, open }) => {
  await open(link({ program: LECTURE }))
  await tab(page, 'Chain rule')
  for (const [view, source] of [
    ['Paths', 'Bauer'],
    ['Layers', 'Griewank'],
    ['Orders', 'Kahn'],
    ['Patterns', 'CS231n'],
    ['Duality', 'Bauer'],
    ['Elimination', 'Griewank'],
  ]) {
    await panel(page).getByRole('radio', { name: view }).check()
    await expect(panel(page)).toContainText(source)
  }
})

test('the paths of a derivative add up to it, and light up in the graph', async ({ page, open }) => {
  await open(at(LECTURE, 'paths'))
  const paths = page.getByRole('listbox', { name: 'Paths' })
  await expect(paths.getByRole('option')).toHaveCount(2)
  await expect(panel(page)).toContainText('✓ equals the derivative by automatic differentiation')
  await expect(panel(page).locator('.chain-result data')).toHaveAttribute('value', String(Math.cos(2) + 3))
  const pane = region(page, 'Reverse')
  await expect(pane.locator('.edge[data-tone="soft"]')).toHaveCount(4)
  await paths.focus()
  await page.keyboard.press('ArrowDown')
  await expect(paths.getByRole('option', { selected: true })).toContainText('x₁ → v₁ → f')
  await expect(pane.locator('.edge[data-tone="strong"]')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(pane.locator('.edge[data-tone="strong"]')).toHaveCount(0)
  await panel(page).getByRole('combobox', { name: 'Input' }).selectOption('x2')
  await expect(paths.getByRole('option')).toHaveCount(1)
  await tab(page, 'Step')
  await expect(pane.locator('[data-tone]')).toHaveCount(0)
})

test('a hundred diamonds have more paths than could be listed, counted exactly', async ({ page, open }) => {
  await open(at(LECTURE, 'paths'))
  await press(page, 'A chain of diamonds')
  await expect(panel(page)).toContainText('2 paths')
  await press(page, 'One more diamond')
  await expect(panel(page)).toContainText('4 paths')
  await press(page, '100 diamonds')
  await expect(panel(page)).toContainText(/1.267.650.600.228.229.401.496.703.205.376 paths/)
  const costs = page.getByRole('table', { name: 'What the sum costs' })
  await expect(costs.locator('tbody tr').last().locator('data').first()).toHaveAttribute('value', '398')
})

test('paths between whole arrays multiply Jacobians, those between entries numbers', async ({ page, open }) => {
  await open(at(NETWORK, 'paths', { from: 'W', to: 'f' }))
  await expect(panel(page)).toContainText('a product of Jacobians, 1×6')
  await expect(panel(page)).toContainText('✓ equals the Jacobian')
  await panel(page).getByRole('combobox', { name: 'Entry of W' }).selectOption('W[1,0]')
  await expect(panel(page)).toContainText('✓ equals the derivative')
})

test('a link leads back to the view, the derivative and the path', async ({ page, open }) => {
  await open(at(LECTURE, 'paths', { from: 'x1', to: 'f', path: 1 }))
  await expect(page.getByRole('listbox', { name: 'Paths' }).getByRole('option', { selected: true })).toContainText(
    'x₁ → v₂ → f',
  )
  await panel(page).getByRole('radio', { name: 'Layers' }).check()
  await expect.poll(() => page.url()).toContain('view=layers')
})

test('layers multiply to the Jacobian in any bracketing, at their own cost', async ({ page, open }) => {
  await open(at(BOOK, 'layers'))
  await expect(panel(page)).toContainText('2 → 2 → 4 → 3 → 2 → 1')
  const cost = panel(page).getByRole('status').locator('data')
  await press(page, 'All')
  await expect(cost).toHaveAttribute('value', '56')
  await expect(panel(page)).toContainText('✓ equals the Jacobian')
  await press(page, 'Start again')
  await panel(page).getByRole('radio', { name: 'From the left' }).check()
  await press(page, 'All')
  await expect(cost).toHaveAttribute('value', '30')
  await press(page, 'Start again')
  for (let factors = 5; factors > 1; factors--)
    await page
      .getByRole('button', { name: /^Multiply/ })
      .last()
      .click()
  await expect(panel(page)).toContainText('✓ equals the Jacobian')
})

test('another topological order has the same numbers, and its own steps', async ({ page, open }) => {
  await open(at(LECTURE, 'orders'))
  await expect(panel(page)).toContainText('5 topological orders')
  await press(page, 'Another order')
  await expect(panel(page)).toContainText('✓ equals values and derivatives in the tape’s own order')
  await expect(node(region(page, 'Reverse'), 'v3')).toHaveAttribute('data-value', String(Math.sin(2) + 6))
  await press(page, 'The tape’s own order')
  await expect(panel(page).locator('.chain-tape').first()).toHaveText('x₁x₂v₁v₂v₃')
})

test('an undirected cycle is shown, a directed one is refused by name and taken out again', async ({ page, open }) => {
  await open(at(LECTURE, 'orders'))
  await press(page, 'Show it in the graph')
  await expect(region(page, 'Reverse').locator('.edge[data-tone="strong"]')).toHaveCount(4)
  await press(page, 'Write a cycle into the program')
  await expect(panel(page)).toContainText('cycle_a → cycle_b → cycle_a')
  await expect(program(page)).toContainText('cycle_a')
  await press(page, 'Take the cycle out again')
  await expect(program(page)).not.toContainText('cycle_a')
})

test('a pattern lights its nodes, and a step of the adjoint pass names what its node does', async ({ page, open }) => {
  await open(at('x = 3\ny = -4\nz = 2\nw = -1\nf = 2*(x*y + max(z, w))', 'patterns'))
  const pane = region(page, 'Reverse')
  await panel(page)
    .getByRole('checkbox', { name: /Max routes/ })
    .check()
  await expect(pane.locator('.node[data-tone="strong"]')).toHaveCount(1)
  await expect(pane.locator('.partial[data-tone]').filter({ hasText: 'nothing' })).toHaveCount(1)
  await expect(pane.locator('.partial[data-tone]').filter({ hasText: 'taken' })).toHaveCount(1)
  await panel(page)
    .getByRole('checkbox', { name: /Max routes/ })
    .uncheck()
  await press(page, 'Go to the adjoint pass')
  await press(page, 'Next step')
  await press(page, 'Next step')
  await expect(panel(page)).toContainText('At v₃, add')
  await expect(panel(page)).toContainText('distributor')
})

test('the adjoint graph is the linearised graph turned round, and a program whose outputs are the gradient', async ({
  page,
  open,
}) => {
  await open(at(LECTURE, 'duality'))
  const adjoint = stage(page).getByRole('group', { name: 'Adjoint graph' })
  await expect(adjoint.getByRole('img', { name: 'adjoint of x1, 2.584, SUM' })).toBeVisible()
  await expect(
    stage(page).getByRole('group', { name: 'Linearised graph' }).getByRole('img', { name: 'tangent of x1, COPY' }),
  ).toBeVisible()
  await expect(panel(page)).toContainText('✓ equals the gradient')
  await press(page, 'Turn back')
  await expect(adjoint).toHaveCount(0)
  await press(page, 'Turn round')
  await expect(adjoint).toBeVisible()
  await press(page, 'Open as a program')
  await expect(program(page)).toContainText('x1_bar')
})

test('the game: vertices are eliminated by key, undone, compared with the best order', async ({ page, open }) => {
  await open(at(BOOK, 'elimination'))
  const vertices = stage(page).getByRole('button', { name: /^Eliminate/ })
  await expect(vertices).toHaveCount(6)
  await stage(page)
    .getByRole('button', { name: /^Eliminate v2/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(vertices).toHaveCount(5)
  await expect(stage(page).getByRole('button', { name: /^Eliminate v3/ })).toBeFocused()
  await expect(panel(page)).toContainText('1 multiplication, 5 inner vertices left')
  await press(page, 'Undo')
  await expect(vertices).toHaveCount(6)
  await press(page, 'Play Forward mode')
  await expect(panel(page)).toContainText('16 multiplications. The best order takes 9: 7 multiplications fewer.')
  await expect(panel(page)).toContainText('✓ equals the Jacobian')
  await press(page, 'Play Best')
  await expect(panel(page)).toContainText('9 multiplications. No order takes fewer.')
})

test.describe('with motion', () => {
  test.use({ motion: true })

  test('an order is played vertex after vertex, until something else is done', async ({ page, open }) => {
    await page.clock.install()
    await open(at(BOOK, 'elimination'))
    const score = panel(page).getByRole('status').first()
    await press(page, 'Play Best')
    await expect(score).toContainText('inner vert')
    await press(page, 'Undo')
    const left = await score.textContent()
    await page.clock.fastForward(5000)
    await expect(score).toHaveText(left ?? '')
    await press(page, 'Play Best')
    await expect(score).toContainText('No order takes fewer.')
  })
})

test('a link restores the game, the product and the patterns where they stood', async ({ page, open, browser }) => {
  await open(at(BOOK, 'elimination'))
  await stage(page)
    .getByRole('button', { name: /^Eliminate v2/ })
    .click()
  await stage(page)
    .getByRole('button', { name: /^Eliminate v1/ })
    .click()
  // Both of them: the link follows each.
  await expect.poll(() => page.url()).toMatch(/gone=\d+\.\d+/)
  const elsewhere = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await elsewhere.goto(page.url())
  await expect(panel(elsewhere)).toContainText('4 inner vertices left')
  await elsewhere.goto('about:blank')
  await panel(page).getByRole('radio', { name: 'Layers' }).check()
  await panel(page).getByRole('radio', { name: 'From the left' }).check()
  await press(page, 'Next product')
  await expect.poll(() => page.url()).toContain('bracketing=left&products=')
  await elsewhere.goto(page.url())
  await expect(panel(elsewhere).getByRole('radio', { name: 'From the left' })).toBeChecked()
  await expect(elsewhere.getByRole('group', { name: 'Product of Jacobians' })).toContainText('J₅J₄')
  await elsewhere.goto('about:blank')
  await panel(page).getByRole('radio', { name: 'Patterns' }).check()
  await panel(page)
    .getByRole('checkbox', { name: /Multiply switches/ })
    .check()
  await expect.poll(() => page.url()).toContain('patterns=switcher')
  await elsewhere.goto(page.url())
  await expect(panel(elsewhere).getByRole('checkbox', { name: /Multiply switches/ })).toBeChecked()
})

test('steps of a link that the program does not allow are ignored with a notice', async ({ page, open }) => {
  await open(at(BOOK, 'elimination', { gone: '4.4.5' }))
  await expect(page.getByRole('list', { name: 'Notices' })).toContainText('steps that this program does not allow')
  await expect(panel(page)).toContainText('5 inner vertices left')
})

test('the stage shows a large graph at reading size and on demand whole, and is zoomed by keyboard and dragged by the pointer', async ({
  page,
  open,
}) => {
  const chain = ['x0 = 1', ...Array.from({ length: 40 }, (_, k) => `x${k + 1} = sin(x${k}) + 0.3*x${k}`)].join('\n')
  await open(at(chain, 'elimination'))
  const last = stage(page).getByRole('img', { name: /^x40/ })
  const first = stage(page).getByRole('img', { name: /^x0/ })
  await expect(first).toBeInViewport({ ratio: 0.99 })
  await expect(last).not.toBeInViewport()
  await page.getByRole('button', { name: 'Fit' }).press('Enter')
  await expect(last).toBeInViewport({ ratio: 0.99 })
  await expect(first).toBeInViewport({ ratio: 0.99 })
  for (let zoom = 0; zoom < 8; zoom++) await page.getByRole('button', { name: 'Zoom in' }).press('Enter')
  await expect(first).not.toBeInViewport()
  await stage(page)
    .getByRole('button', { name: /^Eliminate v60,/ })
    .focus()
  await page.keyboard.press('Home')
  await expect(first).toBeInViewport()
  const middle = async () => {
    const { x, y, width, height } = (await first.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    return { x: x + width / 2, y: y + height / 2 }
  }
  const { x, y } = await middle()
  await page.mouse.move(x + 90, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y - 60, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await middle()).x).toBeCloseTo(x - 50, 0)
  expect((await middle()).y).toBeCloseTo(y - 60, 0)
  await page.getByRole('button', { name: 'Fit' }).press('Enter')
  await expect(last).toBeInViewport({ ratio: 0.99 })
})

const TWO_LAYERS = `data x1 = 1
data x2 = -1
data t = 1
param w11 = 0.5
param w12 = -0.4
param b1 = 0.1
param w21 = 0.3
param w22 = 0.8
param b2 = -0.2
param u1 = 0.7
param u2 = -0.6
param c = 0
h1 = tanh(w11*x1 + w12*x2 + b1)
h2 = tanh(w21*x1 + w22*x2 + b2)
o = sigmoid(u1*h1 + u2*h2 + c)
loss = (o - t)^2`
const LOGISTIC = `w1 = 0.4
w2 = -0.3
b = 0.1
x11 = 1.2
x12 = -0.7
x21 = -0.5
x22 = 0.9
z1 = w1*x11 + w2*x12 + b
z2 = w1*x21 + w2*x22 + b
p1 = 1/(1 + exp(-z1))
p2 = 1/(1 + exp(-z2))
loss = -(1*log(p1) + (1 - 1)*log(1 - p1) + 0*log(p2) + (1 - 0)*log(1 - p2))/2`

/** Of the texts of the stage: the least size in px, and how many numbers stand on edges. */
const texts = (page: Page) =>
  stage(page).evaluate((element) => {
    const shown = [...element.querySelectorAll<SVGTextElement>('[role="group"] text')].filter(
      (text) => text.textContent && text.checkVisibility({ visibilityProperty: true }),
    )
    const sizeOf = (text: SVGTextElement) => {
      const { a, b } = text.getScreenCTM() as DOMMatrix
      return Number.parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b)
    }
    return { least: Math.min(...shown.map(sizeOf)), partials: shown.filter((text) => text.matches('.partial')).length }
  })

test('texts of the stage keep their size however large the graph is, and keys lead to what is not seen', async ({
  page,
  open,
}) => {
  for (const [theme, width, height, least] of [
    ['light', 1440, 900, 12],
    ['projector', 1280, 720, 16],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const [source, edges] of [
      [TWO_LAYERS, 30],
      [LOGISTIC, 42],
    ] as const)
      for (const [view, graphs] of [
        ['duality', 2],
        ['elimination', 1],
      ] as const) {
        await page.goto('about:blank')
        await open(at(source, view, { theme }))
        const graph = stage(page).getByRole('group', { name: 'Linearised graph', exact: true })
        const output = graph.getByRole('img', { name: /\bloss\b/ })
        await expect.poll(async () => (await texts(page)).partials).toBe(graphs * edges)
        expect((await texts(page)).least).toBeGreaterThan(least - 0.01)
        await expect(output).not.toBeInViewport()
        await graph.getByRole('img', { name: /\bx1/ }).first().focus()
        for (let steps = 0; steps < 20; steps++) await page.keyboard.press('ArrowDown')
        await expect(output).toBeFocused()
        await expect(output).toBeInViewport({ ratio: 0.9 })
      }
  }
})

test('what cannot be drawn is said, with what to do', async ({ page, open }) => {
  const large = 'W = ones(40, 40)\nx = ones(40)\nf = sum(tanh(W @ x))'
  await open(at(large, 'duality'))
  await expect(panel(page)).toContainText('make its arrays smaller')
  await panel(page).getByRole('radio', { name: 'Elimination' }).check()
  await expect(stage(page)).toContainText('Make its arrays smaller')
})

for (const view of ['paths', 'layers', 'orders', 'patterns', 'duality', 'elimination'])
  test(`${view}: nothing is found by axe, and nothing scrolls sideways at 320 px`, async ({ page, open, axe }) => {
    await open(at(BOOK, view))
    await expect(panel(page).locator('cite')).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    await expect(page.getByRole('tab', { name: 'Program' })).toBeVisible()
    await expect(panel(page).locator('cite')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await panel(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
  })
