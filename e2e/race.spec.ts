import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { link, press, region } from './page.ts'

const PROGRAM = 'a = 1\nb = 2\nc = 3\nf = sin(a*b)*sin(b*c)'
const pulses = (page: Page) => page.locator('.pulse:not([hidden])')
/** Where the pulses stand, frame by frame. */
const places = (page: Page) =>
  pulses(page).evaluateAll(async (all) => {
    const seen: string[] = []
    for (let frame = 0; frame < 5; frame++) {
      await new Promise(requestAnimationFrame)
      seen.push(all.map((pulse) => (pulse as HTMLElement).style.transform).join())
    }
    return new Set(seen).size
  })

test.describe('with motion', () => {
  test.use({ motion: true })

  test('pulses travel in both panes at once, each mode in a step of its own, and a pause holds them', async ({
    page,
    open,
  }) => {
    await open(link({ program: PROGRAM }))
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25')
    await press(page, 'Race')
    await expect(pulses(page)).toHaveCount(2)
    await expect(region(page, 'Forward').locator('.pulse[data-pass="tangent"]')).toBeVisible({ timeout: 60_000 })
    await expect(region(page, 'Reverse').locator('.pulse[data-pass="adjoint"]')).toBeVisible({ timeout: 60_000 })
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
    expect(await places(page)).toBeLessThan(2)
  })
})

test('by keyboard a race is stepped, taken back and finished, and says who was first', async ({ page, open }) => {
  await open(link({ program: PROGRAM, mode: 'compare', race: 0 }))
  const label = page.locator('.transport-label')
  await expect(label).toContainText('Race, 0 operations each')
  await page.keyboard.press('ArrowRight')
  await expect(label).toContainText('Race, 1 operation each')
  await expect(pulses(page)).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(label).toContainText('Race, 0 operations each')
  await page.keyboard.press('End')
  await expect(region(page, 'Reverse')).toContainText('✓ done first')
  await expect(region(page, 'Forward')).toContainText(/done: \d+ operations/)
  await expect(page.getByText(/reverse mode, 1 pass against 3; \d+ operations against \d+\./)).toBeVisible()

  // On a phone nothing of them is cut, hidden or not.
  await page.setViewportSize({ width: 390, height: 844 })
  const right = () =>
    page.locator('.tally-done').evaluateAll((lines) => {
      const range = document.createRange()
      return Math.max(
        ...lines.map((line) => {
          range.selectNodeContents(line)
          return range.getBoundingClientRect().right
        }),
      )
    })
  for (const hide of ['tangents', 'counts']) {
    await open(link({ program: PROGRAM, mode: 'compare', race: 0, hide }))
    await expect(page.getByText('? stored')).toHaveCount(hide === 'counts' ? 2 : 0)
    await expect.poll(right).toBeLessThan(390)
  }
})
