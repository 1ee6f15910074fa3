import { beforeEach, expect, test } from 'vitest'
import { closedGraphOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { type ChainView, NO_CHOICE } from './chain.ts'
import { choicesOf, chosenBy, misfits } from './choices.ts'
import type { Moment } from './link.ts'
import { NOTHING_TYPED } from './methods.ts'
import { change, now } from './store.ts'

beforeEach(() => change({ ...NO_CHOICE, ...NOTHING_TYPED, tab: 'graph' }))

const lecture = closedGraphOf(LECTURE)

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
  change({ tab: 'chain', ...chosenBy(moment) })
  expect(choicesOf(now())).toMatchObject(moment)
})

test('the choices of methods come back from a link', () => {
  const chosen = { h: -8.25, nudge: -0.2, over: 'x2', node: 'v2', form: 'rules', typed: 'x2' } as const
  const moment = { tab: 'methods', from: 'x1', to: 'f', ...chosen } as const
  change({ tab: 'methods', ...chosenBy(moment) })
  expect({ tab: 'methods', ...choicesOf(now()) }).toMatchObject(moment)
})

test('what is as at first is left out of links', () => {
  for (const view of Object.keys(OF_VIEWS) as ChainView[]) {
    change({ tab: 'chain', view })
    expect(Object.values(choicesOf(now())).filter((value) => value !== undefined)).toEqual([view])
  }
  change({ tab: 'methods' })
  expect(Object.values(choicesOf(now())).filter((value) => value !== undefined)).toEqual([])
})

test('a link elsewhere leaves the choices as they are', () => {
  expect(chosenBy({ tab: 'trace', step: 3 })).toEqual({})
})

test('ends and nodes that the program does not have are named', () => {
  expect(misfits({ from: 'x1', to: 'f', over: 'x2', node: 'v2' }, lecture)).toEqual([])
  expect(misfits({ from: 'x3', to: 'g', over: 'W[0,1]', node: 'v9' }, lecture)).toEqual([
    'The link names the input “x3”, which the program does not have.',
    'The link names the input “W[0,1]”, which the program does not have.',
    'The link names the output “g”, which the program does not have.',
    'The link names the node “v9”, which the program does not have.',
  ])
  const arrays = closedGraphOf('W = [[1, 2], [3, 4]]\nf = sum(W)')
  expect(misfits({ from: 'W', over: 'W[1,0]', node: 'v3' }, arrays)).toEqual([])
})
