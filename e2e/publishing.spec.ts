import { expect, test } from './fixtures.ts'
import { jacobian, press, tab } from './page.ts'

test('the built folder works under any path of a static host', async ({ page }) => {
  const folder = '/courses/week%203/ad'
  await page.route(`**${folder}/**`, async (route) =>
    route.fulfill({ response: await route.fetch({ url: route.request().url().replace(folder, '') }) }),
  )
  await page.goto(`${folder}/index.html`)
  await press(page, 'Go to end')
  expect(await jacobian(page)).toEqual({ 'f/x1': Math.cos(2) + 3, 'f/x2': 2 })
  await tab(page, 'Step')
  await expect(page.locator('.katex').first()).toBeVisible()
  await page.getByRole('button', { name: 'Reference', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('tanh')
})

test('the page carries a strict Content-Security-Policy', async ({ page, open }) => {
  await open()
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  // Bytes of WebAssembly may be compiled, which the page writes itself; text may not be run.
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(policy?.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe-|https?:|\*/)
})
