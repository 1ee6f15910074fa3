import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, press, program, tab, write } from './page.ts'

/** Presses the button by keyboard, as who works without a pointer does. */
async function enter(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

const focused = (page: Page) => page.locator(':focus')

test('a button that takes itself away hands the focus to what stands in its place', async ({ page, open }) => {
  await open(link({ program: LECTURE, nonsense: 1 }))
  // What keeps the focus arrives after the graph.
  await page.waitForLoadState('networkidle')
  const dismiss = page.getByRole('button', { name: /^Dismiss/ })
  await dismiss.focus()
  await page.keyboard.press('Enter')
  await expect(dismiss).toHaveCount(0)
  await expect(focused(page)).toHaveCount(1)

  await enter(page, 'Race')
  await expect(page.getByRole('button', { name: 'Leave the race' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Race', exact: true })).toBeFocused()

  await tab(page, 'Methods')
  await page.getByRole('radio', { name: 'Symbolic' }).check()
  await enter(page, 'Show it: the expression')
  // The formula, or what chooses its form.
  await expect(page.locator('.methods-formula:focus, [name="symbolic-form"]:focus')).toHaveCount(1)
  await page.getByRole('radio', { name: 'Automatic' }).check()
  await page
    .getByRole('button', { name: /^Step through/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Follow', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.graph-pane:focus')).toHaveCount(1)
})

test('a button that is disabled by what it does, or mends what it stands for, hands the focus on', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE, tab: 'chain', chain: 'layers' }))
  await page.getByRole('radio', { name: 'Layers' }).check()
  await enter(page, 'All')
  await expect(page.getByRole('button', { name: 'All', exact: true })).toBeDisabled()
  await expect(focused(page)).toHaveRole('button')
  await enter(page, 'Start again')
  await expect(page.getByRole('button', { name: 'Start again' })).toBeDisabled()
  await expect(focused(page)).toHaveRole('button')

  await write(page, 'x = 2\nf = sin(x')
  await enter(page, /^Write \)/)
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('button')).toHaveCount(0)
  await expect(program(page)).toBeFocused()
})

test('dialogs open where one types, and close with the click that ends outside', async ({ page, open }) => {
  await open(link({ program: LECTURE, pass: 'f' }))
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Node or step' })).toBeFocused()
  await page.keyboard.press('Escape')
  await press(page, 'Share')
  await expect(page.getByRole('textbox', { name: 'Link' })).toBeFocused()

  const play = await page.getByRole('button', { name: 'Play', exact: true }).boundingBox()
  if (!play) throw new Error('There is no button to play')
  await page.mouse.move(play.x + play.width / 2, play.y + play.height / 2)
  await page.mouse.down()
  await expect(dialog).toBeVisible()
  await page.mouse.up()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()

  await press(page, 'Examples')
  await dialog
    .getByRole('searchbox')
    // As WebKit sends it, which then does not close the dialog itself.
    .evaluate((field) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
  await expect(dialog).toHaveCount(0)
})

test('what is wrong with the program is said once typing rests, and the editor names where', async ({ page, open }) => {
  await open(link({ program: LECTURE }))
  await write(page, 'f = sin(')
  const said = page.locator('#problems-said')
  await expect(said).toHaveText(/^1 problem\. Error, line 1: .+ The graph is out of date/)
  await expect(program(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(program(page)).toHaveAttribute('aria-errormessage', 'problems-said')
  await write(page, LECTURE)
  await expect(program(page)).not.toHaveAttribute('aria-invalid')
})

test('Escape sends away what came under the pointer, and Tab leaves the list of suggestions', async ({
  page,
  open,
}) => {
  await open(link({ program: LECTURE }))
  await page.locator('.cm-function').first().hover()
  const note = page.locator('.cm-described')
  await expect(note).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)

  await write(page, `${LECTURE}\ng = s`)
  await program(page).press('q')
  const list = page.getByRole('listbox', { name: 'Completions' })
  await expect(list).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(list).toHaveCount(0)
  await expect(program(page)).not.toBeFocused()
  await expect(page.locator('.cm-tooltip:focus-within')).toHaveCount(0)
})

test('a click on the ground of an enlarged graph centres it', async ({ page, open }) => {
  await open(link({ program: LECTURE, mode: 'reverse' }))
  const picture = page.getByRole('group', { name: 'Graph', exact: true })
  const world = picture.locator('.world')
  for (let i = 0; i < 5; i++) await press(page, 'Zoom in')
  const before = await world.evaluate((element) => element.style.transform)
  await picture.click({ position: { x: 4, y: 4 } })
  await expect.poll(() => world.evaluate((element) => element.style.transform)).not.toBe(before)
})
