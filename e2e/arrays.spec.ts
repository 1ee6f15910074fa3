import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, node, press, program, region, write } from './page.ts'

const SOURCE = 'W = [[1, 2], [3, 4]]\nx = [1, -1]\ns(a) = 1/(1 + exp(-a))\nh = s(W @ x)\nf = sum(h^2)'
const reverse = (page: Page) => region(page, 'Reverse')
const entries = async (page: Page, name: string, attribute: string): Promise<unknown> =>
  JSON.parse((await node(reverse(page), name).getAttribute(attribute)) ?? 'null')

/** The gradient of sum(s(W x)²), written out by hand: ∂f/∂W[i,j] = 2·h³ᵢ·(1 − hᵢ)·xⱼ … with s′ = s(1 − s). */
function byHand(W: number[][], x: number[]): { W: number[][]; x: number[] } {
  const h = W.map((row) => 1 / (1 + Math.exp(-(row[0] * x[0] + row[1] * x[1]))))
  const z = h.map((s) => 2 * s * s * (1 - s))
  return { W: z.map((d) => x.map((each) => d * each)), x: [0, 1].map((j) => z[0] * W[0][j] + z[1] * W[1][j]) }
}

const expectClose = (seen: unknown, known: number[] | number[][]) => {
  const [a, b] = [seen as number[] | number[][], known].map((value) => value.flat())
  expect(a).toHaveLength(b.length)
  for (const [i, each] of a.entries()) expect(each).toBeCloseTo(b[i], 12)
}

test('each node says its shape, and an adjoint has the shape of its value', async ({ page, open }) => {
  await open(link({ program: SOURCE, mode: 'reverse' }))
  await press(page, 'Go to end')
  await expect(node(reverse(page), 'W')).toHaveAccessibleName(/^W, input, 2×2 matrix, value 1, 2, 3 and 4/)
  await expect(node(reverse(page), 'v1')).toHaveAccessibleName(/^v1, matrix product, 2-vector/)
  const known = byHand(
    [
      [1, 2],
      [3, 4],
    ],
    [1, -1],
  )
  await expect(node(reverse(page), 'W')).toHaveAttribute('data-adjoint', /^\[\[/)
  expectClose(await entries(page, 'W', 'data-adjoint'), known.W)
  expectClose(await entries(page, 'x', 'data-adjoint'), known.x)
})

test('an array of up to 4×4 shows its numbers in the node, and its adjoint in numbers beside it', async ({
  page,
  open,
}) => {
  await open(link({ program: SOURCE, mode: 'reverse' }))
  await press(page, 'Go to end')
  const shown = (name: string, what: string) =>
    reverse(page)
      .locator('.node', { has: page.locator(`[data-node="${name}"]`) })
      .locator(`[data-shows="${what}"]`)
  await expect(shown('W', 'value')).toHaveText(['1', '2', '3', '4'])
  await expect(shown('x', 'value')).toHaveText(['1', '−1'])
  const { W } = byHand(
    [
      [1, 2],
      [3, 4],
    ],
    [1, -1],
  )
  const adjoints = await shown('W', 'adjoint').allTextContents()
  const [sign, ...numbers] = adjoints
  expect(sign).toBe('◂')
  for (const [i, each] of W.flat().entries()) expect(Number(numbers[i].replace('−', '-')) / each).toBeCloseTo(1, 1)
  const [one, two, three] = await shown('W', 'value').evaluateAll((texts) =>
    texts.map((text) => text.getBoundingClientRect()),
  )
  expect([two.top, three.left]).toEqual([one.top, one.left])
})

test('a larger array has a scale, and says how far its numbers reach where it has the focus, and each under the pointer', async ({
  page,
  open,
}) => {
  await open(link({ program: 'x = [1, -2, 3, 0.5, 4, -7]\nf = sum(x^2)', mode: 'reverse' }))
  await press(page, 'Go to end')
  const x = reverse(page).locator('.node', { has: page.locator('[data-node="x"]') })
  await expect(x.locator('[data-shows="value"]')).toHaveText('■ 7')
  await expect(x.locator('[data-shows="adjoint"]').last()).toHaveText('■ 14')
  const glass = page.locator('.glass')
  await node(reverse(page), 'x').focus()
  await expect(glass).toContainText('−7 … 4')
  await expect(glass).toContainText('◂ −14 … 8')
  const box = await x.locator('.cells-frame').first().boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + ((box?.height ?? 0) * 1.5) / 6)
  await expect(glass).toContainText('[1] −2')
  await expect(glass).toContainText('◂ [1] −4')
})

test('an entry of an input is set by its field: text, values and adjoints follow', async ({ page, open }) => {
  await open(link({ program: SOURCE, mode: 'reverse' }))
  await press(page, 'Go to end')
  const field = page.getByRole('spinbutton', { name: 'W[1,0]' })
  await field.fill('-2')
  await field.press('Enter')
  await expect(program(page)).toContainText('W = [[1, 2], [-2, 4]]')
  await expect(node(reverse(page), 'W')).toHaveAttribute('data-value', '[[1,2],[-2,4]]')
  const known = byHand(
    [
      [1, 2],
      [-2, 4],
    ],
    [1, -1],
  )
  await expect.poll(async () => ((await entries(page, 'x', 'data-adjoint')) as number[])[0]).toBeCloseTo(known.x[0], 12)
})

test('a module opens in place to any depth and closes again; a link leads back to what was open', async ({
  page,
  open,
  browser,
}) => {
  await open(link({ program: 'g(a) = sigmoid(a)^2\nx = 0.5\nf = g(x)', mode: 'reverse' }))
  const graph = reverse(page).getByRole('group', { name: 'Graph' })
  const nodes = graph.locator('[data-id]')
  await expect(node(reverse(page), 'v1')).toHaveAccessibleName(/^v1, g, operand x/)
  await expect(nodes).toHaveCount(2)

  await graph.getByRole('button', { name: 'Open g' }).click()
  await expect(node(reverse(page), 'v1')).toHaveAccessibleName(/sigmoid/)
  await graph.getByRole('button', { name: 'Open sigmoid' }).click()
  await expect(nodes).not.toHaveCount(4)
  await press(page, 'Go to end')
  const s = 1 / (1 + Math.exp(-0.5))
  await expect
    .poll(async () => Number(await node(reverse(page), 'x').getAttribute('data-adjoint')))
    .toBeCloseTo(2 * s * s * (1 - s), 12)

  const many = await nodes.count()
  await press(page, 'Share')
  const address = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(address)
  await expect(region(elsewhere, 'Reverse').locator('[data-id]')).toHaveCount(many)

  await page.keyboard.press('Escape')
  await graph.getByRole('button', { name: 'Close g' }).click()
  await expect(nodes).toHaveCount(2)
})

test('O opens and C closes the node that has the focus', async ({ page, open }) => {
  await open(link({ program: 'x = 0.5\nf = sigmoid(x)', mode: 'reverse' }))
  const nodes = reverse(page).locator('[data-id]')
  await expect(nodes).toHaveCount(2)
  await node(reverse(page), 'v1').focus()
  await page.keyboard.press('o')
  await expect(nodes).not.toHaveCount(2)
  await page.keyboard.press('c')
  await expect(nodes).toHaveCount(2)
  await expect(node(reverse(page), 'v1')).toBeFocused()
})

test('arrays written out as numbers have the same derivatives, entry by entry, and go back', async ({ page, open }) => {
  await open(link({ program: SOURCE, mode: 'reverse' }))
  await press(page, 'Go to end')
  await expect(node(reverse(page), 'W')).toHaveAttribute('data-adjoint', /^\[\[/)
  const known = (await entries(page, 'W', 'data-adjoint')) as number[][]
  await press(page, 'Write arrays as numbers')
  await expect(node(reverse(page), 'W[1,0]')).toBeVisible()
  await press(page, 'Go to end')
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])
    await expect
      .poll(async () => Number(await node(reverse(page), `W[${i},${j}]`).getAttribute('data-adjoint')))
      .toBeCloseTo(known[i][j], 12)
  await press(page, 'Write arrays as numbers')
  await expect(node(reverse(page), 'W')).toBeVisible()
  await press(page, 'Go to end')
  await expect.poll(() => entries(page, 'W', 'data-adjoint')).toEqual(known)
})

test('a local Jacobian opens as a matrix with its structure, in either layout', async ({ page, open }) => {
  const source = 'W = [[1, 2, 3], [4, 5, 6]]\nx = [1, -1, 2]\nf = sum(W @ x)'
  await open(link({ program: source, mode: 'reverse', pass: 'f', step: 3, tab: 'step' }))
  const jacobian = page.getByRole('region', { name: 'Local Jacobian' })
  await jacobian.getByText('∂v₁/∂x').click()
  const rows = jacobian.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.first().getByRole('cell')).toHaveText(['1', '2', '3'])
  await jacobian.getByRole('checkbox', { name: 'Denominator layout' }).check()
  await expect(rows).toHaveCount(3)
  await expect(rows.first().getByRole('cell')).toHaveText(['1', '4'])
})

