import { expect, test } from './fixtures.ts'
import { jacobian, node, press, program, region, tally } from './page.ts'

test('the first visit opens on the lecture’s example, ready to play, with the focus left alone', async ({
  page,
  open,
}) => {
  await open()
  await expect(program(page)).toContainText('f = sin(x1) + x1*x2')
  await expect(tally(page)).toHaveText('Forward mode: 2 passes. Reverse mode: 1 pass.')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const side of ['Forward', 'Reverse'] as const)
    await expect(node(region(page, side), 'v3')).toHaveAttribute('data-value', String(Math.sin(2) + 6))
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
})

test('before a pass nothing is known of tangents and adjoints; at the end both modes know the whole Jacobian', async ({
  page,
  open,
}) => {
  await open()
  await expect(page.locator('[data-tangent], [data-adjoint]')).toHaveCount(0)
  expect(await jacobian(page)).toEqual({})
  await press(page, 'Go to end')
  expect(await jacobian(page)).toEqual({ 'f/x1': Math.cos(2) + 3, 'f/x2': 2 })
  await expect(node(region(page, 'Reverse'), 'x1')).toHaveAttribute('data-adjoint', String(Math.cos(2) + 3))
  await expect(node(region(page, 'Forward'), 'v3')).toHaveAttribute('data-tangent', '2')
})
