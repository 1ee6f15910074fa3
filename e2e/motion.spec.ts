import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { link, press, region, rest } from './page.ts'

test.use({ motion: true })

/** Counts React's commits by the hook that its developer tools use, which production builds call too. */
const countCommits = (page: Page) =>
  page.addInitScript(() => {
    const hook = { commits: 0, supportsFiber: true, inject: () => 1, onCommitFiberUnmount() {}, onCommitFiberRoot() {} }
    hook.onCommitFiberRoot = () => {
      hook.commits += 1
    }
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook })
  })

/** What is on the screen in each animation frame of playback, until so many steps were shown: the step, and the commits so far. */
const frames = (page: Page, steps: number) =>
  page.evaluate(async (most) => {
    const seen: { step: string | null; commits: number }[] = []
    const { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook } = window as unknown as {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: { commits: number }
    }
    const plays = () => document.querySelector('button[aria-label="Pause"]') !== null
    while (plays() && new Set(seen.map(({ step }) => step)).size <= most) {
      await new Promise(requestAnimationFrame)
      seen.push({ step: document.querySelector('.transport-label')?.textContent ?? null, commits: hook.commits })
    }
    return seen.slice(0, -1)
  }, steps)

test('playback with motion runs through every pass of both modes to the full Jacobian', async ({ page, open }) => {
  await open(link({ program: 'x = 3\nf = x*x' }))
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4')
  await press(page, 'Play')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(region(page, 'Reverse').locator('[data-adjoint="6"]')).toHaveCount(1)
  await expect(region(page, 'Forward').locator('[data-tangent="6"]')).toHaveCount(1)
})

test('between two settled steps of playback React commits nothing', async ({ page, open }) => {
  await countCommits(page)
  await open(link({ program: LECTURE, pass: 'f', step: 1 }))
  await rest(page)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.5')
  await press(page, 'Play')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  const seen = await frames(page, 3)
  const steps = new Set(seen.map(({ step }) => step))
  expect(steps.size).toBe(3)
  const between = seen.filter((_, i) => i > 1 && seen[i - 2].step === seen[i].step && seen[i - 1].step === seen[i].step)
  expect(between.length).toBeGreaterThan(30)
  for (const step of steps)
    expect(new Set(between.filter((frame) => frame.step === step).map(({ commits }) => commits)).size).toBeLessThan(2)
})
