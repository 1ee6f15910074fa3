import type { Page } from '@playwright/test'
import { LECTURE } from '../src/examples/lecture.ts'
import { TABS } from '../src/state/tabs.ts'
import { expect, test } from './fixtures.ts'
import { link, rest, tab } from './page.ts'

/** What the nodes say by step 4 of the first passes, by the region that they stand in. */
const SAYS = {
  'Forward mode': [
    'x1, input, value 2, tangent 1',
    'x2, input, value 3, does not depend on x1',
    'v1, sine, value 0.9093, tangent minus 0.4161, operand x1',
    'v2, multiply, value 6, tangent 3, operands x1 and x2',
    'v3, add, value 6.909, tangent 2.584, operands v1 and v2, output f',
  ],
  'Reverse mode': [
    'x1, input, value 2',
    'x2, input, value 3, adjoint 2',
    'v1, sine, value 0.9093, adjoint 1, operand x1',
    'v2, multiply, value 6, adjoint 1, operands x1 and x2',
    'v3, add, value 6.909, adjoint 1, operands v1 and v2, output f',
  ],
  'Both modes': [
    'x1, input, value 2, tangent 1',
    'x2, input, value 3, adjoint 2, does not depend on x1',
    'v1, sine, value 0.9093, tangent minus 0.4161, adjoint 1, operand x1',
    'v2, multiply, value 6, tangent 3, adjoint 1, operands x1 and x2',
    'v3, add, value 6.909, tangent 2.584, adjoint 1, operands v1 and v2, output f',
  ],
}

/** By `data-node`: the value, then the tangent and the adjoint as far as they are known. */
const NUMBERS = {
  'Forward mode': {
    x1: [2, 1],
    x2: [3, 0],
    v1: [Math.sin(2), Math.cos(2)],
    v2: [6, 3],
    v3: [Math.sin(2) + 6, Math.cos(2) + 3],
  },
  'Reverse mode': { x1: [2], x2: [3, 2], v1: [Math.sin(2), 1], v2: [6, 1], v3: [Math.sin(2) + 6, 1] },
  'Both modes': {
    x1: [2, 1],
    x2: [3, 0, 2],
    v1: [Math.sin(2), Math.cos(2), 1],
    v2: [6, 3, 1],
    v3: [Math.sin(2) + 6, Math.cos(2) + 3, 1],
  },
}

type Region = keyof typeof SAYS

/** By the region that shows them: each node's name for assistive technology, its numbers, and the numbers that are drawn. */
const readings = (page: Page) =>
  page.locator('.graph-pane').evaluateAll((panes) =>
    panes.map((pane) => {
      const nodes = [...pane.querySelectorAll<SVGElement>('[data-node]')]
      const numbers = ({ dataset: { value, tangent, adjoint } }: SVGElement) =>
        [value, tangent, adjoint].filter((text) => text !== undefined).map(Number)
      return {
        region: pane.ariaLabel,
        says: nodes.map((node) => node.ariaLabel),
        numbers: Object.fromEntries(nodes.map((node) => [node.dataset.node, numbers(node)])),
        drawn: [...pane.querySelectorAll('.value')].every((value) => value.textContent !== ''),
      }
    }),
  )

async function expectAlive(page: Page, regions: readonly Region[], after: string): Promise<void> {
  const alive = regions.map((region) => ({ region, says: SAYS[region], numbers: NUMBERS[region], drawn: true }))
  await expect.poll(() => readings(page), after).toEqual(alive)
}

const MODES = {
  '1': { name: 'Forward', regions: ['Forward mode'] },
  '2': { name: 'Reverse', regions: ['Reverse mode'] },
  '3': { name: 'Compare', regions: ['Both modes'] },
} as const

type ModeKey = keyof typeof MODES

/** From each mode to each other one. */
const MODE_WALK = ['1', '2', '1', '3', '2', '3'] as const
const TITLES = TABS.filter(({ tab }) => tab !== 'program' && tab !== 'graph').map(({ title }) => title)
/** Those that take the stage between those that leave it to the graph. */
const VIEW_WALK = [
  ...['Paths', 'Elimination', 'Paths', 'Duality', 'Layers', 'Elimination', 'Orders', 'Duality', 'Elimination'],
  ...['Patterns', 'Layers', 'Orders', 'Duality', 'Patterns', 'Elimination', 'Layers', 'Paths'],
]

test('the graph says and shows its numbers after every change of mode, tab and view', async ({ page, open }) => {
  await open(link({ program: LECTURE, pass: 'f', step: 4 }))
  await rest(page)
  const switchTo = async (key: ModeKey) => {
    await page.keyboard.press(key)
    await expect(page.getByRole('radio', { name: MODES[key].name })).toBeChecked()
  }

  for (const name of [...TITLES, 'Step']) {
    await tab(page, name)
    await expectAlive(page, MODES['3'].regions, `tab ${name}`)
    for (const key of MODE_WALK) {
      await switchTo(key)
      await expectAlive(page, MODES[key].regions, `mode ${key} on the tab ${name}`)
    }
  }
  await tab(page, 'Chain rule')
  for (const key of ['3', '1', '2'] as const) {
    await page.getByRole('radio', { name: 'Paths' }).check()
    await switchTo(key)
    for (const view of VIEW_WALK) {
      await page.getByRole('radio', { name: view }).check()
      const takesStage = view === 'Elimination' || view === 'Duality'
      await expect(page.getByRole('region', { name: 'Stage' })).toHaveCount(takesStage ? 1 : 0)
      await expectAlive(page, takesStage ? [] : MODES[key].regions, `view ${view} in mode ${key}`)
    }
  }
})

test('a graph on canvas keeps its names when its pane is mounted anew', async ({ page, open }) => {
  const lines = Array.from({ length: 310 }, (_, i) => `y${i + 1} = sin(${i === 0 ? 'x' : `y${i}`})`)
  await open(link({ program: ['x = 1', ...lines].join('\n'), pass: 'primal', step: 4 }))
  for (const key of ['1', '2', '1', '3'] as const) {
    await page.keyboard.press(key)
    const panes = page.locator('.graph-pane')
    await expect(panes).toHaveCount(key === '3' ? 2 : 1)
    for (const pane of await panes.all()) {
      await expect(pane.locator('canvas')).toHaveCount(2)
      await expect(pane.getByRole('button', { name: /^x, input, value 1/ })).toHaveAttribute('data-value', '1')
    }
  }
})
