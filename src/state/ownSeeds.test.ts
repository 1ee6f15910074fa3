import { beforeAll, beforeEach, expect, test } from 'vitest'
import { edit } from './document.ts'
import { language } from './language.ts'
import { giveSeeds, ownWeights, seedOf } from './ownSeeds.ts'
import { UNIT_SEEDS } from './seeds.ts'
import { currentSession, ownSeeds, type Session } from './session.ts'
import { change, now } from './store.ts'

const session = () => currentSession(now()) as Session

beforeAll(() => Promise.all([language.ask(), ownSeeds.ask()]))

beforeEach(() => {
  change({ seeds: UNIT_SEEDS, notices: [] })
  edit('x = 2\nW = [[1, 2], [3, 4]]\nf = sum(W)*x\ng = x^2')
})

test('a mode with a seed of its own has one pass, and the other keeps all of its', () => {
  giveSeeds({ forward: 'x:3', reverse: null, hvp: null })
  expect(session().timeline.forward.count).toBe(2)
  expect(session().timeline.reverse.count).toBe(3)
  expect(session()).toBe(session())
  giveSeeds(UNIT_SEEDS)
  expect(session().timeline.forward.count).toBe(6)
})

test('after an edit the seed holds for what is still there, and else unit seeds stand', () => {
  giveSeeds({ forward: 'x:3;W:0*3,1', reverse: null, hvp: null })
  edit('x = 2\nW = [1, 2]\nf = sum(W)*x')
  expect([...(ownWeights(session().graph, 'forward', now().seeds) ?? [])]).toEqual([['x', [3]]])
  edit('y = 2\nf = y')
  expect(session().timeline.forward.of).toBe('units')
})

test('weights of an array are nested by its shape', () => {
  expect(seedOf(session().graph, 'forward', new Map([['W', [1, 2, 3, 4]]]))).toEqual({
    W: [
      [1, 2],
      [3, 4],
    ],
  })
})

test('a Hessian-vector product has the passes of reverse mode, and unit seeds stay in forward mode', () => {
  giveSeeds({ forward: 'x:1', reverse: null, hvp: 'f' })
  expect(now().shown).toBe('reverse')
  expect(session().timeline.reverse).toMatchObject({ of: 'second', count: 4 })
  expect(session().timeline.forward.of).toBe('units')
  edit('x = 2\nf = x^3')
  expect(session().timeline.reverse.of).toBe('second')
  edit('x = 2\ng = x^3')
  expect(session().timeline.reverse.of).toBe('units')
})

test('of a link, a Hessian-vector product without a direction or an output is left out with a notice', () => {
  giveSeeds({ forward: null, reverse: null, hvp: 'f' })
  expect(now().seeds).toEqual(UNIT_SEEDS)
  giveSeeds({ forward: 'x:1', reverse: null, hvp: 'nobody' })
  expect(now().seeds).toEqual({ forward: 'x:1', reverse: null, hvp: null })
  expect(now().notices).toHaveLength(2)
})

test('seeds of a link that fit nothing, or cannot be read, are left out with a notice', () => {
  giveSeeds({ forward: 'nobody:1', reverse: 'g:2', hvp: null })
  expect(now().seeds).toEqual({ forward: null, reverse: 'g:2', hvp: null })
  expect(now().notices).toHaveLength(1)
  giveSeeds({ forward: null, reverse: 'g=2', hvp: null })
  expect(now().seeds).toEqual(UNIT_SEEDS)
  expect(now().notices).toHaveLength(2)
})
