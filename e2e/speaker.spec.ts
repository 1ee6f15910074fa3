import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const lesson = (page: Page) => page.getByRole('region', { name: 'Lesson' })
const notes = (page: Page) => page.getByRole('region', { name: 'Speaker’s view' })
const scene = (page: Page, title: string) =>
  expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()

const BRANCH = 'Reverse mode: the branch'

test('the speaker’s window goes with the hall’s, from either side, over a reload, and each goes on alone', async ({
  page: hall,
  axe,
}) => {
  await hall.goto('./#v=1&lesson=lecture&scene=reverse-example-branch')
  await scene(hall, BRANCH)
  const [speaker] = await Promise.all([
    hall.waitForEvent('popup'),
    lesson(hall).getByRole('button', { name: 'Speaker’s window' }).click(),
  ])
  await scene(speaker, BRANCH)
  await expect(notes(speaker)).toContainText('move this window to your own screen')
  await expect(notes(speaker)).toContainText('The answer: 2.584')
  await expect(notes(speaker)).toContainText('In step with the lecture’s window.')
  await speaker.getByRole('button', { name: 'It is there' }).click()
  expect(await axe(speaker)).toEqual([])

  // The hall sees the hands and the likeliest slip with the answer, not before.
  const room = hall.getByRole('region', { name: 'Answers of the room' })
  await speaker.getByRole('spinbutton', { name: '2.584' }).fill('12')
  await speaker.getByRole('spinbutton', { name: '3', exact: true }).fill('30')
  await speaker.getByText('60 s').click()
  await expect(lesson(hall).getByRole('timer')).toBeVisible()
  await expect(room).toBeHidden()
  await speaker.keyboard.press('PageDown')
  await expect(room).toContainText('30')
  await expect(room).toContainText('adds up')
  await expect(lesson(hall)).toContainText('a term for each consumer')

  await hall.keyboard.press('PageDown')
  await scene(speaker, 'Gradients add at branches')
  await speaker.reload()
  await scene(speaker, 'Gradients add at branches')
  await speaker.keyboard.press('PageDown')
  await scene(hall, 'COPY and SUM trade places')
  await hall.keyboard.press('PageDown')
  await expect(hall).toHaveURL(/revealed=1/)
  await hall.reload()
  await scene(hall, 'COPY and SUM trade places')
  await speaker.keyboard.press('b')
  const black = hall.getByRole('button', { name: 'Back to the picture' })
  await expect(black).toBeVisible()
  await expect(speaker.getByRole('button', { name: 'Blank' })).toHaveAttribute('aria-pressed', 'true')
  await hall.keyboard.press('PageDown')
  await expect(black).toBeHidden()
  await expect(speaker.getByRole('button', { name: 'Blank' })).toHaveAttribute('aria-pressed', 'false')
  await hall.keyboard.press('PageDown')
  await scene(speaker, 'Reverse mode: another input?')

  // What only a show has comes back off where the page is for a desk; in a show it is in both.
  const isOn = (name: string, on: boolean) =>
    expect(speaker.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', String(on))
  await speaker.keyboard.press('q')
  await isOn('Code for phones', false)
  await speaker.keyboard.press('F5')
  await isOn('Present', true)
  await speaker.keyboard.press('z')
  await expect(hall.locator('.show-frozen')).toBeVisible()
  await hall.keyboard.press('z')
  await isOn('Stand still', false)
  await speaker.keyboard.press('e')
  await expect(hall.getByRole('region', { name: 'Reverse step' })).toBeVisible()
  await speaker.keyboard.press('+')
  await expect(hall).toHaveURL(/zoom=/)
  await speaker.keyboard.press('-')
  await speaker.keyboard.press('PageUp')
  await isOn('Formulas', false)
  await expect(hall).not.toHaveURL(/zoom=/)
  await speaker.keyboard.press('PageDown')
  await scene(hall, 'Reverse mode: another input?')

  await speaker.keyboard.press('Escape')
  await isOn('Present', false)
  await expect(hall.locator(':root[data-presenting]')).toHaveCount(0)
  await hall.keyboard.press('F5')
  await isOn('Present', true)

  // Without a goodbye, as when it crashes.
  await hall.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {}
  })
  await hall.close()
  await expect(notes(speaker)).toContainText('The lecture’s window is closed.')
  await speaker.keyboard.press('PageUp')
  await scene(speaker, 'COPY and SUM trade places')
})
