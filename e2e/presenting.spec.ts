import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { misplaced } from './overlaps.ts'
import { link, node, press, program, region, rest, tally } from './page.ts'
import { unreadable } from './presented.ts'

interface Written {
  readonly scenes: readonly { readonly id: string; readonly reveal?: readonly { readonly says?: string }[] }[]
}
const { scenes } = JSON.parse(
  readFileSync(new URL('../src/lessons/files/lecture.gradual-lesson.json', import.meta.url), 'utf8'),
) as Written

const position = (page: Page) => page.getByRole('slider', { name: 'Position', exact: true })
const blank = (page: Page) => page.getByRole('button', { name: 'Back to the picture' })
const words = (page: Page) => page.locator('.lesson-words > .prose')
const sceneAt = (page: Page, place: number) =>
  expect(page.locator('.lesson-head')).toContainText(`Scene ${place} of ${scenes.length}`)

/** The smallest letters for each size of the screen. */
const SCREENS = [
  [1920, 1080, 24],
  [1280, 720, 16],
  [1024, 768, 14],
] as const

test('the whole lecture by PageDown alone, presented: every letter is large, none is cut or lies on another', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await open(`#v=1&present=1&lesson=lecture&scene=${scenes[0].id}`)
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toBeVisible()
  for (const [place, { id, reveal = [] }] of scenes.entries()) {
    await sceneAt(page, place + 1)
    let said = 1
    for (const [made, move] of [undefined, ...reveal].entries()) {
      if (made > 0) await page.keyboard.press('PageDown')
      said += move?.says ? 1 : 0
      await expect(words(page)).toHaveCount(said)
      await expect.poll(() => unreadable(page, 24), `${id}, ${made} moves made`).toEqual([])
      await expect.poll(() => misplaced(page), `${id}, ${made} moves made`).toEqual([])
    }
    if (place < scenes.length - 1) await page.keyboard.press('PageDown')
  }
  for (const [width, height, least] of SCREENS) {
    await page.setViewportSize({ width, height })
    await expect.poll(() => unreadable(page, least), `${width}×${height}`).toEqual([])
    await expect.poll(() => misplaced(page), `${width}×${height}`).toEqual([])
  }
})

test('a clicker means the lesson wherever the focus is, but in text', async ({ page, open }) => {
  await open('#v=1&lesson=lecture&scene=reverse-example-product')
  await rest(page)
  const place = scenes.findIndex(({ id }) => id === 'reverse-example-product') + 1
  const theme = page.getByRole('combobox', { name: 'Theme' })
  const text = await program(page).textContent()
  const focuses = [
    page.getByRole('slider', { name: 'x1' }),
    theme,
    page.getByRole('combobox', { name: 'Speed' }),
    page.getByRole('combobox', { name: 'Step by' }),
    page.getByRole('tab', { name: 'Cost' }),
    position(page),
  ]
  for (const focus of focuses) {
    const before = await focus.evaluate((element) => (element as HTMLInputElement).value)
    await focus.focus()
    await page.keyboard.press('PageDown')
    await expect(words(page)).toHaveCount(2)
    await focus.focus()
    await page.keyboard.press('PageUp')
    await expect(words(page)).toHaveCount(1)
    await sceneAt(page, place)
    await focus.focus()
    await page.keyboard.press('.')
    await expect(blank(page)).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(blank(page)).toHaveCount(0)
    await expect(words(page)).toHaveCount(1)
    if (focus !== position(page))
      expect(await focus.evaluate((element) => (element as HTMLInputElement).value)).toBe(before)
  }
  expect(await program(page).textContent()).toBe(text)
  await press(page, 'Share')
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).focus()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('dialog', { name: 'Share' })).toHaveCount(0)
  await expect(words(page)).toHaveCount(2)
  // The question is asked again, since its answer is not told.
  await page.keyboard.press('PageUp')
  const answer = page.getByRole('region', { name: 'Question' }).getByRole('textbox')
  await answer.fill('1')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('.')
  await expect(answer).toHaveValue('1.')
  await sceneAt(page, place)
  await page.keyboard.press('Escape')
  await expect(answer).not.toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(words(page)).toHaveCount(2)
  await page.keyboard.press('PageDown')
  await sceneAt(page, place + 1)
})

test('F5 begins the show and reloads nothing; a reload goes on where it was; Esc leaves', async ({ page, open }) => {
  await open('#v=1&lesson=lecture&scene=reverse-example-product')
  await rest(page)
  await page.evaluate(() => document.documentElement.setAttribute('data-same', ''))
  await page.keyboard.press('F5')
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-same')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
  await page.keyboard.press('PageDown')
  await expect(words(page)).toHaveCount(2)
  await expect(page).toHaveURL(/present=1.*revealed=1|revealed=1.*present=1/)
  await page.reload()
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toBeVisible()
  await expect(words(page)).toHaveCount(2)
  // What is brought to the stage leaves the scene its words.
  for (const key of ['e', 't', 't']) {
    await page.keyboard.press(key)
    await expect(words(page).last()).toBeVisible()
  }
  await page.keyboard.press('b')
  await expect(blank(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(blank(page)).toHaveCount(0)
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toHaveCount(0)
  await expect(program(page)).toBeVisible()
})

test('laser and pen do not press, the next step wipes; formula, table, a still screen and a code come when asked', async ({
  page,
  open,
  axe,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await open(link({ program: LECTURE, mode: 'reverse', pass: 'f', step: 2, theme: 'dark' }))
  await rest(page)
  await press(page, 'Present')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(tally(page)).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Presenting' })).toBeVisible()
  expect(await axe(page)).toEqual([])
  const before = await position(page).inputValue()
  await page.keyboard.press('w')
  const box = await node(region(page, 'Reverse'), 'x2').boundingBox()
  await page.mouse.move(box?.x ?? 0, box?.y ?? 0)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 20)
  await page.mouse.up()
  await expect(page.locator('.show-held polyline')).toHaveCount(1)
  await expect(position(page)).toHaveValue(before)
  await page.keyboard.press('PageDown')
  await expect(page.locator('.show-held polyline')).toHaveCount(0)
  await expect(position(page)).not.toHaveValue(before)
  await page.keyboard.press('w')

  await page.keyboard.press('e')
  await expect(page.getByRole('region', { name: 'Reverse step' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('table', { name: 'Evaluation trace' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('table', { name: 'Evaluation trace' })).toHaveCount(0)

  await page.keyboard.press('+')
  await expect(page).toHaveURL(/zoom=/)
  await page.keyboard.press('PageDown')
  await expect(page).not.toHaveURL(/zoom=/)

  await page.keyboard.press('z')
  await expect(page.locator('.show-frozen .drawing')).toBeVisible()
  const still = await page.locator('.show-frozen').innerHTML()
  await page.keyboard.press('PageDown')
  expect(await page.locator('.show-frozen').innerHTML()).toBe(still)
  await page.keyboard.press('z')
  await expect(page.locator('.show-frozen')).toHaveCount(0)

  await page.keyboard.press('q')
  const code = page.getByRole('img', { name: 'Opens this moment on a phone' })
  await expect(code).toBeVisible()
  expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(300)
  const edges = (one: Locator) => one.evaluate((element) => element.getBoundingClientRect().toJSON())
  await expect.poll(async () => (await edges(page.locator('.picture'))).right).toBeLessThan((await edges(code)).left)
  await press(page, 'Leave the show')
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toHaveAttribute('aria-pressed', 'false')
})
