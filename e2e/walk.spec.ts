import type { Page } from '@playwright/test'
import { compile, type Graph } from '../src/core.ts'
import { LECTURE } from '../src/examples/lecture.ts'
import { expect, test } from './fixtures.ts'
import { shownNumbers, wrongNumbers } from './numbers.ts'
import { link, program } from './page.ts'

/** A longer walk, or another one: `WALK_ACTIONS=2000 WALK_SEED=7 npx playwright test e2e/walk.spec.ts`. */
const ACTIONS = Number(process.env.WALK_ACTIONS ?? 120)
const SEED = Number(process.env.WALK_SEED ?? 1)

/** From one to the next, names come, go and change places. */
const PROGRAMS = [
  LECTURE,
  'x1 = 2\nx2 = 3\nx3 = -1\nf1 = sin(x1) + x1*x2*x3\nf2 = x1*x2 - exp(x3)',
  'x2 = 5\nx1 = 2\nf = ln(x1) + x1*x2 - sin(x2)',
  'x3 = 1\nx1 = 4\nx2 = 0.5\ng = x1*x2*x3\nf = x2 + x3\nh = x3^2 - x1',
  'x = 3\ny = -4\nz = 2\nw = -1\nf = 2*(x*y + max(z, w))',
  'x = 3\nf = x - x',
  'f = a*b + c\ng = f*a',
  'u = [1, 2, 3]\nk = 2\nf = sum(u*u)*k\ng = u*k',
  'x1 = 2\nx2 = 3\nf = sin(x1 + x1*x2',
]
const LINES = ['h = x1*x2', 'x9 = 4', 'p = f^2', 'f = x1', 'q = x2 + 1']
const KEYS = [
  'ArrowRight',
  'ArrowRight',
  'ArrowLeft',
  'Shift+ArrowRight',
  'Shift+ArrowLeft',
  'Home',
  'End',
  '1',
  '2',
  '3',
]
const BUTTONS = [
  'Next step',
  'Next pass',
  'Go to end',
  'Go to end',
  'Another input',
  'Another output',
  'Play',
  'Pause',
  'Race',
]

type Choose = <T>(from: readonly T[]) => T

/** The same choices for the same seed (mulberry32). */
function choices(seed: number): Choose {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return (from) => from[Math.floor(random() * from.length)]
}

const go = (page: Page, fragment: string) => page.evaluate((to) => location.assign(to), fragment)

/** Presses one of the buttons or sliders of the page, as far as there is one. */
async function pressOne(page: Page, selector: string, choose: Choose): Promise<void> {
  const names = await page.locator(selector).evaluateAll((all) => all.map((each) => each.ariaLabel ?? each.textContent))
  if (names.length === 0) return
  const at = choose(names.map((_, index) => index))
  await page
    .locator(selector)
    .nth(at)
    .click({ timeout: 2000 })
    .catch(() => {})
}

const MOVES: Readonly<Record<string, (page: Page, choose: Choose) => Promise<unknown>>> = {
  program: async (page, choose) => {
    await program(page).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(choose(PROGRAMS))
  },
  line: async (page, choose) => {
    await program(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.insertText(`\n${choose(LINES)}`)
  },
  undo: async (page, choose) => {
    await program(page).focus()
    await page.keyboard.press(choose(['ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+y']))
  },
  keys: async (page, choose) => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    for (let count = choose([1, 2, 5]); count > 0; count--) await page.keyboard.press(choose(KEYS))
  },
  link: (page, choose) => go(page, link({ program: choose(PROGRAMS), ...moment(choose) })),
  moment: (page, choose) => go(page, link(moment(choose))),
  history: async (page, choose) => {
    await choose([() => page.goBack(), () => page.goBack(), () => page.goForward()])()
    if (page.url() === 'about:blank') await page.goForward()
  },
  mode: (page, choose) =>
    page.getByRole('radio', { name: choose(['Forward', 'Compare', 'Reverse']) }).check({ force: true }),
  input: async (page, choose) => {
    const fields = page.getByRole('group', { name: 'Inputs' }).getByRole('spinbutton', { disabled: false })
    const count = await fields.count()
    if (count === 0) return
    const field = fields.nth(choose([...Array(count).keys()]))
    // A text with errors, known only now, takes no values.
    await field.fill(choose(['0', '1', '-2', '2.5', '1e3']), { timeout: 1000 }).catch(() => {})
  },
  slider: async (page, choose) => {
    const sliders = page.getByRole('group', { name: 'Inputs' }).getByRole('slider', { disabled: false })
    const count = await sliders.count()
    if (count === 0) return
    await sliders.nth(choose([...Array(count).keys()])).focus()
    await page.keyboard.press(choose(['ArrowUp', 'ArrowLeft', 'PageUp', 'Home']))
  },
  seed: (page, choose) => pressOne(page, '.seed-chip', choose),
  button: (page, choose) =>
    page
      .getByRole('button', { name: choose(BUTTONS), exact: true })
      .click({ timeout: 1000 })
      .catch(() => {}),
}

const moment = (choose: Choose) => ({
  mode: choose(['forward', 'reverse', 'compare']),
  pass: choose(['primal', 'x1', 'x2', 'f', 'g', 'u[1]']),
  step: choose([1, 3, 99, 99]),
  tab: 'jacobian',
})

test(`at rest every number stands under its own name, wherever a walk of ${ACTIONS} actions leads`, async ({
  page,
  open,
}) => {
  test.setTimeout(120_000 + ACTIONS * 2000)
  page.setDefaultTimeout(10_000)
  const choose = choices(SEED)
  const walked: string[] = []
  await open(link({ program: PROGRAMS[0], tab: 'jacobian' }))
  let graph: Graph | null = null
  let cells = 0
  for (let action = 0; action < ACTIONS; action++) {
    const move = choose(Object.keys(MOVES))
    walked.push(move)
    await MOVES[move](page, choose)
    await expect(async () => {
      const shown = await shownNumbers(page)
      // A text with errors leaves the graph as it was.
      graph = compile(shown.source).graph ?? graph
      if (graph) expect(wrongNumbers(graph, shown), `${walked.slice(-8)}\n${shown.source}`).toEqual([])
      cells += Object.keys(shown.cells).length
    }).toPass({ timeout: 10_000 })
  }
  expect(cells).toBeGreaterThan(ACTIONS)
})
