import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { TABS } from '../src/state/tabs.ts'
import { expect, test } from './fixtures.ts'
import { misplaced } from './overlaps.ts'
import { link, press, rest, tab } from './page.ts'

const NETWORK = `data X = randn([32, 2], 3)
data y = zeros(32, 2)
param W = randn([2, 16], 1)*0.5
param b = zeros(16)
param V = randn([16, 2], 2)*0.3
h = dense(X, W, b)
loss = crossentropy(h @ V, y)`
const LONG = `reservoir_temperature = 2
ambient_temperature = 3
transfer_coefficient = 0.5
exposed_surface_area = 1.5
specific_heat_capacity = 4
heat_flow_outwards = transfer_coefficient*exposed_surface_area*(reservoir_temperature - ambient_temperature)
temperature_change = heat_flow_outwards/specific_heat_capacity
final_temperature = reservoir_temperature + temperature_change
radiated_energy = exposed_surface_area*reservoir_temperature^4
energy_balance = radiated_energy - heat_flow_outwards*sin(ambient_temperature)`

const PROGRAMS = { LECTURE, NETWORK, LONG }
const TITLES = TABS.filter(({ place }) => place !== 'column').map(({ title }) => title)
const PROJECTORS = [
  [1024, 768],
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1680, 1050],
] as const

/** What a tab loads on its first visit is there from then on. */
async function visitAll(page: Page): Promise<void> {
  for (const title of TITLES) {
    await tab(page, title)
    await expect(page.getByRole('tabpanel', { name: title })).not.toBeEmpty()
  }
  await page.waitForLoadState('networkidle')
}

/** Below this the program is a tab: 16 px text, the least in this theme, needs more than the usual 14. */
const NARROW = 1142

for (const [name, program] of Object.entries(PROGRAMS))
  test(`on a projector nothing leaves the window or lies on another: ${name}`, async ({ page, open }) => {
    await open(link({ program, theme: 'projector' }))
    await press(page, 'Go to end')
    await rest(page)
    await visitAll(page)
    for (const [width, height] of PROJECTORS) {
      await page.setViewportSize({ width, height })
      const more = width < NARROW ? ['Program'] : []
      await tab(page, 'Follow')
      await expect(page.getByRole('tab')).toHaveCount(more.length + TITLES.length)
      for (const title of [...more, ...TITLES]) {
        await tab(page, title)
        await expect(page.getByRole('tabpanel', { name: title })).not.toBeEmpty()
        await expect.poll(() => misplaced(page), `${width}×${height}, ${title}`).toEqual([])
      }
    }
  })

const VIEWS = ['Paths', 'Layers', 'Orders', 'Patterns', 'Duality', 'Elimination']
const SECTIONS =
  ':is(.app-panel, .ledger, .caption [role="tabpanel"]) :is(summary, button[aria-expanded="false"]):visible'

test('however much a tab shows, it scrolls in its place: the page is as high as the window', async ({ page, open }) => {
  await open(link({ program: LECTURE, pass: 'f', step: 4 }))
  await rest(page)
  await visitAll(page)
  const beyond = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  for (const title of TITLES) {
    await tab(page, title)
    // From the last one on, since those that are open are no longer counted.
    for (const section of (await page.locator(SECTIONS).all()).reverse()) await section.click()
    for (const view of title === 'Chain rule' ? VIEWS : []) {
      await page.getByRole('radio', { name: view }).check()
      expect(await beyond(), view).toBe(0)
    }
    await page.waitForLoadState('networkidle')
    expect(await beyond(), title).toBe(0)
  }
})

test('larger text leaves room for less: the program turns into a tab with the theme, and back', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await open(link({ program: LECTURE }))
  await expect(page.getByRole('tab')).toHaveCount(TITLES.length)
  const theme = page.getByRole('combobox', { name: 'Theme' })
  await theme.selectOption('Projector')
  await expect(page.getByRole('tab')).toHaveCount(TITLES.length + 1)
  await theme.selectOption('Light')
  await expect(page.getByRole('tab')).toHaveCount(TITLES.length)
})
