import type { Locator, Page } from '@playwright/test'
import { type Batch, batches, firstFiles, lateParts, lateStyles } from './built.ts'
import { expect, test } from './fixtures.ts'
import { link, node, press, program, region, tab } from './page.ts'

test.use({ expectedErrors: /ERR_FAILED|Failed to fetch dynamically|Unable to preload CSS|A worker failed|^Event$/ })

/** Where parts of the page show themselves, and what stands there instead where they do not load. */
interface Station {
  readonly parts: readonly string[]
  readonly reach: (page: Page) => Promise<unknown>
  readonly here: (page: Page) => Locator
  readonly says: string
  /** Parts that have to load before it can be reached. */
  readonly after?: readonly string[]
  readonly leave?: (page: Page) => Promise<unknown>
}

const inPanel = (page: Page, name: string) => page.getByRole('tabpanel', { name, exact: true })
const content = (place: Locator) => place.locator(':scope > :not(.missing, .visually-hidden)').first()
const close = (page: Page) => page.keyboard.press('Escape')

const panel = (name: string, source: string, says: string): Station => ({
  parts: [source],
  reach: (page) => tab(page, name),
  here: (page) => content(inPanel(page, name)),
  says,
})

/** What stands beside the graph, or in its place. */
const chapter = (name: string, source: string): Station => ({
  ...panel(name, source, `The chapter “${name}” did not load`),
  here: (of) => content(of.locator('.app-panel')),
})

const view = (name: string, folder: string): Station => ({
  parts: [`src/ui/panels/chain/${folder}/${name}.tsx`],
  reach: async (page) => {
    await tab(page, 'Chain rule')
    await page.getByRole('radio', { name, exact: true }).check()
  },
  here: (page) => page.locator('.chain > :not(.pills, .missing)').first(),
  says: `The view “${name}” did not load`,
  after: ['src/ui/panels/chain/ChainPanel.tsx'],
})

const stage = (name: string, folder: string): Station => ({
  ...view(name, folder),
  parts: [`src/ui/panels/chain/${folder}/${name}Stage.tsx`],
  here: (page) => content(page.getByRole('region', { name: 'Stage' })),
  says: `The stage of ${folder} did not load`,
  after: ['src/ui/panels/chain/ChainPanel.tsx', 'src/ui/panels/chain/linearised/Stage.tsx'],
})

const dialog = (button: string, source: string, says: string, title = button): Station => ({
  parts: [source],
  reach: (page) => press(page, button),
  here: (page) =>
    page.getByRole('dialog', { name: title }).locator('.dialog-body > :not(.dialog-head, .missing)').first(),
  says,
  leave: close,
})

const shared = (title: string, source: string, says: string): Station => ({
  ...dialog('Share', source, says),
  reach: async (page) => {
    await press(page, 'Share')
    await page.getByRole('radio', { name: title, exact: true }).check()
  },
  here: (page) => content(page.locator('.sharing-section')),
  after: ['src/ui/panels/share/Sections.tsx'],
})

const inJacobian = (name: string, source: string, says: string, region: string): Station => ({
  parts: [source],
  reach: async (page) => {
    await tab(page, 'Jacobian')
    const button = page.getByRole('button', { name, exact: true })
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  },
  here: (page) => page.getByRole('region', { name: region }).first(),
  says,
  after: ['src/ui/shell/ledgerContent.tsx'],
})

/** What is loaded without being asked for, and has no place of its own. */
const atStart = (source: string, says: string, here: (page: Page) => Locator): Station => ({
  parts: [source],
  reach: async () => {},
  here,
  says,
})

const graph = (page: Page) => node(region(page, 'Forward'), 'v3')

/** The same, after a chapter that has no graph as long as there is nothing to train. */
const inFollow = (source: string, says: string): Station => ({
  ...atStart(source, says, graph),
  reach: (page) => tab(page, 'Follow'),
})

