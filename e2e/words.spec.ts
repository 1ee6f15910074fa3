import { expect, test } from './fixtures.ts'
import { link, press, tab, tally } from './page.ts'

const FIT = 'data X = [1, 2]\ndata t = 3\nw = 0.3333333333333333\nb = 1\nloss = (sum(w*X) + b - t)^2'

test('data take no passes of forward mode until they are counted, by the switch or by a link to one', async ({
  page,
  open,
}) => {
  await open(link({ program: FIT, tab: 'jacobian' }))
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await page.getByRole('checkbox', { name: 'Data counted too' }).check()
  await expect(tally(page)).toHaveText('Forward mode: 5 passes. Reverse mode: 1 pass.')
  await expect.poll(() => page.url()).toContain('data=1')
  await page.getByRole('checkbox', { name: 'Data counted too' }).uncheck()
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await open(link({ program: FIT, mode: 'forward', wrt: 'X[1]', pass: 'X[1]', step: 1 }))
  await expect(tally(page)).toHaveText('Forward mode: 5 passes. Reverse mode: 1 pass.')
  await expect(page.getByText('Forward mode, X[1], step 1 of').first()).toBeVisible()
})

test('a number field shows whole digits that fit, and with the focus all of them', async ({ page, open }) => {
  await open(link({ program: FIT }))
  const field = page.getByRole('group', { name: 'Inputs' }).getByRole('spinbutton', { name: 'w', exact: true })
  await expect(field).not.toHaveValue('0.3333333333333333')
  expect(Number(await field.inputValue())).toBeCloseTo(1 / 3, 2)
  expect(await field.evaluate((input: HTMLInputElement) => input.scrollWidth <= input.clientWidth)).toBe(true)
  await field.focus()
  await expect(field).toHaveValue('0.3333333333333333')
  await field.fill('0.1234567890123')
  await field.blur()
  await expect(field).toHaveValue(/^0\.12\d{0,5}$/)
  await expect(field.locator('xpath=..')).toHaveAttribute('value', '0.1234567890123')
})

test('the loser of max has the derivative 0; what has no path has a dash', async ({ page, open }) => {
  await open(link({ program: 'x = 1\ny = 2\nz = 3\nf = max(x, y)\ng = z', mode: 'reverse' }))
  await press(page, 'Go to end')
  await tab(page, 'Jacobian')
  const row = page.getByRole('table', { name: 'Jacobian' }).getByRole('row', { name: /^f/ })
  await expect(row.getByRole('cell')).toHaveText(['0', '1', '–'])
})
