import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { link, node, press, region, tab } from './page.ts'

/** Somebody’s own: other names, another order, one picture as a matrix. */
const OWN = `data labels = zeros(10)
data image = zeros(8, 8)
param k = randn([3, 3], 4)*0.3
param V = randn([36, 10], 5)*0.1
features = relu(conv(image, k))
scores = reshape(features, 36) @ V
loss = crossentropy(scores, labels)`

const CLASSIFIER = `data X = zeros(16, 64)
data Y = zeros(16, 10)
param W = zeros(64, 10)
param b = zeros(10)
z = X @ W + b
loss = crossentropy(z, Y)`

const FILE = /\/assets\/digits-[^/]*\.js$/

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Train' })
const run = (page: Page) => page.getByRole('button', { name: 'Run training' })
const samples = (page: Page) => panel(page).locator('figure', { hasText: 'Held-out samples' })
const figure = (page: Page, title: string) => page.locator(`[data-figure="${title}"] data`)
const number = async (page: Page, title: string) => Number(await figure(page, title).getAttribute('value'))

async function openExample(page: Page, name: string): Promise<void> {
  await press(page, 'Examples')
  await page.getByRole('searchbox', { name: 'Search examples' }).fill(name)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
}

test('digits from the examples are learnt: 95 % of those held out, with the pace, the time left and the graph beside it', async ({
  page,
  open,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open()
  await openExample(page, 'Digits, 64-32-10')
  expect(asked.filter((url) => FILE.test(url))).toEqual([])
  await tab(page, 'Train')
  await expect(run(page)).toBeEnabled()
  expect(asked.filter((url) => FILE.test(url))).toHaveLength(1)
  await expect(panel(page)).toContainText('1,442 samples are learnt from, 355 are held out.')
  expect(await number(page, 'Held-out accuracy')).toBeLessThan(0.4)
  await page.getByText('Settings').click()
  const epochs = page.getByRole('spinbutton', { name: 'Epochs' })
  await expect(epochs).toHaveValue('20')
  // So many that it still runs when all that moves has been looked at.
  await epochs.fill('1000')
  await run(page).click()
  await expect(figure(page, 'Updates a second')).toHaveText(/^\d+$/)
  await expect(figure(page, 'Time left')).toHaveText(/^\d+ min \d\d s$/)
  // The graph is at the end of the adjoint pass of the mini-batch at hand, and moves.
  const weights = node(region(page, 'Reverse'), 'W1')
  await expect(weights).toHaveAttribute('data-adjoint', /./)
  const before = await weights.getAttribute('data-adjoint')
  await expect(weights).not.toHaveAttribute('data-adjoint', String(before))
  await expect(node(region(page, 'Reverse'), 'v1')).toHaveAttribute('data-adjoint', /./)
  await epochs.fill('20')
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full')
  const stopped = panel(page).getByText(/^Stopped after \d+0 epochs, as the settings say\.$/)
  await expect(stopped).toBeVisible()
  const updates = await number(page, 'Updates')
  expect(updates % 900).toBe(0)
  expect(await number(page, 'Held-out accuracy')).toBeGreaterThan(0.95)
  await expect(page.locator('[data-figure="Time left"] dd')).toHaveText('–')

  // Some are never told; each of them says what it is taken for.
  await expect(samples(page).getByRole('listitem')).toHaveCount(60)
  await samples(page).getByRole('checkbox', { name: 'Only wrong ones' }).check()
  const wrong = Math.round(355 * (1 - (await number(page, 'Held-out accuracy'))))
  await expect(samples(page).getByRole('listitem')).toHaveCount(wrong)
  await expect(samples(page).getByRole('listitem').first()).toHaveText(/\d ✗ \d\d, predicted as \d/)
  await expect(samples(page)).toContainText(`${wrong} of 355 samples are misclassified`)

  await press(page, 'Go on')
  await expect.poll(() => number(page, 'Updates')).toBe(updates + 900)
  await expect(stopped).toBeVisible()
})

test('attention learns to look something up, with the settings that its example brings, which the next one takes back', async ({
  page,
  open,
}) => {
  await open()
  await openExample(page, 'Attention, two classes')
  await tab(page, 'Train')
  await expect(panel(page)).toContainText('X: the sample, 5×4 numbers; y: the class, a column for each of 2.')
  await expect(panel(page)).toContainText('look-up, batch 16, Adam 0.05')
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full')
  await run(page).click()
  await expect(panel(page).getByText('Stopped after 20 epochs, as the settings say.').first()).toBeVisible()
  expect(await number(page, 'Accuracy')).toBeGreaterThan(0.98)
  await openExample(page, 'Linear regression')
  await expect(panel(page)).toContainText('own data, batch 5, SGD 0.1')
  await expect(page.locator('[data-figure="Time left"]')).toHaveCount(0)
})

test('a program of one’s own learns from the digits, in mini-batches or picture by picture', async ({ page, open }) => {
  await open(link({ program: CLASSIFIER, tab: 'train' }))
  await press(page, 'Train on “digits”')
  await expect(panel(page)).toContainText('X: the sample, 8×8 numbers; Y: the class, a column for each of 10.')
  await page.getByText('Settings').click()
  await expect(panel(page)).toContainText('E. Alpaydin and C. Kaynak')
  await expect(panel(page)).toContainText('CC BY 4.0')
  await page.getByRole('spinbutton', { name: 'Epochs' }).fill('2')
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('full')
  await run(page).click()
  await expect(panel(page).getByText('Stopped after 2 epochs, as the settings say.').first()).toBeVisible()
  expect(await number(page, 'Held-out accuracy')).toBeGreaterThan(0.8)
  await page.getByRole('spinbutton', { name: 'Epochs' }).fill('')
  await expect(page.locator('[data-figure="Time left"]')).toHaveCount(0)

  await page.evaluate((to) => location.assign(to), link({ program: OWN, tab: 'train', unfolded: 'settings' }))
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('digits')
  await expect(panel(page)).toContainText('image: the sample, 8×8 numbers; labels: the class, a column for each of 10.')
  await press(page, 'Next update')
  await expect.poll(() => number(page, 'Updates')).toBe(1)
  await expect(page).toHaveURL(/dataset=digits/)
})

test.describe('where the digits do not load', () => {
  test.use({ expectedErrors: /ERR_FAILED|Failed to fetch dynamically/ })

  test('it is said in their place, and they come when they are tried again', async ({ page, open }) => {
    let isDown = true
    await page.route(FILE, (route) => (isDown ? route.abort() : route.fallback()))
    await open(link({ program: CLASSIFIER, tab: 'train', dataset: 'digits', trained: 6 }))
    await expect(panel(page)).toContainText('The data set “digits” did not load.')
    await expect(run(page)).toBeDisabled()
    // Other data are there all the same.
    await page.getByText('Settings').click()
    await page.getByRole('combobox', { name: 'Data set' }).selectOption('own')
    await expect(run(page)).toBeEnabled()
    await page.getByRole('combobox', { name: 'Data set' }).selectOption('digits')
    await expect(panel(page)).toContainText('The data set “digits” did not load.')
    isDown = false
    await panel(page).getByRole('button', { name: 'Try again' }).click()
    await expect(run(page)).toBeEnabled()
    await expect(panel(page)).toContainText('355 are held out')
  })
})

for (const theme of ['light', 'dark'])
  for (const width of [1440, 390])
    test(`axe finds no violation among the samples: ${theme}, ${width} px wide`, async ({ page, open, axe }) => {
      await page.setViewportSize({ width, height: 860 })
      await open(link({ program: CLASSIFIER, tab: 'train', dataset: 'digits', epochs: 2, trained: 30, theme }))
      await expect(samples(page).getByRole('listitem')).toHaveCount(60)
      expect(await axe(page)).toEqual([])
      expect(await panel(page).evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0)
    })
