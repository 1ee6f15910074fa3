import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { jacobian, link, node, press, program, region, write } from './page.ts'

const LOOP = 'import numpy as np\n\nx = 0.5\nw = 1.2\nfor i in range(3):\n    x = np.sin(w*x)\nf = x**2'
const BRANCH = 'x = 1.5\nif x > 0:\n    y = x**2\nelse:\n    y = -3*x'

const language = (page: Page) => page.getByRole('combobox', { name: 'Language' })
const says = (page: Page) => language(page).locator('option:checked')
const inputs = (page: Page) => page.getByRole('group', { name: 'Inputs' })
const problems = (page: Page) => page.getByRole('list', { name: 'Problems' }).getByRole('listitem')

/** f = x² after three rounds x ← sin(w·x), and its derivatives by x and w, by the chain rule written out. */
function byHand(x: number, w: number) {
  let [dx, dw] = [1, 0]
  for (let round = 0; round < 3; round++) {
    const slope = Math.cos(w * x)
    ;[dx, dw] = [slope * w * dx, slope * (x + w * dw)]
    x = Math.sin(w * x)
  }
  return { f: x ** 2, x: 2 * x * dx, w: 2 * x * dw }
}

test('a pasted program in Python is recognised, run and differentiated', async ({ page, open }) => {
  await open()
  await expect(says(page)).toHaveText('Gradual')
  await write(page, LOOP)
  await expect(says(page)).toHaveText('Python')
  const known = byHand(0.5, 1.2)
  const graph = region(page, 'Reverse')
  await expect(graph.locator('[data-value]').last()).toBeVisible()
  await expect(node(graph, 'w')).toHaveAttribute('data-value', '1.2')
  await press(page, 'Go to end')
  const cells = await jacobian(page)
  expect(cells['f/x']).toBeCloseTo(known.x, 12)
  expect(cells['f/w']).toBeCloseTo(known.w, 12)
})

test('a loop is one node until it is opened, and each round is one until it is opened', async ({ page, open }) => {
  await open(link({ program: LOOP, mode: 'reverse' }))
  const graph = region(page, 'Reverse').getByRole('group', { name: 'Graph' })
  await expect(graph.locator('[data-node]')).toHaveCount(4)
  await graph.getByRole('button', { name: 'Open for' }).click()
  await expect(graph.getByRole('button', { name: /^Open round/ })).toHaveCount(3)
  await graph.getByRole('button', { name: 'Open round 2' }).click()
  await expect(graph.getByRole('button', { name: /^Open round/ })).toHaveCount(2)
  await press(page, 'Go to end')
  await expect(node(region(page, 'Reverse'), 'w')).toHaveAttribute(
    'data-adjoint',
    new RegExp(`^${String(byHand(0.5, 1.2).w).slice(0, 12)}`),
  )
})

test('a slider crosses a branch, and the graph follows', async ({ page, open }) => {
  await open(link({ program: BRANCH, mode: 'reverse' }))
  const x = node(region(page, 'Reverse'), 'x')
  await expect(x).toHaveAttribute('data-value', '1.5')
  await press(page, 'Go to end')
  await expect(x).toHaveAttribute('data-adjoint', '3')
  await inputs(page).getByRole('spinbutton', { name: 'x', exact: true }).fill('-2')
  await expect(program(page)).toContainText('x = -2.0')
  await expect(x).toHaveAttribute('data-adjoint', '-3')
  await inputs(page).getByRole('slider', { name: 'x', exact: true }).press('ArrowLeft')
  await expect(program(page)).toContainText(/x = -2\.\d+\n?if|x = -2\.[1-9]/)
  await expect(problems(page).filter({ hasText: 'Error' })).toHaveCount(0)
})

test('a link carries the program and what it is read as', async ({ page, open }) => {
  await open(link({ program: LOOP, pass: 'f', step: 2 }))
  await expect(says(page)).toHaveText('Python')
  await expect(node(region(page, 'Reverse'), 'w')).toBeVisible()
  await page.waitForURL(/pass=f/)
  expect(page.url()).not.toContain('lang=')
  await page.reload()
  await expect(says(page)).toHaveText('Python')
  await expect(node(region(page, 'Reverse'), 'w')).toBeVisible()
})

test('a link carries weights that no literal of the text says, and shows no other graph before', async ({
  page,
  open,
}) => {
  await open(
    link({ program: 'import torch.nn as nn\nimport torch\nx = torch.ones(2)\ny = nn.Linear(2, 1)(x)\ny.backward()' }),
  )
  await inputs(page).getByRole('spinbutton').first().fill('0.25')
  await page.waitForURL(/values=/)
  const drawn = page.locator('[data-node]')
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-node="x1"]')) document.documentElement.dataset.wrong = ''
    }).observe(document, { subtree: true, childList: true })
  })
  await page.reload()
  await expect(drawn.first()).toHaveAttribute('data-value', /0\.25/)
  await expect(page.locator('[data-wrong]')).toHaveCount(0)
})

test('what a text is read as is switched by hand, goes into the link, and ends with the program', async ({
  page,
  open,
}) => {
  await open()
  await write(page, 'x = 3.0\nf = x^2')
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', '9')
  await language(page).selectOption('Read as Python')
  await expect(problems(page)).not.toHaveCount(0)
  await expect(page.getByText(/out of date/i).first()).toBeVisible()
  await page.waitForURL(/lang=python/)
  await page.reload()
  await expect(says(page)).toHaveText('Read as Python')
  await language(page).selectOption('Gradual')
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', '9')
  await language(page).selectOption('Read as Python')
  await press(page, 'Examples')
  await page
    .getByRole('dialog', { name: 'Examples' })
    .getByRole('button', { name: /The running example/ })
    .click()
  await expect(says(page)).toHaveText('Gradual')
})

test('what Python does not have here is named and underlined', async ({ page, open }) => {
  await open()
  await write(page, 'import numpy as np\nx = 2.0\nf = np.foo(x)')
  await expect(problems(page).filter({ hasText: 'np.foo' })).toHaveCount(1)
  await expect(page.locator('.cm-lintRange-error')).toContainText('foo')
  await write(page, 'import numpy as np\nx = 2.0\nf = np.exp(x)')
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', String(Math.exp(2)))
  await expect(problems(page)).toHaveCount(0)
})

test('a program that never ends is given up, and the page lives meanwhile', async ({ page, open }) => {
  await open()
  await write(page, 'x = 2.0\nwhile True:\n    x = x + 1.0')
  await press(page, 'Next step')
  await expect(problems(page).filter({ hasText: 'Error' })).not.toHaveCount(0)
  await write(page, BRANCH)
  await expect(node(region(page, 'Reverse'), 'x')).toHaveAttribute('data-value', '1.5')
})

test('the editor indents blocks, and Tab leads on past them', async ({ page, open }) => {
  await open()
  await write(page, 'def f(a):')
  await expect(page.locator('.cm-role')).toHaveText('def')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('return a*a')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('x = 3.0')
  await page.keyboard.press('Enter')
  await page.keyboard.type('y = f(x)')
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', '9')
  await page.keyboard.press('Tab')
  await expect(program(page)).not.toBeFocused()
})
