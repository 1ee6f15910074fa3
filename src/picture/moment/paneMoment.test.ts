import { expect, test } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { nodeNamed } from '../../notation/symbols.ts'
import { sessionOf } from '../../trace/sessionOf.ts'
import { chipText, edgeStage, faceOf, momentOf, sumAfter } from './paneMoment.ts'

const graph = graphOf(LECTURE)
const session = sessionOf(graph)
const node = (name: string) => nodeNamed(graph, name) as number
const at = (pass: number, step: number, term = 0) => ({ forward: pass, reverse: pass, step, term })

test('in the primal pass a node is faint until its step', () => {
  const moment = momentOf(session, at(0, 3), 'forward')
  expect(faceOf(moment, node('v1'))).toMatchObject({ stage: 'active', reached: true })
  expect(faceOf(moment, node('x1'))).toMatchObject({ stage: 'done', reached: true })
  expect(faceOf(moment, node('v2'))).toMatchObject({ stage: 'unknown', reached: false })
})

test('a derivative is not known before its step, and absent where nothing depends', () => {
  expect(faceOf(momentOf(session, at(2, 0), 'forward'), node('v1')).derivative).toBeNull()
  const end = momentOf(session, at(2, 3), 'forward')
  expect(faceOf(end, node('v1')).derivative).toBe('absent')
  expect(faceOf(end, node('v2')).derivative).toBe(2)
})

test('the terms of a branch add up one by one', () => {
  const steps = session.timeline.reverse.get(1).stepOf[node('x1')]
  const moment = momentOf(session, at(1, steps, 1), 'reverse')
  expect(moment.active).toBe(node('x1'))
  expect(moment.partly).toBe(true)
  expect(faceOf(moment, node('x1')).derivative).toBeNull()
  expect(moment.terms.map(({ edge }) => edgeStage(moment, edge))).toEqual(['active'])
  const whole = momentOf(session, at(1, steps + 1), 'reverse')
  expect(sumAfter(whole, 2)).toBeCloseTo(Math.cos(2) + 3)
  expect(sumAfter(whole, 1)).toBe(sumAfter(moment, 1))
})

test('a mode that waits for the other has nothing at hand', () => {
  const moment = momentOf(session, at(2, 1), 'reverse')
  expect(moment.active).toBe(-1)
  expect(faceOf(moment, node('x2')).derivative).toBe(2)
})

test('chips say the number, the sum so far, or a dash', () => {
  expect(chipText('forward', 2)).toBe('▸ 2')
  expect(chipText('reverse', 3, String, true)).toBe('3 +=')
  expect(chipText('reverse', 'absent')).toBe('◂ –')
})

test('an array shows its entries, and the sum of the terms that have arrived', () => {
  const array = graphOf('x = [1, 2]\nf = sum(x) + sum(x*x)')
  const arraySession = sessionOf(array)
  const { node: x } = array.inputs[0]
  const steps = arraySession.timeline.reverse.get(1).stepOf[x]
  const moment = momentOf(arraySession, at(1, steps + 1), 'reverse')
  expect(faceOf(moment, x).derivative).toMatchObject({ numbers: Float64Array.of(3, 5) })
  expect(sumAfter(moment, moment.terms.length)).toEqual({ numbers: [3, 5], present: null })
})