test('a large array shows all its numbers on demand', async ({ page, open }) => {
  await open(link({ program: 'W = zeros(8, 8) + 0.25\nf = sum(W*W)', mode: 'reverse' }))
  await page.getByRole('tab', { name: 'Trace' }).click()
  await page
    .getByRole('button', { name: /^Show numbers: .*8×8/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /8×8/ })
  await expect(dialog.getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('shapes that do not fit are said, both and where they come from; the last graph stays', async ({ page, open }) => {
  await open(link({ program: SOURCE, mode: 'reverse' }))
  await expect(node(reverse(page), 'v1')).toBeVisible()
  await write(page, SOURCE.replace('[1, -1]', '[1, -1, 2]'))
  const problem = page.getByRole('list', { name: 'Problems' }).getByRole('listitem').first()
  await expect(problem).toContainText('2×2')
  await expect(problem).toContainText('3')
  await expect(problem).toContainText('line 2')
  await expect(node(reverse(page), 'v1')).toBeVisible()
})

for (const [look, width] of [
  ['light', 1440],
  ['dark', 390],
] as const)
  test(`arrays have no barriers: ${look}, ${width} px`, async ({ page, open, axe }) => {
    await page.emulateMedia({ colorScheme: look })
    await page.setViewportSize({ width, height: 900 })
    await open(link({ program: SOURCE, mode: 'reverse', pass: 'f', step: 3 }))
    await page.getByRole('tab', { name: 'Step' }).click()
    await expect(page.locator('.katex').first()).toBeVisible()
    expect(await axe(page)).toEqual([])
  })

test('what a node of an array was about to say is not said by the node that takes its place', async ({
  page,
  open,
}) => {
  await page.clock.install()
  await open(
    link({ program: 'u = [1, 2, 3]\nk = 2\nf = sum(u*u)*k\ng = u*k', mode: 'forward', pass: 'u[1]', step: 99 }),
  )
  const v1 = node(region(page, 'Forward'), 'v1')
  await expect(v1).toHaveAttribute('data-value', '[1,4,9]')
  await page.evaluate(
    (next) => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }))
      location.assign(next)
    },
    link({ program: 'x2 = 5\nx1 = 2\nf = ln(x1*x2) + x1' }),
  )
  await expect(v1).toHaveAttribute('data-value', '10')
  await page.clock.fastForward(1000)
  await expect(v1).toHaveAttribute('data-value', '10')
})
