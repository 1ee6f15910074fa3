import { expect, test } from './fixtures.ts'
import { link, press, program, rest, write } from './page.ts'

const PROGRAM = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'

test('a program stays beside what becomes of it: at the same step, with what differs told; by key, link and exchange', async ({
  page,
  open,
  axe,
  browser,
}) => {
  await open(link({ program: PROGRAM, mode: 'compare' }))
  await rest(page)
  await press(page, 'Keep this program beside')
  const beside = page.getByRole('region', { name: 'The program kept beside' })
  const its = (name: string) => beside.locator(`[data-node="${name}"]`)
  const own = page.getByRole('region', { name: 'Both modes' })
  await expect(beside).toContainText('nothing differs')
  await expect(its('v2')).toBeVisible()
  await press(page, 'Another input')
  await expect(beside).toContainText('2 forward passes')
  await expect(own).toContainText('3 forward-mode passes')
  await expect(beside).toContainText('2 nodes differ: x3, v3')
  await page.keyboard.press('End')
  await expect(beside).toContainText(/\d nodes differ: .*v2/)
  await expect(its('x1')).toHaveAccessibleName(/2\.58/)
  await expect(own.locator('[data-node="x1"]')).toHaveAccessibleName(/5\.58/)
  expect(await axe(page)).toEqual([])
  await expect.poll(() => page.url()).toContain('beside=')

  const elsewhere = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole('region', { name: 'The program kept beside' })).toContainText('nodes differ')

  await beside.getByRole('button', { name: 'Exchange with the program of the page' }).click()
  await expect(program(page)).not.toContainText('x3')
  await expect(beside).toContainText('3 forward passes')
  await write(page, 'y = 1\ng = exp(')
  await expect(beside).toContainText('3 forward passes')
  await beside.focus()
  await page.keyboard.press('v')
  await expect(beside).toHaveCount(0)
})

test('of what is hidden, the program beside tells no more than the page', async ({ page, open }) => {
  const beside = `program=${encodeURIComponent(PROGRAM)}`
  await open(link({ program: PROGRAM, mode: 'reverse', pass: 'f', step: 3, hide: 'adjoints.partials', beside }))
  await rest(page)
  const [kept, own] = [page.locator('.beside .drawing'), page.locator('.graph-pane:not(.beside) .drawing')]
  await expect(kept).toContainText('◂ ?')
  for (let press = 0; press < 4; press++) {
    await expect(kept).toHaveText((await own.textContent()) ?? '')
    await page.keyboard.press('ArrowRight')
  }
  await expect(own).toContainText('◂ 2')
  await expect(kept).toHaveText((await own.textContent()) ?? '')
  // Constants, which stand in what reads them, are not counted.
  const [threes, fours] = [3, 4].map((n) => `x = 2\nf = ${n}*x + 5*x`)
  await page.goto('about:blank')
  await open(link({ program: fours, mode: 'reverse', beside: `program=${encodeURIComponent(threes)}` }))
  const region = page.getByRole('region', { name: 'The program kept beside' })
  await expect(region).toContainText('nothing differs')
  await rest(page)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(region).toContainText('2 nodes differ: v1, v3')
})
