import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { valuesOf } from '../../../verification/fixtures/moments.ts'
import { compile, type Graph } from '../../core.ts'
import { readLink, writeLink } from '../link.ts'
import { openLink } from '../linkState.ts'
import { misfits } from '../misfits.ts'
import { open } from '../openProgram.ts'
import { change, now, useGradual } from '../store.ts'
import { TABS } from '../tabs.ts'
import { CHOICES, type ChoiceName, type Choices, choiceNames, type Moment, recordOf } from './all.ts'
import { decidedBy, saidOf } from './inLinks.ts'
import { keptIn } from './kept.ts'
import { KEPT } from './start.ts'
import { CHAIN_VIEWS, type ChainView } from './views.ts'

beforeEach(() => useGradual.setState(useGradual.getInitialState(), true))

const graphOf = (source: string) => compile(source, { open: new Set() }).graph as Graph
const LECTURE = graphOf('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2')

const OF_VIEWS: Readonly<Record<ChainView, Moment>> = {
  paths: { path: 3 },
  layers: { from: 'x1', bracketing: 'left', products: [0, 1] },
  orders: {},
  patterns: { patterns: ['router', 'adder'] },
  duality: { to: 'f', turned: '0' },
  elimination: { gone: [4, 3] },
}

test.each(Object.entries(OF_VIEWS))('the choices of %s come back from a link', (view, choices) => {
  const moment = { view: view as ChainView, ...choices }
  change({ ...decidedBy(moment, now()), tab: 'chain' })
  expect(saidOf(now())).toMatchObject(moment)
})

test('the choices of methods come back from a link', () => {
  const chosen = { h: -8.25, nudge: -0.2, over: 'x2', node: 'v2', form: 'rules', typed: 'x2' } as const
  const moment = { tab: 'methods', from: 'x1', to: 'f', ...chosen } as const
  change(decidedBy(moment, now()))
  expect(saidOf(now())).toMatchObject(moment)
})

test('what is as at first is left out of links', () => {
  const said = () => Object.entries(saidOf(now())).filter(([, value]) => value !== undefined)
  const always = { program: '', mode: 'compare' }
  for (const view of CHAIN_VIEWS) {
    change({ tab: 'chain', chainView: view })
    expect(Object.fromEntries(said())).toEqual({ ...always, tab: 'chain', view })
  }
  for (const { tab } of TABS.filter(({ tab }) => tab !== 'chain')) {
    change({ tab })
    expect(Object.fromEntries(said())).toEqual({ ...always, tab })
  }
})

test('a link elsewhere leaves the choices as they are', () => {
  const [chosen, elsewhere] = [{ view: 'paths', path: 3 } as const, { tab: 'trace', step: 3 } as const]
  change(decidedBy(chosen, now()))
  expect(decidedBy(elsewhere, now())).not.toHaveProperty('chainPath')
  expect(decidedBy({ tab: 'cost', ...chosen, path: 5 }, now())).not.toHaveProperty('chainPath')
})

test('ends and nodes that the program does not have are named', () => {
  expect(misfits({ from: 'x1', to: 'f', over: 'x2', node: 'v2' }, LECTURE)).toEqual([])
  expect(misfits({ from: 'x3', to: 'g', over: 'W[0,1]', node: 'v9' }, LECTURE)).toEqual([
    'The link names the input “x3”, which the program does not have.',
    'The link names the input “W[0,1]”, which the program does not have.',
    'The link names the output “g”, which the program does not have.',
    'The link names the node “v9”, which the program does not have.',
  ])
  const arrays = graphOf('W = [[1, 2], [3, 4]]\nf = sum(W)')
  expect(misfits({ from: 'W', over: 'W[1,0]', node: 'v3' }, arrays)).toEqual([])
})

