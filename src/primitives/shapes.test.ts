import { describe, expect, it } from 'vitest'
import { functionNamed, infixOperator, planOf, subscripting } from './index.ts'
import type { Shape } from './shape.ts'
import type { Attributes, AxisIndex } from './wiring.ts'

/** The shape of a value; or what is said about operands that do not fit. */
function shapeOf(name: string, shapes: readonly Shape[], attributes: Attributes = {}): Shape | string {
  const operation = functionNamed(name) ?? infixOperator(name as '+')
  const plan = planOf(operation, shapes, attributes)
  return 'mismatch' in plan ? plan.mismatch(['a', 'b', 'c']) : plan.shape
}

const subscripted = (shape: Shape, index: readonly AxisIndex[]): Shape | string => {
  const plan = planOf(subscripting, [shape], { index })
  return 'mismatch' in plan ? plan.mismatch(['x']) : plan.shape
}

const part = (start: number | null, stop: number | null, step: number | null = null): AxisIndex => ({
  start,
  stop,
  step,
})

describe('shapes by NumPy’s rules', () => {
  // https://numpy.org/doc/stable/user/basics.broadcasting.html
  it.each([
    [[256, 256, 3], [3], [256, 256, 3]],
    [
      [8, 1, 6, 1],
      [7, 1, 5],
      [8, 7, 6, 5],
    ],
    [[5, 4], [1], [5, 4]],
    [[5, 4], [4], [5, 4]],
    [
      [15, 3, 5],
      [15, 1, 5],
      [15, 3, 5],
    ],
    [
      [15, 3, 5],
      [3, 5],
      [15, 3, 5],
    ],
    [
      [15, 3, 5],
      [3, 1],
      [15, 3, 5],
    ],
    [[], [2, 3], [2, 3]],
  ])('%j + %j is %j', (a, b, shape) => {
    expect(shapeOf('+', [a, b])).toEqual(shape)
    expect(shapeOf('+', [b, a])).toEqual(shape)
  })

  // https://numpy.org/doc/stable/reference/generated/numpy.matmul.html
  it.each([
    [
      [2, 2],
      [2, 2],
      [2, 2],
    ],
    [[2, 2], [2], [2]],
    [[2], [2, 2], [2]],
    [
      [2, 2, 4],
      [2, 4, 2],
      [2, 2, 2],
    ],
    [
      [9, 5, 7, 4],
      [9, 5, 4, 3],
      [9, 5, 7, 3],
    ],
    [[3], [3], []],
    [
      [5, 1, 2, 3],
      [4, 3, 2],
      [5, 4, 2, 2],
    ],
    [[4, 2, 3], [3], [4, 2]],
  ])('%j @ %j is %j', (a, b, shape) => {
    expect(shapeOf('@', [a, b])).toEqual(shape)
  })

  it.each<[string, Shape[], Attributes, Shape]>([
    ['sum', [[2, 3]], {}, []],
    ['sum', [[2, 3]], { axis: 0 }, [3]],
    ['sum', [[2, 3]], { axis: -1, keepdims: true }, [2, 1]],
    ['sum', [[2, 3]], { keepdims: true }, [1, 1]],
    ['max', [[2, 3], [3]], {}, [2, 3]],
    ['max', [[2, 3]], { axis: 1 }, [2]],
    ['transpose', [[2, 3, 4]], {}, [4, 3, 2]],
    ['transpose', [[2, 3, 4]], { axes: [1, 0, 2] }, [3, 2, 4]],
    [
      'concat',
      [
        [2, 3],
        [1, 3],
      ],
      {},
      [3, 3],
    ],
    [
      'stack',
      [
        [3, 4],
        [3, 4],
      ],
      { axis: 1 },
      [3, 2, 4],
    ],
    [
      'stack',
      [
        [3, 4],
        [3, 4],
      ],
      { axis: -1 },
      [3, 4, 2],
    ],
    ['reshape', [[2, 6]], { shape: [3, -1] }, [3, 4]],
    ['flatten', [[]], {}, [1]],
    ['outer', [[2], [3]], {}, [2, 3]],
    [
      'conv',
      [
        [5, 6],
        [2, 3],
      ],
      {},
      [4, 4],
    ],
    ['softmax', [[2, 3]], { axis: 0 }, [2, 3]],
  ])('%s of %j with %j is %j', (name, shapes, attributes, shape) => {
    expect(shapeOf(name, shapes, attributes)).toEqual(shape)
  })

  it.each<[Shape, AxisIndex[], Shape]>([
    [[5], [{ at: -1 }], []],
    [[2, 3], [{ at: 0 }], [3]],
    [[2, 3], [part(null, null), { at: 1 }], [2]],
    [[10], [part(1, 7, 2)], [3]],
    [[10], [part(-3, 3, -1)], [4]],
    [[10], [part(-2, 10)], [2]],
    [[10], [part(5, null)], [5]],
    [[10], [part(null, null, -1)], [10]],
    [[10], [part(-100, 100)], [10]],
  ])('%j at %j is %j', (shape, index, taken) => {
    expect(subscripted(shape, index)).toEqual(taken)
  })
})

