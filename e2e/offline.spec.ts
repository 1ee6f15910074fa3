import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { test as base } from './fixtures.ts'
import { caption, link, node, notices, press, region, tab, tally } from './page.ts'
import { type Served, serve } from './served.ts'

const built = (path: string): Buffer | null => {
  try {
    return readFileSync(`dist/${path}`)
  } catch {
    return null
  }
}

/** A host of its own, with the page in a folder of a folder. */
const test = base.extend<{ host: Served }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  host: async ({}, use) => {
    const host = await serve('/course/x/', built)
    await use(host)
    await host.cut()
  },
  baseURL: ({ host }, use) => use(host.address),
})

test.use({ serviceWorkers: 'allow' })

const TWO_ROUNDS = 'import numpy as np\nx = 0.5\nfor i in range(2):\n    x = np.sin(x)\nf = x**2'
const LINE = 'data x = [-1, 0, 1]\ndata y = [-1, 0, 1]\nparam a = 0.2\np = a*x\nloss = mse(p, y)'
const DIGITS =
  'data X = zeros(32, 64)\ndata Y = zeros(32, 10)\nparam W = zeros(64, 10)\nz = X @ W\nloss = crossentropy(z, Y)'
/** Compiled and laid out by workers. */
const LARGE = 'x = ones(12, 12)\nf = sum(x @ x)'

const LESSONS = ['first-steps', 'forward-or-reverse', 'neuron', 'lecture']
const lesson = (page: Page) => page.getByRole('region', { name: 'Lesson', exact: true })

/** Goes where a link of the open page leads. */
const follow = (page: Page, fields: Parameters<typeof link>[0]) =>
  page.evaluate((fragment) => {
    location.hash = fragment
  }, link(fields))

/** Until the browser has all of the page. */
const kept = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller?.state === 'activated'
  })

/** Chapters, workers, training, examples, lessons: what loads late and what runs beside the page. */
async function useAll(page: Page): Promise<void> {
  await press(page, 'Next step')
  await expect(caption(page)).toContainText('is an input')
  for (const name of ['Trace', 'Jacobian', 'Chain rule', 'Cost', 'Methods']) {
    await tab(page, name)
    await expect(page.getByRole('tabpanel', { name, exact: true }).locator('> *').first()).toBeVisible()
  }
  await follow(page, { program: TWO_ROUNDS, mode: 'reverse' })
  await expect(node(region(page, 'Reverse'), 'x')).toHaveAttribute('data-value', '0.5')
  await follow(page, { program: LARGE, unrolled: 1 })
  await expect(page.locator('canvas').first()).toBeVisible()
  await follow(page, { program: LINE, tab: 'train' })
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full')
  await press(page, 'Run training')
  await expect(page.locator('[data-figure="Loss"] data, [data-figure] data').first()).toBeVisible()
  await follow(page, { program: DIGITS, tab: 'train', dataset: 'digits' })
  await expect(page.getByRole('tabpanel', { name: 'Train' })).toContainText('355 are held out')
  await press(page, 'Examples')
  await expect(page.getByRole('dialog', { name: 'Examples' }).getByRole('button').nth(5)).toBeVisible()
  await page.keyboard.press('Escape')
  for (const name of LESSONS) {
    await follow(page, { lesson: name })
    await expect(lesson(page).getByRole('button', { name: /^Scene 1 of/ })).toBeVisible()
  }
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
}

test('with the network cut after the first load all of the page works, and a reload too, in a folder of any host', async ({
  page,
  host,
  open,
}) => {
  const own = readFileSync('src/lessons/files/neuron.gradual-lesson.json')
  host.file = (path) => (path === 'own.gradual-lesson.json' ? own : built(path))
  await open()
  await kept(page)
  // One of the course staff’s own, which stands beside the page.
  await follow(page, { lesson: 'own' })
  await expect(lesson(page)).toBeVisible()
  await host.cut()
  await page.goto(host.address)
  await useAll(page)
  await follow(page, { lesson: 'own' })
  await expect(page).toHaveURL(/lesson=own/)
  await expect(lesson(page).getByRole('button', { name: 'Scene 1 of 10' })).toBeVisible()
  await page.reload()
  await expect(lesson(page)).toBeVisible()
  await page.goto(host.address)
  await expect(tally(page)).toContainText('Reverse mode')
})

test.describe('where a file does not arrive', () => {
  test.use({ expectedErrors: /cannot be kept: 404|status of 404/ })

  test('no failure is kept, and the next visit makes up for it', async ({ page, host, open }) => {
    const missing = /^assets\/TrainPanel-.*\.js$/
    host.file = (path) => (missing.test(path) ? null : built(path))
    await open()
    await expect.poll(() => host.asked.some((path) => missing.test(path))).toBe(true)
    const train = host.asked.find((path) => missing.test(path)) ?? ''
    const isKept = () => page.evaluate(async (file) => (await caches.match(file)) !== undefined, train)
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) ?? null))
      .toBe(null)
    expect(await isKept()).toBe(false)
    host.file = built
    await page.reload()
    await kept(page)
    expect(await isKept()).toBe(true)
  })
})

test('a new version is offered, and the page goes on with its own until the reader loads it', async ({
  page,
  host,
  open,
}) => {
  await open()
  await kept(page)
  // The next version has other files: those of this one are gone from the host.
  const gone = /^assets\/(MethodsPanel|CostPanel)-/
  host.file = (path) => {
    if (path === 'index.html') return String(built(path)).replace('<title>', '<title>Next: ')
    if (path === 'sw.js')
      return String(built(path))
        .replace(/VERSION="/, '$&next')
        .replace(/"assets\/(Methods|Cost)Panel-[^"]*",/g, '')
    return gone.test(path) ? null : built(path)
  }
  await page.reload()
  const offer = notices(page).filter({ hasText: 'A new version of Gradual is here.' })
  await expect(offer).toBeVisible()
  await expect(page).toHaveTitle(/^Gradual/)
  await tab(page, 'Methods')
  await expect(page.getByRole('tabpanel', { name: 'Methods' })).toBeVisible()
  await tab(page, 'Follow')
  await press(page, 'Next step')
  await press(page, 'Next step')
  await offer.getByRole('button', { name: 'Load it' }).click()
  await expect(page).toHaveTitle(/^Next: Gradual/)
  await expect(page.getByText('step 2 of')).toBeVisible()
  await expect(offer).toHaveCount(0)
})

test('the page as one file works from a disk, with its workers, and within its policy', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`blocked: ${violatedDirective} ${blockedURI}`),
    )
  })
  await page.goto(pathToFileURL('dist/gradual.html').href)
  await expect(node(region(page, 'Forward'), 'v3')).toBeVisible()
  await useAll(page)
  expect(page.workers().length).toBeGreaterThan(0)
  await page.goto(`${pathToFileURL('dist/gradual.html').href}${link({ program: 'x = 3\nf = x^2', mode: 'reverse' })}`)
  await page.reload()
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-value', '9')
})

test.describe('where the browser forbids workers', () => {
  test.use({ expectedErrors: /A worker failed/ })

  test('the page as one file runs Python itself, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException('Workers are not for files', 'SecurityError')
        }
      } as unknown as typeof Worker
    })
    await page.goto(`${pathToFileURL('dist/gradual.html').href}${link({ program: TWO_ROUNDS, mode: 'reverse' })}`)
    await expect(node(region(page, 'Reverse'), 'x')).toHaveAttribute('data-value', '0.5')
    await expect(notices(page).filter({ hasText: 'does not run' })).toBeVisible()
  })
})
