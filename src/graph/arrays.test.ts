import { describe, expect, it } from 'vitest'
import { build, graphOf } from '../../verification/fixtures/compiled.ts'
import { outputNames, tapeOf } from '../../verification/fixtures/tape.ts'
import { PLAIN } from './graph.ts'
import { entryAt, entryCount, entryIndices, entryName, entryNamed, shapeAt } from './nodes.ts'
import { Register } from './register.ts'

const messages = (source: string) => build(source).diagnostics.map(({ message }) => message)

describe('a tape with arrays', () => {
  const graph = graphOf('x = [1, 2, 3]\nW = [[1, 2, 3], [4, 5, 6]]\ny = tanh(W @ x + 1)\nf = y[0]')

  it('holds a shape for each node, and its entries from its offset on', () => {
    expect([...graph.shape].map((shape) => graph.shapes[shape])).toEqual([[3], [2, 3], [2], [], [2], [2], []])
    expect([...graph.offset]).toEqual([0, 3, 9, 11, 12, 14, 16, 17])
    expect([...graph.initial.subarray(0, 9)]).toEqual([1, 2, 3, 1, 2, 3, 4, 5, 6])
  })

  it('is written as any tape, in the order of the program', () => {
    expect(tapeOf(graph)).toEqual([
      'x',
      'W',
      'v1 = matmul(W, x)',
      '1',
      'v2 = add(v1, 1)',
      'v3 = tanh(v2)',
      'v4 = index(v3)',
    ])
  })

  it('of numbers alone has a node for each entry, and one partial for each edge', () => {
    const { offset, plan, firstPartial, size, operand } = graphOf('x = 2\ny = 3\nf = sin(x) + x*y')
    expect([...offset]).toEqual(Array.from({ length: size + 1 }, (_, node) => node))
    expect([...plan].every((index) => index === PLAIN)).toBe(true)
    expect([...firstPartial]).toEqual(Array.from({ length: operand.length + 1 }, (_, edge) => edge))
  })

  it('shares equal operations only where what their calls fix is equal too', () => {
    const { op } = graphOf(
      'x = [[1, 2], [3, 4]]\nf = sum(x, axis=0) + sum(x, axis=1) + sum(x, axis=0) + x[0] + x[1] + x[0]',
    )
    expect([...op].filter((each) => each >= 0)).toHaveLength(2 + 2 + 5)
  })

  it('tells a stack of computed items from an array of numbers, which is a constant', () => {
    expect(tapeOf(graphOf('x = 1\nf = [x, 2]*[3, 4]'))).toEqual([
      'x',
      '2',
      'v1 = stack(x, 2)',
      '[3,4]',
      'v2 = mul(v1, [3,4])',
    ])
  })
})

