import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type FrameLocator, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { test as base } from './fixtures.ts'
import { type Served, serve } from './served.ts'

const require = createRequire(import.meta.url)

/** A platform that keeps what it is told from one visit to the next, and shows one page of the package in a frame of a frame. */
const PLATFORM = `<!doctype html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><script src="scorm12.js"></script><script src="platform.js"></script>
<iframe title="Player" src="player.html" width="1300" height="820"></iframe>`
const SCRIPT = `window.API = new Scorm12API({ autocommit: false, logLevel: 5 })
const KEPT = ['cmi.suspend_data', 'cmi.core.lesson_location', 'cmi.core.lesson_status', 'cmi.core.score.raw']
const kept = sessionStorage.getItem('platform')
if (kept) API.loadFromFlattenedJSON(JSON.parse(kept), '')
API.on('LMSCommit', () => {
  const all = API.getFlattenedCMI()
  sessionStorage.setItem('platform', JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, all[name]]))))
})`
const PLAYER = `<!doctype html><html lang="en"><title>Player</title><iframe title="Page" src="package/neuron.html" width="1280" height="800"></iframe>`

const test = base.extend<{ host: Served }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  host: async ({}, use) => {
    const packed = unzipSync(readFileSync('dist/gradual-scorm.zip'))
    const files: Record<string, string | Buffer> = {
      'index.html': PLATFORM,
      'platform.js': SCRIPT,
      'player.html': PLAYER,
      'scorm12.js': readFileSync(require.resolve('scorm-again/scorm12/min')),
    }
    const host = await serve('/', (path) => files[path] ?? packed[path.replace('package/', '')] ?? null)
    await use(host)
    await host.cut()
  },
  baseURL: ({ host }, use) => use(host.address),
})

const pageIn = (page: Page): FrameLocator => page.frameLocator('[title="Player"]').frameLocator('[title="Page"]')
/** What the platform has of the learner. */
const told = (page: Page, element: string) =>
  page.evaluate((name) => JSON.parse(sessionStorage.getItem('platform') ?? '{}')[name], element)

test('a course platform is told of a lesson’s scenes and answers, and has it opened where it was left', async ({
  page,
}) => {
  await page.goto('./')
  const lesson = pageIn(page).getByRole('region', { name: 'Lesson', exact: true })
  const scene = (number: number) => lesson.getByRole('button', { name: `Scene ${number} of 10` })
  await expect(scene(1)).toBeVisible()
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('incomplete')
  const answer = lesson.getByRole('textbox')
  await answer.fill('1')
  await answer.press('Enter')
  await expect(lesson).toContainText('✓ Right')
  await expect.poll(() => told(page, 'cmi.core.score.raw')).toBe('10')

  // What the browser itself keeps is another’s.
  await pageIn(page)
    .locator('body')
    .evaluate(() => localStorage.clear())
  const on = lesson.getByTitle('On (PgDn)')
  const through = async (number: number) => {
    await expect(async () => {
      if (!(await scene(number).isVisible())) await on.click()
      await expect(scene(number)).toBeVisible({ timeout: 200 })
    }).toPass()
  }
  for (let number = 2; number <= 6; number++) await through(number)
  await expect.poll(() => told(page, 'cmi.core.lesson_location')).toContain('lesson=neuron&scene=sums-distribute')
  await page.reload()
  await expect(scene(6)).toBeVisible()
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('incomplete')
  for (let number = 7; number <= 10; number++) await through(number)
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('completed')
  expect(await told(page, 'cmi.core.score.raw')).toBe('10')
})
