import { beforeEach, expect, test } from 'vitest'
import { compile, type Graph } from '../core.ts'
import { accept, NOTHING_YET } from './compilation.ts'
import { chooseEnds, choosePath, endAt, fromAtHand, nameOfEnd, pathAtHand, scalarsOf, toAtHand } from './question.ts'
import { change, now } from './store.ts'

beforeEach(() => change({ questionInput: null, questionOutput: null, chainPath: null, compilation: NOTHING_YET }))

const GRAPH = compile('W = [[1, 2], [3, 4]]\ny = 2\nf = sum(W)*y').graph as Graph

test('an end is chosen by name; an array’s own name means all of it, any other that is not there the first end', () => {
  const chosen = (name: string | null) => {
    const end = endAt(GRAPH, 'forward', name)
    return end && [nameOfEnd(end), end.isWhole]
  }
  expect(chosen('y')).toEqual(['y', false])
  expect(chosen('W')).toEqual(['W', true])
  expect(chosen('W[1,0]')).toEqual(['W[1,0]', false])
  expect(['z', null].map(chosen)).toEqual([
    ['W', true],
    ['W', true],
  ])
  expect(endAt(compile('x = 2').graph as Graph, 'reverse', null)).toBeNull()
})

test('other ends have other paths: none stands out', () => {
  chooseEnds({ from: 'x', to: 'f' })
  choosePath(3)
  expect(pathAtHand(now())).toBe(3)
  chooseEnds({ from: 'x', to: 'f' })
  expect(pathAtHand(now())).toBe(3)
  chooseEnds({ to: 'g' })
  expect([fromAtHand(now()), toAtHand(now()), pathAtHand(now())]).toEqual(['x', 'g', null])
})

test('the program between numbers is that of the last text without mistakes', () => {
  const settle = (source: string) => change({ compilation: accept(now().compilation, source, compile(source)) })
  expect(scalarsOf(now())).toBeNull()
  settle('x = [1, 2]\nf = x @ x')
  const before = scalarsOf(now())
  expect(before).toMatchObject({ view: { isUnrolled: true }, source: 'x = [1, 2]\nf = x @ x' })
  settle('x = [1, 2]\nf = x @')
  expect(scalarsOf(now())).toBe(before)
})

test('while the text has mistakes, nothing is made of it anew', () => {
  change({ compilation: { ...accept(NOTHING_YET, 'x = 2\nf = x^2', compile('x = 2\nf = x^2')), outOfDate: true } })
  expect(scalarsOf(now())).toMatchObject({ kind: 'wrong', says: expect.stringMatching(/mistakes/) })
})
