import { expect, test } from './fixtures.ts'
import { link, press, region } from './page.ts'

test.use({ motion: true })

test('playback with motion runs through every pass of both modes to the full Jacobian', async ({ page, open }) => {
  await open(link({ program: 'x = 3\nf = x*x' }))
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4')
  await press(page, 'Play')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible({ timeout: 20_000 })
  await expect(region(page, 'Reverse').locator('[data-adjoint="6"]')).toHaveCount(1)
  await expect(region(page, 'Forward').locator('[data-tangent="6"]')).toHaveCount(1)
})
