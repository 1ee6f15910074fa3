import { expect, test } from './fixtures.ts'
import { link, press, region, tab } from './page.ts'

/** A network of 2-16-16-2 with a batch of 32. */
const NETWORK = `data X = randn([32, 2], 5)
data Y = zeros(32, 2)
param W1 = randn([2, 16], 1)
param b1 = zeros(16)
param W2 = randn([16, 16], 2)
param b2 = zeros(16)
param W3 = randn([16, 2], 3)
param b3 = zeros(2)
h1 = dense(X, W1, b1)
h2 = dense(h1, W2, b2)
z = linear(h2, W3, b3)
loss = crossentropy(z, Y)`

test('a network is written out as thousands of numbers, stepped through, and taken together again', async ({
  page,
  open,
}) => {
  await open(link({ program: NETWORK, mode: 'reverse' }))
  await expect(page.getByText('Primal pass, step 0 of 12')).toBeVisible()
  await press(page, 'Write arrays as numbers')
  await expect(page.getByText(/Primal pass, step 0 of 2\d{4}$/)).toBeVisible()
  const pane = region(page, 'Reverse')
  await expect(pane.locator('canvas').first()).toBeAttached()

  await press(page, 'Next pass')
  await press(page, 'Next step')
  await expect(page.getByText(/Reverse mode, loss, step 1 of 2\d{4}$/)).toBeVisible()
  const loss = pane.getByRole('button', { name: /output loss$/ })
  await expect(loss).toHaveAttribute('data-adjoint', '1')

  await loss.focus()
  await page.keyboard.press('ArrowUp')
  await expect(loss).not.toBeFocused()
  const operand = pane.locator('[data-node]:focus')
  await expect(operand).toHaveAccessibleName(/add/)
  await page.keyboard.press('ArrowDown')
  await expect(loss).toBeFocused()

  await tab(page, 'Trace')
  const rows = page.getByRole('table', { name: 'Evaluation trace' }).locator('tbody tr')
  await expect(rows.and(page.locator('[aria-current="step"]'))).toHaveText(/loss/)
  expect(await rows.count()).toBeLessThan(1000)

  await press(page, 'Write arrays as numbers')
  await expect(page.getByText(/step \d+ of 12$/)).toBeVisible()
  await expect(pane.locator('canvas')).toHaveCount(0)
  await expect(pane.getByRole('button', { name: /output loss$/ })).toBeVisible()
})

test('a network that is too large to be written out says so, and stays as it is', async ({ page, open }) => {
  await open(link({ program: NETWORK.replaceAll('32, 2', '128, 2'), mode: 'reverse', unrolled: 1 }))
  await expect(page.getByText(/Written out, this would be \d\d,\d{3} nodes/)).toBeVisible()
  await expect(page.getByText('Primal pass, step 0 of 12')).toBeVisible()
  await press(page, 'Write arrays as numbers')
  await expect(page.getByText(/Written out/)).toHaveCount(0)
})