describe('an input', () => {
  it('is an array where its line is a constant expression of arrays', () => {
    const { inputs } = graphOf('x = [1, 2]*3\nW = eye(2)\nb = zeros(2)[0]\nf = W @ x + b')
    expect(inputs.map(({ name, value }) => [name, value])).toEqual([
      ['x', [3, 6]],
      [
        'W',
        [
          [1, 0],
          [0, 1],
        ],
      ],
      ['b', 0],
    ])
  })

  it('has another value, and with it another shape, where `at` gives one', () => {
    const { graph } = build('data X = zeros(1, 2)\nw = [1, 2]\ny = X @ w', {
      at: {
        X: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
    })
    expect(graph?.inputs[0].value).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    expect(graph && shapeAt(graph, graph.outputs[0].node)).toEqual([3])
  })

  it('that `at` gives a shape that does not fit is an error at the formula', () => {
    const { graph, diagnostics } = build('X = zeros(1, 2)\nw = [1, 2]\ny = X @ w', { at: { X: [[1, 2, 3]] } })
    expect(graph).toBeNull()
    expect(diagnostics[0].message).toMatch(/1×3.*vector of 2/)
  })

  it('keeps its own value where `at` is ragged or empty', () => {
    expect(graphOf('x = [1, 2]\nf = sum(x)', { at: { x: [[1], [2, 3]] } }).inputs[0].value).toEqual([1, 2])
    expect(graphOf('x = [1, 2]\nf = sum(x)', { at: { x: [] } }).inputs[0].value).toEqual([1, 2])
  })
})

describe('a mismatch', () => {
  it('names both shapes and the lines that they come from', () => {
    const [message] = messages('x = [1, 2, 3]\nW = [[1, 2], [3, 4]]\nf = W @ x')
    expect(message).toMatch(/W is 2×2.*x is a vector of 3.*line 2.*line 1/)
  })

  it('in a function names its formula and the call', () => {
    const [message] = messages('g(a) = a @ [1, 2]\nx = [1, 2, 3]\nf = g(x)')
    expect(message).toMatch(/vector of 3.*vector of 2.*“g”.*line 3/)
  })

  it('of expressions names them as they are written, and the lines that they come from', () => {
    const [message] = messages('W = [[1, 2, 3]]\nx = [1, 2]\ny = (W + 1) @ (x * 2)')
    expect(message).toMatch(/\(W \+ 1\) is 1×3 and \(x \* 2\) is a vector of 2.*W is from line 1, x is from line 2/)
  })

  it.each(['all', new Set<number>()] as const)(
    'in calls of calls says what they pass, be they open or closed',
    (open) => {
      const source = 'x = [1, 2, 3]\ng(a) = a + [1, 2]\nh(b) = g(b*2)\ny = h(x)\nz = mse(x - 1, [1, 2])'
      const [inner, layer] = build(source, { open }).diagnostics
      expect(source.slice(inner.from, inner.to)).toBe('a + [1, 2]')
      expect(inner.message).toMatch(
        /x is from line 1.*“g”, called on line 3 with a = b\*2, in “h”, called on line 4 with b = x/,
      )
      expect(source.slice(layer.from, layer.to)).toBe('mse(x - 1, [1, 2])')
      expect(layer.message).toMatch(/x is from line 1.*“mse”, called on line 5 with p = x - 1 and y = \[1, 2\]/)
    },
  )

  it('is not repeated where its value is used', () => {
    expect(messages('x = [1, 2]\ny = x + [1, 2, 3]\nz = y*2 + y @ y\nf = softmax(z)')).toHaveLength(1)
  })

  it('of a constant line is said there', () => {
    expect(messages('x = [1, 2] + [1, 2, 3]')[0]).toMatch(/vector of 2.*vector of 3/)
  })
})

describe('functions that the language comes with', () => {
  it('are read as functions of the program are', () => {
    const graph = graphOf('x = [1, 2]\nW = eye(2)\nf = dense(x, W, 0)')
    expect(tapeOf(graph)).toEqual(['x', 'W', '0', 'v1 = matmul(x, W)', 'v2 = add(v1, 0)', 'v3 = relu(v2)'])
    expect(graph.modules.map(({ name }) => name)).toEqual(['dense'])
  })

  it('give way to a function of the program, which they do not see themselves', () => {
    expect(tapeOf(graphOf('x = 1\nmse(a, b) = a - b\nf = mse(x, 2)'))).toEqual(['x', '2', 'v1 = sub(x, 2)'])
    expect(tapeOf(graphOf('x = [1, 2]\nmean(a) = 7*a\nf = mse(x, mean(3))')).at(-1)).toMatch(/= mean\(/)
  })

  it('leave their names to values', () => {
    const graph = graphOf('linear = 2\nmse = linear*3')
    expect(outputNames(graph)).toEqual(['mse'])
    expect(tapeOf(graph)).toEqual(['linear', '3', 'v1 = mul(linear, 3)'])
  })
})

describe('names of operations over arrays', () => {
  it.each(['sum', 'mean', 'dot', 'norm', 'stack', 'index'])('%s is free for a value', (name) => {
    expect(tapeOf(graphOf(`${name} = 2\nf = ${name}*3`))).toEqual([name, '3', `v1 = mul(${name}, 3)`])
  })

  it('are free for parameters', () => {
    expect(tapeOf(graphOf('x = 2\ng(sum) = sum*sum\nf = g(x)'))).toEqual(['x', 'v1 = mul(x, x)'])
  })

  it('of elementary functions are not', () => {
    expect(messages('sin = 2')[0]).toMatch(/“sin” is a function/)
  })
})

describe('an entry', () => {
  it('is named by its indices, a number by its name', () => {
    expect(entryName('W', [2, 3], 5)).toBe('W[1,2]')
    expect(entryName('x', [], 0)).toBe('x')
    expect(entryNamed('W[1, 2]')).toEqual({ array: 'W', indices: [1, 2] })
    expect([entryNamed('x'), entryNamed('W[]'), entryNamed('W[1.5]')]).toEqual([null, null, null])
    expect([entryAt([2, 3], [1, 2]), entryAt([2, 3], [2, 0]), entryAt([2, 3], [1])]).toEqual([5, null, null])
    expect(entryIndices([2, 3, 4], 23)).toEqual([1, 2, 3])
  })

  it('count is that of the shape', () => {
    const graph = graphOf('W = zeros(2, 3)\nf = sum(W)')
    expect([0, 1].map((node) => entryCount(graph, node))).toEqual([6, 1])
  })
})

describe('a register', () => {
  it('keeps equal values once, in the order of their first coming', () => {
    const register = new Register<object>({})
    expect([{ axis: 0 }, {}, { axis: 1 }, { axis: 0 }].map((item) => register.indexOf(item))).toEqual([1, 0, 2, 1])
    expect(register.items).toEqual([{}, { axis: 0 }, { axis: 1 }])
  })
})
