import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, node, press, program, region } from './page.ts'

test('from loading to reading the Jacobian without a pointer', async ({ page, open }) => {
  await open()
  await page.keyboard.press('End')
  const jacobianTab = page.getByRole('tab', { name: 'Jacobian' })
  const stepTab = page.getByRole('tab', { name: 'Step' })
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await stepTab.evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(jacobianTab).toBeFocused()
  const table = page.getByRole('table', { name: 'Jacobian' })
  await expect(table.locator(`data[value="${Math.cos(2) + 3}"]`)).toBeVisible()
})

test('the key map moves playback and switches modes', async ({ page, open }) => {
  await open(link({ program: LECTURE }))
  await page.keyboard.press('2')
  await expect(region(page, 'Forward')).toHaveCount(0)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('Reverse mode, f, step 0 of 5')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageDown')
  await expect(page.getByText('Reverse mode, f, step 2 of 5')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('Reverse mode, f, step 1 of 5')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByText('Primal pass, step 0 of 5')).toBeVisible()
  await page.keyboard.press('1')
  await expect(region(page, 'Reverse')).toHaveCount(0)
  await page.keyboard.press('3')
  await expect(region(page, 'Reverse')).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('single-character keys can be switched off, and never fire while typing', async ({ page, open }) => {
  await open()
  await program(page).click()
  await page.keyboard.type('1')
  await expect(region(page, 'Reverse')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Help' }).click()
  await page.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await expect(region(page, 'Reverse')).toBeVisible()
})

test('the graph is one tab stop; arrows walk along its edges', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse' }))
  const pane = region(page, 'Reverse')
  await expect(pane.locator('[data-node][tabindex="0"]')).toHaveCount(1)
  await program(page).click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(pane.locator('[data-node]:focus')).toHaveCount(1)
  await node(pane, 'x2').focus()
  await page.keyboard.press('ArrowDown')
  await expect(node(pane, 'v2')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(node(pane, 'v3')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(node(pane, 'v1')).toBeFocused()
})

test('a node’s label says what is known of it, and its description the partials on its edges', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 3 }))
  const product = region(page, 'Reverse').getByRole('button', {
    name: /^v2, multiply, value 6, adjoint 1, operands x1 and x2/,
  })
  await expect(product).toBeVisible()
  await press(page, 'Previous step')
  await press(page, 'Next step')
  await expect(product).toHaveAccessibleDescription('partials x2 and x1')
})

test('G goes to a node or to a step of the pass at hand', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f' }))
  const place = page.getByRole('textbox', { name: 'Node or step' })
  await page.keyboard.press('g')
  await place.fill('v1')
  await place.press('Enter')
  await expect(page.getByText('Reverse mode, f, step 3 of 5')).toBeVisible()
  await page.keyboard.press('g')
  await place.fill('nothing')
  await place.press('Enter')
  await expect(page.getByRole('alert')).toContainText('nothing')
  await place.fill('5')
  await place.press('Enter')
  await expect(page.getByText('Reverse mode, f, step 5 of 5')).toBeVisible()
})

test('a clicker steps wherever the pointer last pressed', async ({ page, open }) => {
  await open(link({ program: LECTURE, pass: 'primal', step: 1 }))
  const places = [
    page.getByRole('radio', { name: 'Compare' }),
    page.getByRole('tab', { name: 'Trace' }),
    page.getByRole('slider', { name: 'Position' }),
  ]
  for (const place of places) {
    await place.focus()
    await page.keyboard.press('PageDown')
    await expect(page.getByText('Primal pass, step 2 of 5')).toBeVisible()
    await page.keyboard.press('PageUp')
    await expect(page.getByText('Primal pass, step 1 of 5')).toBeVisible()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(page.getByText('Reverse mode, f, step 0 of 5')).toBeVisible()
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('PageDown')
    await expect(page.getByText('Primal pass, step 1 of 5')).toBeVisible()
  }
})
