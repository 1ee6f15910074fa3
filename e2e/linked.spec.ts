import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { caption, link, node, program, region, tab, write } from './page.ts'

const MOMENT = { program: LECTURE, mode: 'reverse', pass: 'f', step: 3 }

test('the trace table has the numbers of the evaluation traces of Baydin et al., Tables 2 and 3', async ({
  page,
  open,
}) => {
  const survey = 'x1 = 2\nx2 = 5\ny = ln(x1) + x1*x2 - sin(x2)'
  const column = (index: number) =>
    page
      .getByRole('table', { name: 'Evaluation trace' })
      .locator(`tbody tr td:nth-of-type(${index}) data`)
      .evaluateAll((cells) => cells.map((cell) => Number(Number(cell.getAttribute('value')).toFixed(3))))
  await open(link({ program: survey, mode: 'forward', pass: 'x1', step: 99, tab: 'trace' }))
  await expect(page.getByRole('table', { name: 'Evaluation trace' })).toBeVisible()
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: as printed in the survey
  expect(await column(2)).toEqual([2, 5, 0.693, 10, 10.693, -0.959, 11.652])
  expect(await column(3)).toEqual([1, 0, 0.5, 5, 5.5, 0, 5.5])
  await open(link({ program: survey, mode: 'reverse', pass: 'y', step: 99, tab: 'trace' }))
  await expect(page.getByRole('columnheader', { name: /Adjoint/ })).toBeVisible()
  expect(await column(3)).toEqual([5.5, 1.716, 1, 1, 1, -1, 1])
})

test('graph, table and program mark the same node, wherever the pointer or the focus is', async ({ page, open }) => {
  await open(link({ ...MOMENT, tab: 'trace' }))
  const row = page.getByRole('table', { name: 'Evaluation trace' }).getByRole('row', { name: /sin/ })
  await row.hover()
  await expect(region(page, 'Reverse').locator('[data-lit]').first()).toBeAttached()
  await expect(program(page).getByText('sin(x1)')).toBeVisible()
  await node(region(page, 'Reverse'), 'v2').focus()
  await expect(page.locator('tr[data-marked]')).toHaveCount(1)
  await expect(page.locator('tr[data-marked]')).toContainText('x₁·x₂')
})

test('the current step is marked in the table', async ({ page, open }) => {
  await open(link({ ...MOMENT, tab: 'trace' }))
  await expect(page.locator('tr[aria-current="step"]')).toContainText('sin')
})

test('the step panel tells what happens, and the running sum at a branch', async ({ page, open }) => {
  await open(link({ ...MOMENT, step: 5, tab: 'step' }))
  const panel = page.getByRole('tabpanel', { name: 'Step' })
  await expect(caption(page)).toContainText('x₁ feeds two nodes, so its two contributions add up to 2.584.')
  await expect(panel).toContainText('adder')
  const sum = page.getByRole('table', { name: 'Running sum' })
  await expect(sum.locator('data').last()).toHaveAttribute('value', String(Math.cos(2) + 3))
  await expect(panel.locator('.katex').first()).toBeVisible()
})

test('a small edit keeps the step, the places and the seeds', async ({ page, open }) => {
  await open(link(MOMENT))
  const product = node(region(page, 'Reverse'), 'v2')
  const id = await product.getAttribute('data-id')
  await write(page, 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2 + 1')
  await expect(page.getByText(/Reverse mode, f, step \d of 6/)).toBeVisible()
  await expect(region(page, 'Reverse').locator(`[data-id="${id}"]`)).toHaveAttribute('data-node', 'v2')
  await tab(page, 'Trace')
  await expect(page.locator('tr[aria-current="step"]')).toContainText('sin')
})

test('completion offers functions with their meaning', async ({ page, open }) => {
  await open()
  await expect(page.locator('.cm-content')).toBeVisible()
  await write(page, 'x = 1\nf = tan')
  await page.keyboard.type('h')
  const offers = page.getByRole('listbox')
  await expect(offers).toContainText('tanh')
})
