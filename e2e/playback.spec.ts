import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { jacobian, link, node, press, region, write } from './page.ts'

test('a reverse pass makes nodes known one by one, and goes back the same way', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 0 }))
  const pane = region(page, 'Reverse')
  const known = pane.locator('[data-adjoint]')
  await expect(page.getByText('Reverse mode, f, step 0 of 5')).toBeVisible()
  for (let step = 1; step <= 5; step++) {
    await press(page, 'Next step')
    await expect(known).toHaveCount(step)
  }
  await expect(node(pane, 'x1')).toHaveAttribute('data-adjoint', String(Math.cos(2) + 3))
  for (let step = 4; step >= 3; step--) {
    await press(page, 'Previous step')
    await expect(known).toHaveCount(step)
  }
})

test('forward mode fills the Jacobian by columns, reverse mode by rows', async ({ page, open }) => {
  const program = 'x1 = 2\nx2 = 3\nf1 = x1*x2\nf2 = x1 + x2'
  await open(link({ program, mode: 'forward', pass: 'x2', step: 0 }))
  expect(await jacobian(page)).toEqual({ 'f1/x1': 3, 'f2/x1': 1 })
  await open(link({ program, mode: 'reverse', pass: 'f2', step: 0 }))
  expect(await jacobian(page)).toEqual({ 'f1/x1': 3, 'f1/x2': 2 })
})

test('jumping by pass, to the ends and by the scrubber lands where the label says', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'forward' }))
  await press(page, 'Next pass')
  await expect(page.getByText('Forward mode, x1, step 0 of 4')).toBeVisible()
  await press(page, 'Next pass')
  await expect(page.getByText('Forward mode, x2, step 0 of 3')).toBeVisible()
  await press(page, 'Go to end')
  await expect(page.getByText('Forward mode, x2, step 3 of 3')).toBeVisible()
  await press(page, 'Previous pass')
  await expect(page.getByText('Forward mode, x2, step 0 of 3')).toBeVisible()
  await press(page, 'Go to start')
  await expect(page.getByText('Primal pass, step 0 of 5')).toBeVisible()
  const scrubber = page.getByRole('slider', { name: 'Position' })
  await scrubber.fill('1500')
  await expect(page.getByText('Forward mode, x1, step 2 of 4')).toBeVisible()
  await scrubber.press('ArrowRight')
  await expect(page.getByText('Forward mode, x1, step 3 of 4')).toBeVisible()
})

test('in compare mode the mode that is done says so and waits', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'compare', pass: 'x2', wrt: 'x2', out: 'f', step: 1 }))
  await expect(page.getByText('Reverse mode is done and waits')).toBeVisible()
  await expect(region(page, 'Reverse').locator('[data-adjoint]')).toHaveCount(5)
})

test('a step can be played term by term: the running sum grows at a branch', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 4 }))
  await page.getByRole('combobox', { name: 'Step by' }).selectOption('term')
  await press(page, 'Next step')
  await expect(page.getByText('step 4 of 5, term 1 of 2')).toBeVisible()
  await expect(node(region(page, 'Reverse'), 'x1')).not.toHaveAttribute('data-adjoint')
  await press(page, 'Next step')
  await expect(node(region(page, 'Reverse'), 'x1')).toHaveAttribute('data-adjoint', String(Math.cos(2) + 3))
})

test('picking a seed starts that pass', async ({ page, open }) => {
  await open(link({ program: LECTURE }))
  await region(page, 'Forward')
    .getByRole('button', { name: /seed input x2/i })
    .click()
  await expect(page.getByText('Forward mode, x2, step 0 of 3')).toBeVisible()
})

test('a manual action pauses playback', async ({ page, open }) => {
  await open(link({ program: LECTURE }))
  await press(page, 'Play')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await press(page, 'Previous step')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('an edit that carries the position along is no step: the live region stays silent', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 3 }))
  const live = page.locator('.announcer')
  await expect(live).toBeEmpty()
  await write(page, `${LECTURE} + 1`)
  await expect(page.getByText('Reverse mode, f, step 4 of 6')).toBeVisible()
  await expect(live).toBeEmpty()
})

test('the live region is silent in playback, says its end, and says a sentence for a step by hand', async ({
  page,
  open,
}) => {
  await open(link({ program: 'x = 2\nf = x*x', mode: 'reverse', pass: 'f', step: 1 }))
  const live = page.locator('.announcer')
  await press(page, 'Previous step')
  await expect(live).not.toBeEmpty()
  const before = await live.textContent()
  await press(page, 'Play')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(page.getByText('Reverse mode, f, step 2 of 2')).toBeVisible()
  await expect(live).toHaveText('Playback has come to its end: all passes are done.')
  await press(page, 'Previous step')
  await expect(live).not.toHaveText(before ?? '')
})

test('the tally counts as done only what a shown mode has done', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'compare' }))
  await press(page, 'Go to end')
  const passes = page.getByRole('region', { name: 'Passes' })
  await expect(passes).toContainText('Forward mode, done: 2 done')
  await expect(passes).toContainText('Reverse mode, done: 1 done')
  await page.getByRole('radio', { name: 'Reverse' }).check({ force: true })
  await expect(passes).toContainText('Reverse mode, done: 1 done')
  await expect(passes).not.toContainText('Forward mode, done')
})

test('where the user has zoomed in, the picture goes along with the step', async ({ page, open }) => {
  const lines = Array.from({ length: 40 }, (_, i) => `y${i + 1} = sin(y${i})`)
  await open(link({ program: `y0 = 1\n${lines.join('\n')}`, mode: 'reverse', pass: 'y40', step: 20 }))
  const graph = region(page, 'Reverse')
  await expect(node(graph, 'v21')).toHaveAttribute('data-adjoint')
  for (let i = 0; i < 8; i++) await press(page, 'Zoom in')
  await expect(node(graph, 'v40')).not.toBeInViewport()
  await press(page, 'Next pass')
  await press(page, 'Previous pass')
  await press(page, 'Next step')
  await expect(node(graph, 'v40')).toBeInViewport({ ratio: 0.9 })
  for (let i = 0; i < 6; i++) await press(page, 'Next step')
  await expect(node(graph, 'v34')).toBeInViewport({ ratio: 0.9 })
})