const stations: readonly Station[] = [
  atStart('src/ui/panels/program/editor.ts', 'The editor, with its colours and suggestions, did not load', (page) =>
    page.locator('.cm-content'),
  ),
  atStart('src/state/reading.ts', 'What makes the graph out of the text did not load', graph),
  {
    parts: ['src/state/linkState.ts'],
    reach: (page) => press(page, 'Next step'),
    here: graph,
    says: 'What reads and writes links did not load',
    // What keeps the program asks for a link to it.
    after: ['src/state/upkeep.ts'],
  },
  atStart('src/notation/partials.ts', 'What writes formulas on edges did not load', graph),
  atStart('src/ui/graph/camera/gestures.ts', 'What moves and enlarges graphs by pointer did not load', graph),
  atStart('src/ui/graph/magnifier/Magnifier.tsx', 'The glass for small nodes did not load', graph),
  atStart('src/ui/panels/tally/TallyCounts.tsx', 'The count of operations did not load', (page) =>
    page.getByRole('button', { name: 'Race', exact: true }),
  ),
  atStart('src/ui/panels/program/Problems.tsx', 'The list of problems did not load', graph),
  atStart('src/ui/panels/caption/Told.tsx', 'The caption did not load', (page) =>
    page.locator('.caption-sentence').first(),
  ),
  panel('Step', 'src/ui/panels/caption/Unfolded.tsx', 'The caption’s formulas did not load'),
  {
    ...panel('Step', 'node_modules/katex/dist/katex.mjs', 'What typesets formulas did not load'),
    // Before the first step there is no formula.
    reach: async (page) => {
      await tab(page, 'Step')
      await press(page, 'Next step')
    },
    here: (page) => page.locator('.katex').first(),
    after: ['src/ui/panels/caption/Unfolded.tsx'],
  },
  {
    parts: ['src/trace/narration/index.ts'],
    reach: (page) => press(page, 'Next step'),
    here: graph,
    says: 'What says each step aloud did not load',
  },
  panel('Trace', 'src/ui/shell/ledgerContent.tsx', 'The ledger did not load'),
  {
    ...inJacobian(
      'Picture',
      'src/ui/panels/ledger/sparsity/PictureSection.tsx',
      'The picture of the Jacobian did not load',
      'Picture',
    ),
    here: (page) => page.locator('.jacobian-picture, .jacobian-legend').first(),
  },
  inJacobian(
    'Second order',
    'src/ui/panels/ledger/hessian/SecondOrder.tsx',
    'The second order did not load',
    'Second order',
  ),
  chapter('Cost', 'src/ui/panels/cost/CostPanel.tsx'),
  chapter('Chain rule', 'src/ui/panels/chain/ChainPanel.tsx'),
  view('Paths', 'paths'),
  view('Layers', 'layers'),
  view('Orders', 'orders'),
  view('Patterns', 'patterns'),
  view('Duality', 'duality'),
  {
    ...stage('Duality', 'duality'),
    parts: ['src/ui/panels/chain/linearised/Stage.tsx'],
    says: 'The stage of the chain rule did not load',
    after: ['src/ui/panels/chain/ChainPanel.tsx'],
  },
  stage('Duality', 'duality'),
  view('Elimination', 'elimination'),
  stage('Elimination', 'elimination'),
  chapter('Methods', 'src/ui/panels/methods/MethodsPanel.tsx'),
  chapter('Train', 'src/ui/panels/train/TrainPanel.tsx'),
  dialog('Examples', 'src/ui/panels/examples/ExamplesList.tsx', 'The list of examples did not load'),
  dialog('Reference', 'src/ui/panels/reference/ReferenceContent.tsx', 'The reference did not load'),
  dialog('Share', 'src/ui/panels/share/Sections.tsx', 'What shares this moment did not load', 'Share this moment'),
  shared('Link', 'src/ui/panels/share/link/LinkSection.tsx', 'The link did not load'),
  dialog('Hide', 'src/ui/panels/hiding/HideChoices.tsx', 'What can be hidden did not load', 'Hide, and ask'),
  inFollow('src/ui/panels/help/Help.tsx', 'The help did not load'),
  inFollow('src/ui/panels/legend/Legend.tsx', 'The legend did not load'),
  inFollow('src/ui/panels/goto/GoTo.tsx', '“Go to a node or step” did not load'),
]

const PROGRAM = 'x1 = 2'

/** What the editor or the plain field holds. */
const text = (page: Page) =>
  program(page).evaluate((field) => (field instanceof HTMLTextAreaElement ? field.value : field.textContent))

/** Lets these files fail to load while `isDown` is true. */
async function losing(page: Page, files: readonly string[]) {
  const network = { isDown: true }
  // A pattern, so that the test is asked about these files alone.
  const lost = new RegExp(`/(?=assets/)[^?#]*(${files.map((file) => file.replaceAll('.', '\\.')).join('|')})([?#]|$)`)
  await page.route(lost, (route) => (network.isDown ? route.abort() : route.fallback()))
  return network
}

test('each place where a missing part is said is that of a part that loads late', () => {
  expect(stations.flatMap(({ parts }) => parts).filter((part) => !lateParts.includes(part))).toEqual([])
})

const SHARDS = 7
const MOST_MET = 8

for (let shard = 0; shard < SHARDS; shard++)
  test(`a part that does not load is said in its place, the rest lives, and it comes when tried again (${shard + 1})`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    for (const batch of batches().filter((_, index) => index % SHARDS === shard))
      await test.step(batch.files.join(', '), () => walk(page, batch))
  })

test('parts whose styles do not load work all the same, and get them when tried again', async ({ page }) => {
  const network = await losing(page, lateStyles)
  await page.goto('./')
  for (const station of stations.filter(({ says }) => !says.startsWith('What typesets'))) {
    await station.reach(page)
    await expect(station.here(page)).toBeVisible()
    await station.leave?.(page)
  }
  await expect(page.getByText('Styles did not load')).toBeVisible()
  await expect(page.locator('.katex')).toHaveCount(0)
  network.isDown = false
  await tryAgain(page)
  await tab(page, 'Step')
  await expect(page.locator('.katex').first()).toBeVisible()
  const unstyled = () =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet)
  await expect.poll(() => page.evaluate(`(${unstyled})().length`)).toBe(0)
})