/** A link to a program in which a choice is said and, where that takes them, what it belongs to. */
const linksTo = (name: ChoiceName): fc.Arbitrary<Moment> => {
  const { fields = {}, of } = recordOf(name).link ?? {}
  const places = TABS.flatMap(({ tab }) => CHAIN_VIEWS.map((chainView) => ({ ...now(), tab, chainView })))
  const place = fc.constantFrom(...places.filter((each) => of?.isSaid(each)))
  return fc
    .tuple(place, fc.record(Object.fromEntries(Object.entries(fields).map(([field, form]) => [field, valuesOf(form)]))))
    .map(([{ tab, chainView }, said]) => ({
      ...{ program: 'f = x', tab, view: chainView, from: 'x', to: 'f', form: 'rules' as const },
      ...said,
    }))
}

/** Those that wait for a graph are held by `oldLinks` and the tests of the browser. */
const said = choiceNames.filter((name) => recordOf(name).link?.means)

test.each(said)('%s comes back from a link, whatever it is', async (name: ChoiceName) => {
  await fc.assert(
    fc.asyncProperty(linksTo(name), async (moment) => {
      const { [name]: chosen, ...others } = decidedBy(moment, now())
      const link = await writeLink(saidOf({ ...now(), ...others, [name]: chosen }))
      const { moment: read, notices } = await readLink(link)
      expect(notices).toEqual([])
      expect(decidedBy(read, now())[name]).toEqual(chosen)
    }),
    { numRuns: 30 },
  )
})

test('each choice that a link says is another than at first in some link', () => {
  for (const name of said) {
    const moments = fc.sample(linksTo(name), 60)
    expect(
      moments.some((moment) => !same(decidedBy(moment, now())[name], CHOICES[name].start)),
      name,
    ).toBe(true)
  }
})

test('how the reader has the page is left by links that do not say it, to another program too', () => {
  const page = { ...now(), folded: true, alone: true, transposed: true }
  expect(decidedBy({ program: 'f = 1', tab: 'graph' }, page)).toMatchObject({
    folded: true,
    alone: true,
    transposed: true,
  })
})

test('at least one direction travels, and a batch has a sample', async () => {
  for (const field of ['tangents', 'adjoints', 'batch'])
    expect((await readLink(`#v=1&${field}=0`)).notices, field).toHaveLength(1)
})

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Set && b instanceof Set ? same([...a], [...b]) : JSON.stringify(a) === JSON.stringify(b)

test('what the browser keeps comes back, and what cannot be such a choice does not', () => {
  expect(Object.keys(KEPT)).toEqual(['theme', 'shortcuts', 'ledger', 'introduced'])
  const kept: Partial<Choices> = { theme: 'dark', shortcuts: false, ledger: 45, introduced: true }
  expect(keptIn(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(keptIn({ theme: 'red', shortcuts: 'no', ledger: 99, introduced: 1 })).toEqual({})
  expect(keptIn({})).toEqual({})
})

vi.stubGlobal('cancelAnimationFrame', () => {})

test('a tab whose part does not stand gives way to the graph', async () => {
  const tabAt = async (fragment: string) => {
    await openLink(`#v=1&program=f=1&${fragment}`, '')
    return now().tab
  }
  expect(await tabAt('panels=caption.transport&tab=trace')).toBe('graph')
  expect(await tabAt('panels=ledger&tab=step')).toBe('graph')
  expect(await tabAt('panels=graph&tab=program')).toBe('graph')
  expect(await tabAt('panels=inputs&tab=program')).toBe('program')
  expect(await tabAt('panels=ledger&tab=trace')).toBe('trace')
  expect(await tabAt('panels=graph&tab=cost')).toBe('cost')
})

test('what a link locks and shows is of its program: another one that is opened is free', async () => {
  await openLink('#v=1&program=f=1&lock=inputs.program&panels=graph', '')
  expect(now()).toMatchObject({ locked: new Set(['inputs', 'program']), parts: new Set() })
  open('f = 2')
  expect(now()).toMatchObject({ locked: new Set(), parts: null })
})
