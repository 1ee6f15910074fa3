import { expect, test } from './fixtures.ts'
import { press, program, tally, write } from './page.ts'

test('opening an example leaves the user’s own program at hand', async ({ page, open }) => {
  await open()
  await write(page, 'mine = 4\ng = mine^3')
  await press(page, 'Examples')
  const dialog = page.getByRole('dialog', { name: 'Examples' })
  await dialog.getByRole('searchbox').fill('Speelpenning')
  await dialog.getByRole('button', { name: /Speelpenning/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(program(page)).toContainText('x1*x2*x3*x4*x5')
  await expect(tally(page)).toHaveText('Forward mode: 5 passes. Reverse mode: 1 pass.')
  await press(page, 'Examples')
  await dialog.getByRole('button', { name: /mine/ }).click()
  await expect(program(page)).toContainText('g = mine^3')
})

test('the reference finds a function by what it does, and shows its derivative and its picture', async ({
  page,
  open,
}) => {
  await open()
  await press(page, 'Reference')
  const dialog = page.getByRole('dialog', { name: 'Reference' })
  await dialog.getByRole('searchbox').fill('hyperbolic tangent')
  await expect(dialog).toContainText('tanh')
  await expect(dialog.locator('.katex').first()).toBeVisible()
  await expect(dialog.locator('svg path').first()).toBeAttached()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: 'Reference', exact: true })).toBeFocused()
})

test('a theme that was chosen before the page could keep it is kept too', async ({ page, open }) => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/upkeep-[^/]*\.js$/, async (route) => {
    await arrival
    await route.continue()
  })
  await open()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('projector')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
  expect(await page.evaluate(() => localStorage.getItem('gradual:preferences') ?? '')).not.toContain('projector')
  arrive()
  await page.waitForFunction(() => localStorage.getItem('gradual:preferences')?.includes('projector'))
})

test('the theme is chosen, and kept for the next visit', async ({ page, open }) => {
  await open()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('projector')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
  await page.waitForFunction(() => localStorage.getItem('gradual:preferences')?.includes('projector'))
  await page.goto('about:blank')
  await open()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
})
