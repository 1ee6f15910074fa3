import { expect, test } from './fixtures.ts'
import { jacobian, node, press, program, region, tally, write } from './page.ts'

test('the graph follows what is typed: several lines, inputs and outputs', async ({ page, open }) => {
  await open()
  await write(page, 'a = 2\nb = 5\nc = a*b\nd = exp(a) - c\ne1 = c^2')
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 2 passes.')
  await expect(node(region(page, 'Forward'), 'v1')).toHaveAttribute('data-value', '10')
  await press(page, 'Go to end')
  const cells = await jacobian(page)
  expect(cells['e1/a']).toBe(100)
  expect(cells['d/b']).toBe(-2)
})

test('a broken line keeps the last graph, marked out of date, and says what to do', async ({ page, open }) => {
  await open()
  await write(page, 'x = 3\nf = x*')
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem')).not.toHaveCount(0)
  await expect(page.getByText(/out of date/i).first()).toBeVisible()
  await expect(region(page, 'Forward').locator('[data-node]')).not.toHaveCount(0)
  await program(page).press('End')
  await page.keyboard.type('x')
  await expect(node(region(page, 'Forward'), 'v1')).toHaveAttribute('data-value', '9')
  await expect(page.getByText(/out of date/i)).toHaveCount(0)
})

test('a quick fix mends the program', async ({ page, open }) => {
  await open()
  await write(page, 'x = 2\nf = sqart(x)')
  const problems = page.getByRole('list', { name: 'Problems' })
  await problems.getByRole('button', { name: /sqrt/ }).last().click()
  await expect(program(page)).toContainText('f = sqrt(x)')
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', String(Math.sqrt(2)))
})

test('an input’s slider and number field change values, text and derivatives at once; nodes stay where they are', async ({
  page,
  open,
}) => {
  await open()
  await press(page, 'Go to end')
  const inputs = page.getByRole('group', { name: 'Inputs' })
  const sum = node(region(page, 'Reverse'), 'v3')
  const before = await sum.boundingBox()
  await inputs.getByRole('spinbutton', { name: 'x2', exact: true }).fill('-4.5')
  await expect(program(page)).toContainText('x2 = -4.5')
  await expect(sum).toHaveAttribute('data-value', String(Math.sin(2) - 9))
  await expect(node(region(page, 'Reverse'), 'x1')).toHaveAttribute('data-adjoint', String(Math.cos(2) - 4.5))
  await inputs.getByRole('slider', { name: 'x1', exact: true }).press('ArrowRight')
  await expect(inputs.getByRole('spinbutton', { name: 'x1', exact: true })).not.toHaveValue('2')
  expect(await sum.boundingBox()).toEqual(before)
})

test('programs that nobody planned are answered in words and never break the page', async ({ page, open }) => {
  await open()
  const texts = [
    '',
    '((((((',
    'f = a + b where',
    'a = b\nb = a',
    'x = 1\nx = 2\nf = x',
    'f = nonsense(3)',
    'f = sin()',
    'x = 0\nf = 1/x',
    'x = -1\nf = log(x)',
    `${'x'.repeat(10_000)} = 2\nf = ${'x'.repeat(10_000)}^2`,
    `f = ${'('.repeat(100_000)}x${')'.repeat(100_000)}`,
    '<img src=x onerror=alert(1)> = 3',
    'constructor = 2\n__proto__ = 3\nf = constructor*__proto__',
  ]
  for (const text of texts) await write(page, text)
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await write(page, 'x = 5\nf = x*x')
  await expect(node(region(page, 'Forward'), 'v1')).toHaveAttribute('data-value', '25')
})

test('setting an input that the text only uses writes its line', async ({ page, open }) => {
  await open()
  await write(page, 'f = a*b')
  const inputs = page.getByRole('group', { name: 'Inputs' })
  await inputs.getByRole('spinbutton', { name: 'b', exact: true }).fill('7')
  await expect(program(page)).toContainText('b = 7')
  await inputs.getByRole('spinbutton', { name: 'a', exact: true }).fill('6')
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', '42')
  await expect(program(page)).toContainText('a = 6')
})

test('without sharing, each subexpression is a node of its own; the numbers stay', async ({ page, open }) => {
  await open()
  await write(page, 'x = 2\ny = 3\nf = x*y + exp(x*y)')
  const nodes = region(page, 'Reverse').locator('[data-node^="v"]')
  await expect(nodes).toHaveCount(3)
  await page.getByRole('button', { name: 'Share equal subexpressions' }).click()
  await expect(nodes).toHaveCount(4)
  await press(page, 'Go to end')
  expect((await jacobian(page))['f/x']).toBe(3 + 3 * Math.exp(6))
})