describe('operands that do not fit', () => {
  it.each<[string, Shape[], Attributes, string]>([
    ['+', [[2, 3], [2]], {}, 'a is 2×3 and b is a vector of 2: shapes are matched from the last axis, and 3 is not 2.'],
    [
      'where',
      [[3], [], [4]],
      {},
      'a is a vector of 3 and c is a vector of 4: shapes are matched from the last axis, and 3 is not 4.',
    ],
    [
      '@',
      [[2, 3], [2]],
      {},
      'a is 2×3 and b is a vector of 2: for a @ b the last axis of a (3) must be as long as the first of b (2).',
    ],
    [
      '@',
      [
        [2, 3],
        [2, 4],
      ],
      {},
      'a is 2×3 and b is 2×4: for a @ b the last axis of a (3) must be as long as the first of b (2).',
    ],
    [
      '@',
      [[3], [2, 4]],
      {},
      'a is a vector of 3 and b is 2×4: for a @ b a (3) must be as long as the first axis of b (2).',
    ],
    ['@', [[2, 3], []], {}, '@ multiplies vectors and matrices, and b is a number: use *.'],
    ['@', [[], [2]], {}, '@ multiplies vectors and matrices, and a is a number: use *.'],
    [
      '@',
      [
        [2, 2, 3],
        [4, 3, 2],
      ],
      {},
      'a is 2×2×3 and b is 4×3×2: for a @ b the axes before the last two must fit, and 2 is not 4.',
    ],
    [
      'dot',
      [[2, 2, 3], [3]],
      {},
      'dot takes two vectors, and a is 2×2×3 and b is a vector of 3: for stacks of matrices write @, for numbers *.',
    ],
    ['dot', [[2], [3]], {}, 'dot takes vectors of one length: a is a vector of 2 and b is a vector of 3.'],
    ['outer', [[], [3]], {}, 'outer takes two vectors, and a is a number and b is a vector of 3: for numbers write *.'],
    [
      'conv',
      [[5], [2, 2]],
      {},
      'conv takes arrays with equally many axes, and a is a vector of 5 and the kernel b is 2×2.',
    ],
    [
      'conv',
      [
        [5, 2],
        [2, 3],
      ],
      {},
      'a is 5×2 and the kernel b is 2×3: along axis 1 the kernel (3) is longer than a (2).',
    ],
    ['sum', [[2, 3]], { axis: 2 }, 'a is 2×3, which has no axis 2: its axes are 0 and 1.'],
    ['sum', [[3]], { axis: -2 }, 'a is a vector of 3, which has no axis -2: its only axis is 0.'],
    ['sum', [[]], { axis: 0 }, 'a is a number, which has no axis 0.'],
    ['max', [[3], [3]], { axis: 0 }, 'An axis is for one array, and here are 2 operands.'],
    ['softmax', [[]], {}, 'softmax takes an array, and a is a number.'],
    ['transpose', [[2, 3]], { axes: [0, 0] }, 'a is 2×3: axes must name each of its 2 axes once, and [0, 0] does not.'],
    ['reshape', [[2, 3]], { shape: [4, -1] }, 'a is 2×3, and its 6 entries do not fill the shape [4, -1].'],
    ['broadcast_to', [[2]], { shape: [3] }, 'a is a vector of 2, which does not stretch to the shape [3].'],
    ['stack', [[2], [3]], {}, 'What is stacked must have one shape: a is a vector of 2 and b is a vector of 3.'],
    ['concat', [[2], []], {}, 'concat joins arrays, and b is a number: write [b].'],
    [
      'concat',
      [
        [2, 3],
        [2, 4],
      ],
      {},
      'a is 2×3 and b is 2×4: to be joined along axis 0 they must agree in all others.',
    ],
  ])('%s of %j with %j: %s', (name, shapes, attributes, message) => {
    expect(shapeOf(name, shapes, attributes)).toBe(message)
  })

  it.each<[Shape, AxisIndex[], string]>([
    [[3], [{ at: 3 }], 'x is a vector of 3: axis 0 has the places 0 to 2, and 3 is not among them.'],
    [[2, 3], [{ at: 0 }, { at: -4 }], 'x is 2×3: axis 1 has the places 0 to 2, and -4 is not among them.'],
    [[3], [part(2, 2)], 'x is a vector of 3: 2:2 takes nothing of axis 0, whose length is 3.'],
    [[3], [part(null, null, 0)], 'x is a vector of 3: the step along axis 0 is 0, which goes nowhere.'],
    [[3], [{ at: 0 }, { at: 0 }], 'x is a vector of 3: it has 1 axis, and the subscript names 2.'],
    [[], [{ at: 0 }], 'x is a number, which has no entries to take.'],
  ])('%j at %j: %s', (shape, index, message) => {
    expect(subscripted(shape, index)).toBe(message)
  })
})
