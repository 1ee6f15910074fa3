import { describe, expect, it } from 'vitest'
import { compiling } from '../../verification/fixtures/training.ts'
import { ownData } from './ownData.ts'

const own = (data: string, loss: string) => ownData(compiling(`${data}\nparam W = [[1, 2], [3, 4]]\nloss = ${loss}`))

describe('samples in the program', () => {
  it.each([
    [
      'data X = [[1, 2], [3, 4], [5, 6]]\ndata y = [7, 8, 9]',
      'mean((sum(X @ W, axis=1) - y)^2)',
      {
        kind: 'regression',
        features: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        targets: [7, 8, 9],
      },
    ],
    [
      'data x = [1, 2, 3]\ndata y = [4, 5, 6]',
      'mean((sum(W)*x - y)^2)',
      { kind: 'regression', features: [[1], [2], [3]], targets: [4, 5, 6] },
    ],
    [
      'data X = [[1, 2], [3, 4], [5, 6]]\ndata y = [-1, 1, 1]',
      'mean((sum(X @ W, axis=1)*y)^2)',
      { kind: 'classes', classes: ['-1', '1'], targets: [0, 1, 1] },
    ],
    [
      'data X = [[1, 2], [3, 4], [5, 6]]\ndata Y = [[0, 1], [1, 0], [0, 1]]',
      'mean((X @ W - Y)^2)',
      { kind: 'classes', classes: ['0', '1'], targets: [1, 0, 1] },
    ],
  ])('%j are rows of both data inputs', (data, loss, expected) => {
    expect(own(data, loss)).toMatchObject(expected)
  })

  it.each([
    ['of one row, written for one', 'data x = [1, 2]\ndata y = [0, 1]', 'sum((W @ x - y)^2)'],
    ['a single input', 'data X = [[1, 2], [3, 4]]', 'sum((X @ W)^2)'],
    ['of different lengths', 'data x = [1, 2]\ndata y = [1, 2, 3]', 'sum((W @ x)^2) + sum(y)'],
    ['numbers', 'data x = 1\ndata y = 2', 'sum((W*x - y)^2)'],
    ['images', 'data X = zeros(2, 2, 2)\ndata y = [0, 1]', 'sum((X @ W)^2) + sum(y)'],
    ['in a program with errors', 'data x = [1, 2\ndata y = [0, 1]', 'x'],
  ])('are not data %s', (_, data, loss) => {
    expect(own(data, loss)).toBeNull()
  })
})
