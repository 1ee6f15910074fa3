import { expect, test } from 'vitest'
import { passesOf } from '../../verification/fixtures/passes.ts'
import { blockFill } from './jacobianFill.ts'

const PROGRAM = 'x = 2\ny = 3\nz = 7\nf = x*y\ng = exp(y)'
const shown = (mode: 'forward' | 'reverse', pass: number, step: number) => {
  const list = passesOf(PROGRAM, mode)
  return [0, 1].map((output) =>
    [0, 1, 2].map((input) => {
      const cell = blockFill(list, { pass, step }, output, input).at(0, 0)
      return cell && (cell.absent ? 'absent' : cell.value)
    }),
  )
}

test('nothing is filled in the primal pass', () => {
  expect(
    shown('forward', 0, 9)
      .flat()
      .every((cell) => cell === null),
  ).toBe(true)
})

test('a tangent pass fills its column, each cell when its output is settled', () => {
  expect(shown('forward', 1, 1)).toEqual([
    [null, null, null],
    [null, null, null],
  ])
  expect(shown('forward', 1, 2)).toEqual([
    [3, null, null],
    ['absent', null, null],
  ])
  expect(shown('forward', 2, 2)).toEqual([
    [3, 2, null],
    ['absent', null, null],
  ])
})

test('an adjoint pass fills its row, the last input first', () => {
  expect(shown('reverse', 1, 2)).toEqual([
    [null, 2, 'absent'],
    [null, null, null],
  ])
  expect(shown('reverse', 2, 0)[0]).toEqual([3, 2, 'absent'])
})

test('both modes fill the same Jacobian', () => {
  expect(shown('forward', 99, 0)).toEqual(shown('reverse', 99, 0))
})
