import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeFrame, frameAt, passesOf, passNamed, somePrograms } from '../../verification/fixtures/passes.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { activeNode, isSettled, known, numberAt } from './frame.ts'

// Tape: x1, x2, v1 = sin(x1), v2 = x1·x2, v3 = v1 + v2.
const states = (frame: Parameters<typeof known>[0]) =>
  Array.from({ length: frame.pass.primal.graph.size }, (_, node) => known(frame, node))

test('at step 0 nothing is known', () => {
  expect(new Set(states(frameAt(passNamed(LECTURE, 'forward', 'x2'), 0)))).toEqual(new Set(['unknown']))
})

test('an absent node is settled once the pass has gone past its place on the tape', () => {
  const pass = passNamed(LECTURE, 'forward', 'x2')
  expect(states(frameAt(pass, 1))).toEqual(['absent', 'active', 'unknown', 'unknown', 'unknown'])
  expect(states(frameAt(pass, 2))).toEqual(['absent', 'known', 'absent', 'active', 'unknown'])
  const reverse = passNamed('x = 1\ny = 2\nf = x + 0\ng = y', 'reverse', 'g')
  expect(states(frameAt(reverse, 1))[reverse.primal.graph.outputs[0].node]).toBe('absent')
})

test('a complete pass leaves nothing unknown, on random programs', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      const list = passesOf(program, 'reverse')
      for (let index = 0; index < list.count; index++)
        expect(states(completeFrame(list.get(index)))).not.toContain('unknown')
    }),
    { numRuns: 50 },
  )
})

test('while its terms arrive a node shows the sum so far', () => {
  const pass = passNamed(LECTURE, 'reverse', 'f')
  const frame = frameAt(pass, 4, 1)
  expect(activeNode(frame)).toBe(0)
  expect(isSettled(frame, 0)).toBe(false)
  expect(numberAt(frame, 0)).toBe(3)
  expect(numberAt(frameAt(pass, 5), 0)).toBe(pass.numbers[0])
  expect(numberAt(frameAt(pass, 4), 0)).toBe(null)
})

test('values become known step by step; constants are known from the start', () => {
  const pass = passesOf('x = 2\nf = 3*x', 'forward').get(0)
  const constant = [...pass.primal.graph.op].indexOf(-2)
  expect(numberAt(frameAt(pass, 0), constant)).toBe(3)
  expect(numberAt(frameAt(pass, 1), pass.steps[1])).toBe(null)
})
