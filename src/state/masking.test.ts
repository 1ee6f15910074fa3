import { beforeEach, expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { short } from '../notation/numbers.ts'
import { nodeNamed } from '../notation/symbols.ts'
import { narrate } from '../trace/narration/index.ts'
import type { HideKind } from './choices/hiding.ts'
import { hides, hiding } from './hiding.ts'
import { tellPass, toggleHiding } from './masking.ts'
import { currentSession, frameAtHand, shownSession } from './session.ts'
import { change, now, useGradual } from './store.ts'

const graph = graphOf(LECTURE)
const node = (name: string) => nodeNamed(graph, name) as number

beforeEach(() => {
  const start = useGradual.getInitialState()
  useGradual.setState({ ...start, compilation: { ...start.compilation, graph }, shown: 'reverse' }, true)
})

const hide = (...kinds: HideKind[]) => change({ hide: new Set(kinds) })
const at = (pass: number, step: number) => change({ position: { forward: pass, reverse: pass, step, term: 0 } })
const value = (name: string) => shownSession(now())?.primal.values[node(name)]
const adjoint = (name: string) => shownSession(now())?.timeline.reverse.get(1).numbers[node(name)]

test('a value is hidden until its step is told, and inputs are given', () => {
  hide('values')
  at(0, 4)
  expect([value('x1'), value('x2'), value('v1')]).toEqual([2, 3, Math.sin(2)])
  expect([value('v2'), value('f')]).toEqual([Number.NaN, Number.NaN])
  expect(hiding.of?.tells()).toBe(true)
  expect([value('v2'), value('f')]).toEqual([6, Number.NaN])
  expect(hiding.of?.tells()).toBe(false)
})

test('what was told stays told on the way back', () => {
  hide('adjoints')
  at(1, 3)
  hiding.of?.tells()
  at(1, 2)
  expect(adjoint('v2')).toBe(1)
  expect(hiding.of?.tells()).toBe(false)
})

test('a seed is given; the adjoint of the step after it is asked for, in words too', () => {
  hide('adjoints')
  at(1, 1)
  expect(adjoint('f')).toBe(1)
  expect(hiding.of?.tells()).toBe(false)
  at(1, 2)
  const frame = frameAtHand(now())
  expect(frame && narrate(frame).sentence).toContain('?')
  expect(short(Number.NaN)).toBe('?')
})

test('a step whose partials alone are hidden has its number, in mathematics and in the running sum as in the graph', () => {
  hide('partials')
  at(1, 5)
  const frame = frameAtHand(now())
  if (!frame) throw new Error('No frame')
  const { maths, running } = narrate(frame)
  expect(maths).toMatchObject({ formula: null, numbers: null, sum: { speech: expect.stringContaining('2.584') } })
  expect(running.map(({ product }) => product)).toEqual([Number.NaN, Number.NaN])
  expect(running.at(-1)?.sum).toBe(Math.cos(2) + 3)
})

test('all of a pass can be told at once', () => {
  hide('adjoints')
  at(1, 2)
  tellPass()
  expect(adjoint('x1')).toBe(Math.cos(2) + 3)
})

test('the first move of a scene ends hiding', () => {
  hide('values', 'words')
  change({ lesson: 'lecture', revealed: 0 })
  expect(hides(now(), 'words')).toBe(true)
  change({ revealed: 1 })
  expect(hides(now(), 'words')).toBe(false)
  expect(shownSession(now())).toBe(currentSession(now()))
  expect(short(Number.NaN)).toBe('NaN')
})

test('a covered node stays covered until it is uncovered; the numbers of others stand', () => {
  change({ highlight: graph.id[node('v1')] })
  toggleHiding()
  expect([...now().covered]).toEqual(['v1'])
  at(1, 5)
  expect([value('v1'), value('f')]).toEqual([Number.NaN, Math.sin(2) + 6])
  toggleHiding()
  expect(value('v1')).toBe(Math.sin(2))
})

test('without a node at hand the numbers of all passes are hidden, and shown again', () => {
  toggleHiding()
  expect([...now().hide]).toEqual(['values', 'tangents', 'adjoints'])
  toggleHiding()
  expect([...now().hide]).toEqual([])
})

test('derivatives in lists and chapters wait for tangents and adjoints that are hidden', () => {
  hide('adjoints')
  at(1, 5)
  expect(hides(now(), 'results')).toBe(true)
  hiding.of?.tells()
  expect(hides(now(), 'results')).toBe(false)
})

test('a covered node is covered in every pass', () => {
  change({ covered: new Set(['v1']) })
  at(1, 5)
  expect([adjoint('v1'), adjoint('v2'), adjoint('x1')]).toEqual([Number.NaN, 1, Math.cos(2) + 3])
})

test('a local partial is hidden until a step that uses it is told', () => {
  hide('partials')
  const partials = () => Array.from(shownSession(now())?.primal.partials ?? [], Number.isNaN)
  const [first] = [graph.firstEdge[node('f')]]
  at(1, 2)
  expect(partials().slice(graph.firstPartial[first], graph.firstPartial[first + 2])).toContain(true)
  at(1, 5)
  hiding.of?.tells()
  expect(partials()).not.toContain(true)
})

test('what was told is asked again once something else is hidden', () => {
  hide('adjoints')
  at(1, 3)
  hiding.of?.tells()
  expect(adjoint('v1')).toBe(1)
  hide('adjoints', 'words')
  expect(adjoint('v1')).toBe(Number.NaN)
})