test('what is missing is tried again by its own button, in its own place', async ({ page }) => {
  const network = await losing(page, ['.js'])
  network.isDown = false
  await page.goto('./')
  await expect(page.locator('.cm-content')).toBeVisible()
  network.isDown = true
  await tab(page, 'Methods')
  const place = page.locator('.app-panel')
  await expect(place).toContainText('The chapter “Methods” did not load')
  await place.getByRole('button', { name: 'Try again' }).click()
  await expect(place).toContainText('Tried 2 times')
  network.isDown = false
  await place.getByRole('button', { name: 'Try again' }).click()
  await expect(content(place)).toBeVisible()
  await expect(place.getByRole('alert')).toHaveCount(0)
})

test('without what draws heat maps their scales are read, and they are drawn once it is there', async ({ page }) => {
  const files = batches().flatMap((batch) => batch.files)
  const network = await losing(
    page,
    files.filter((file) => file.includes('heatMap-')),
  )
  await page.goto(`./${link({ program: 'x = [1, -2, 3, 0.5, 4, -7]\nf = sum(x^2)' })}`)
  await expect(page.getByText('What draws large arrays did not load')).toBeVisible()
  await expect(page.locator('[data-shows="value"]').first()).toHaveText('■ 7')
  await expect(page.locator('.cells-frame')).toHaveCount(0)
  network.isDown = false
  await tryAgain(page)
  await expect(page.locator('.cells-frame').first()).toBeVisible()
})

test('without the editor the text stands in a plain field that is compiled, and a reload keeps it', async ({
  page,
}) => {
  await losing(page, [
    ...batches()
      .flatMap(({ files }) => files)
      .filter((file) => file.includes('editor-')),
  ])
  await page.goto('./')
  await expect(page.getByText('The editor, with its colours and suggestions, did not load')).toBeVisible()
  await program(page).fill('x1 = 2\nf = x1^3')
  await expect(page.locator('[data-node="f"], [data-node="v1"]').first()).toHaveAttribute('data-value', '8')
  await page.getByRole('button', { name: 'Reload the page' }).first().click()
  // While the page is opened anew there is none to ask.
  await expect.poll(() => text(page).catch(() => '')).toContain('x1^3')
})

test('where a script without which nothing runs does not load, the page says so', async ({ page }) => {
  // Each is needed in the same way: the page’s own, and some that it imports.
  const scripts = [...firstFiles].filter((_, index) => index % 9 === 0)
  for (const file of scripts) {
    await losing(page, [file])
    await page.goto('./')
    await expect(page.getByText('a file of the page did not arrive')).toBeAttached()
    await expect(page.getByRole('main')).toHaveCount(0)
    await page.unrouteAll()
  }
  await expect(page.getByText('a file of the page did not arrive')).toBeVisible()
})

test('without its fonts the page is whole', async ({ page, open }) => {
  await losing(page, ['.woff2'])
  await open()
  await expect(graph(page)).toBeVisible()
  await tab(page, 'Step')
  await press(page, 'Next step')
  await expect(page.locator('.katex').first()).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
})

async function tryAgain(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    const left = await again.count()
    if (left > 0) await again.last().click({ timeout: 1000 })
    // The next one as soon as this one has its part.
    if (left > 0) await expect(again).not.toHaveCount(left, { timeout: 500 })
    await expect(again).toHaveCount(0, { timeout: 1 })
  }).toPass({ intervals: [0] })
}

async function walk(page: Page, { files, parts }: Batch): Promise<void> {
  const network = await losing(page, files)
  await page.goto('./')
  const all = stations.filter((station) => station.parts.some((part) => parts.has(part)))
  // What nearly all parts need is tried at some of them.
  const met = all.filter((_, index) => index % Math.ceil(all.length / MOST_MET) === 0)
  for (const station of met) {
    const isReachable = !station.after?.some((part) => parts.has(part))
    if (!isReachable) continue
    await station.reach(page)
    await expect(page.getByText(station.says).first()).toBeVisible()
    await station.leave?.(page)
    await expect.poll(() => text(page)).toContain(PROGRAM)
    // A stage of the chain rule takes the graph’s place.
    await expect(
      graph(page)
        .or(page.getByRole('region', { name: 'Stage' }))
        .or(page.getByText('stage of the chain rule did not load'))
        .or(page.getByText('The chapter “Train” did not load')),
    ).toBeVisible()
  }
  network.isDown = false
  await tryAgain(page)
  await tab(page, 'Step')
  for (const station of met) {
    await station.reach(page)
    await expect(station.here(page)).toBeVisible()
    await expect(page.getByText(station.says)).toHaveCount(0)
    await station.leave?.(page)
  }
  await page.unrouteAll()
}
