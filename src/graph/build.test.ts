import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { outputNames, tapeOf } from '../../verification/fixtures/tape.ts'

describe('the tape', () => {
  it('of the lecture’s example has the inputs, then the operations in post-order', () => {
    const graph = graphOf(LECTURE)
    expect(tapeOf(graph)).toEqual(['x1', 'x2', 'v1 = sin(x1)', 'v2 = mul(x1, x2)', 'v3 = add(v1, v2)'])
  })

  it('of the survey’s example numbers its operations as the survey does', () => {
    const graph = graphOf('x1 = 2\nx2 = 5\ny = ln(x1) + x1*x2 - sin(x2)')
    expect(tapeOf(graph).slice(2)).toEqual([
      'v1 = log(x1)',
      'v2 = mul(x1, x2)',
      'v3 = add(v1, v2)',
      'v4 = sin(x2)',
      'v5 = sub(v3, v4)',
    ])
  })

  it('has declared inputs first, then those that are only used, in order of appearance', () => {
    expect(tapeOf(graphOf('f = b*a + x\nx = 1\nz = 5')).slice(0, 4)).toEqual(['x', 'z', 'b', 'a'])
  })

  it('has constants where they are first needed', () => {
    expect(tapeOf(graphOf('x = 1\nconst k = 3\nf = 2*x + k*x'))).toEqual([
      'x',
      '2',
      'v1 = mul(2, x)',
      '3',
      'v2 = mul(3, x)',
      'v3 = add(v1, v2)',
    ])
  })

  it('has definitions after what they need, otherwise as written', () => {
    const graph = graphOf('x = 1\nf = a - b\nb = exp(x)\na = sin(x)\nc = cos(x)')
    expect(tapeOf(graph).slice(1)).toEqual(['v1 = exp(x)', 'v2 = sin(x)', 'v3 = sub(v2, v1)', 'v4 = cos(x)'])
  })

  it('groups the edges that read a node: the latest consumer first, its slots ascending', () => {
    const graph = graphOf('x = 3\ny = sin(x)\nf = x*x + y')
    const edges = graph.consumerEdge.subarray(graph.firstConsumer[0], graph.firstConsumer[1])
    expect([...edges].map((edge) => [graph.consumer[edge], edge - graph.firstEdge[graph.consumer[edge]]])).toEqual([
      [2, 0],
      [2, 1],
      [1, 0],
    ])
  })

  it('marks as varied what some input acts on', () => {
    const graph = graphOf('x = 1\nf = sqrt(2)*x')
    expect([...graph.varied]).toEqual([1, 0, 0, 1])
  })
})

describe('an input', () => {
  it.each([
    ['2', 2],
    ['-0', -0],
    ['1e-3', 1e-3],
    ['pi/4', Math.PI / 4],
    ['2^3', 8],
    ['sqrt(2)', Math.SQRT2],
    ['+2', 2],
  ])('is made by the constant expression %s', (text, value) => {
    const graph = graphOf(`x = ${text}\nf = x`)
    expect(graph.inputs).toEqual([{ name: 'x', node: 0, role: null, value, literal: { from: 4, to: 4 + text.length } }])
    expect(graph.initial[0]).toBe(value)
    expect(graph.size).toBe(1)
  })

  it('has the role that the text gives it', () => {
    const graph = graphOf('param w = 0.5\ndata t = 1\nx = 2\nf = w*t*x')
    expect(graph.inputs.map(({ role }) => role)).toEqual(['param', 'data', null])
  })

  it('is not made by const, nor by output', () => {
    const graph = graphOf('const k = 2*3\noutput c = 7\nf = k')
    expect(graph.inputs).toEqual([])
    expect(tapeOf(graph)).toEqual(['7', '6'])
    expect(outputNames(graph)).toEqual(['c', 'f'])
  })

  it('that nothing uses stays an input, and is no output', () => {
    const graph = graphOf('x = 1\ny = 2\nf = 3*x')
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x', 'y'])
    expect(outputNames(graph)).toEqual(['f'])
  })

  it('may have any name, also one that objects have by birth', () => {
    const graph = graphOf('constructor = 2\n__proto__ = 3\nf = constructor*__proto__ + toString')
    expect(graph.inputs.map(({ name }) => name)).toEqual(['constructor', '__proto__', 'toString'])
  })

  it('may be named e or pi, which are constants otherwise', () => {
    expect(tapeOf(graphOf('e = 1\nf = e*pi'))).toEqual(['e', String(Math.PI), `v1 = mul(e, ${Math.PI})`])
  })
})

describe('an output', () => {
  it('is a definition that nothing uses', () => {
    expect(outputNames(graphOf('x = 1\na = x*2\nb = a + 1\nc = a*3'))).toEqual(['b', 'c'])
  })

  it('is what the text declares as one, in order of writing', () => {
    expect(outputNames(graphOf('x = 1\na = x*2\noutput b = a + 1\nc = b*3\noutput a'))).toEqual(['a', 'b', 'c'])
  })

  it('may be an input, or a constant', () => {
    const graph = graphOf('x = 1\noutput x\nconst k = 3\noutput k')
    expect(graph.outputs).toEqual([
      { name: 'x', node: 0 },
      { name: 'k', node: 1 },
    ])
  })

  it('is a bare expression, by the first free name of f, f1, f2', () => {
    expect(outputNames(graphOf('x = 1\nf1 = x*3\nsin(x)\ncos(x)'))).toEqual(['f1', 'f', 'f2'])
    expect(outputNames(graphOf('f*2'))).toEqual(['f1'])
  })

  it('by two names is one node where the definitions are equal', () => {
    const graph = graphOf('x = 1\ny = sin(x)\nz = sin(x)')
    expect(graph.outputs).toEqual([
      { name: 'y', node: 1 },
      { name: 'z', node: 1 },
    ])
    expect(graph.names.get(1)).toEqual(['y', 'z'])
  })

  it('is missing in a program of inputs alone, which is a graph all the same', () => {
    const graph = graphOf('x = 2')
    expect(graph.size).toBe(1)
    expect(graph.outputs).toEqual([])
    expect(graphOf('').size).toBe(0)
  })
})

describe('a function of the program', () => {
  it('is an output where nothing calls it, at inputs named like its parameters', () => {
    const graph = graphOf('f(x1, x2) = sin(x1) + x1*x2')
    expect(tapeOf(graph)).toEqual(['x1', 'x2', 'v1 = sin(x1)', 'v2 = mul(x1, x2)', 'v3 = add(v1, v2)'])
    expect(outputNames(graph)).toEqual(['f'])
    expect(graph.inputs.map(({ value }) => value)).toEqual([1, 1])
    expect(graph.modules).toEqual([])
  })

  it('takes the definitions that are named like its parameters', () => {
    const graph = graphOf('f(x, y) = x*y\nx = 2\ny = sin(x)')
    expect(tapeOf(graph)).toEqual(['x', 'v1 = sin(x)', 'v2 = mul(x, v1)'])
    expect(outputNames(graph)).toEqual(['f'])
  })

  it('gets its inputs from a bare call with numbers', () => {
    const graph = graphOf('f(x1, x2) = x1*x2\nf(2, -pi)')
    expect(graph.inputs.map(({ name, value, literal }) => [name, value, literal])).toEqual([
      ['x1', 2, { from: 20, to: 21 }],
      ['x2', -Math.PI, { from: 23, to: 26 }],
    ])
    expect(outputNames(graph)).toEqual(['f'])
  })

  it('is written out at each call, as a module', () => {
    const graph = graphOf('x = 2\ny = 3\ng(a, b) = a*b + 1\nh(a) = exp(g(a, y))\nf = g(x, y) - h(y)')
    expect(tapeOf(graph)).toEqual([
      'x',
      'y',
      'v1 = mul(x, y)',
      '1',
      'v2 = add(v1, 1)',
      'v3 = mul(y, y)',
      'v4 = add(v3, 1)',
      'v5 = exp(v4)',
      'v6 = sub(v2, v5)',
    ])
    expect(graph.modules.map(({ name, parent }) => [name, parent])).toEqual([
      ['g', -1],
      ['h', -1],
      ['g', 1],
    ])
    expect([...graph.module]).toEqual([-1, -1, 0, 0, 0, 2, 2, 1, -1])
    expect(outputNames(graph)).toEqual(['f'])
  })

  it('keeps its parameters apart from the names of the program', () => {
    expect(tapeOf(graphOf('x = 2\na = 5\ng(a) = sin(a)\nf = g(x)'))).toEqual(['x', 'a', 'v1 = sin(x)'])
  })

  it('may be called before it is written, and reads the definitions of the program', () => {
    const graph = graphOf('f = g(x)\ng(a) = a*w\nw = exp(x)\nx = 2')
    expect(tapeOf(graph)).toEqual(['x', 'v1 = exp(x)', 'v2 = mul(x, v1)'])
  })

  it('may replace one of the language', () => {
    const graph = graphOf('sigmoid(z) = 1/(1 + exp(-z))\nf = sigmoid(x)')
    expect(tapeOf(graph).at(-1)).toBe('v4 = div(1, v3)')
    expect(graph.modules[0].name).toBe('sigmoid')
  })
})

describe('sharing', () => {
  it('makes equal subexpressions one node', () => {
    expect(tapeOf(graphOf('x = 1\ny = 2\nf = x*y + exp(x*y)')).slice(2)).toEqual([
      'v1 = mul(x, y)',
      'v2 = exp(v1)',
      'v3 = add(v1, v2)',
    ])
  })

  it('takes operands in order, and tells -0 from 0', () => {
    expect(tapeOf(graphOf('x = 1\ny = 2\nf = x*y + y*x')).slice(2, 4)).toEqual(['v1 = mul(x, y)', 'v2 = mul(y, x)'])
    expect(tapeOf(graphOf('x = 1\nf = x*0 + x*-0 + x*0')).filter((line) => line === '0' || line === '-0')).toEqual([
      '0',
      '-0',
    ])
  })

  it('can be switched off: each expression is its own node, each name still one', () => {
    const graph = graphOf('x = 1\na = sin(x)\nf = a*2 + a*2 + sin(x)', { shareSubexpressions: false })
    expect(tapeOf(graph)).toEqual([
      'x',
      'v1 = sin(x)',
      '2',
      'v2 = mul(v1, 2)',
      '2',
      'v3 = mul(v1, 2)',
      'v4 = add(v2, v3)',
      'v5 = sin(x)',
      'v6 = add(v4, v5)',
    ])
  })
})

it('a graph is plain data that a worker can be sent', () => {
  const graph = graphOf('x = 1\ng(a) = a*2\nf = g(x) + 3')
  expect(structuredClone(graph)).toEqual(graph)
})

describe('occurrences', () => {
  const source = 'x = 2\na = x*x\nf = a + x*x'
  const graph = graphOf(source)
  const textsOf = (node: number) =>
    [...graph.occurrences.node].flatMap((n, i) =>
      n === node
        ? [`${source.slice(graph.occurrences.from[i], graph.occurrences.to[i])}@${graph.occurrences.from[i]}`]
        : [],
    )

  it('are the places where a node is defined, named or written', () => {
    expect(textsOf(0).sort()).toEqual(['2@4', 'x@0', 'x@10', 'x@12', 'x@22', 'x@24'].sort())
    expect(textsOf(1).sort()).toEqual(['a@6', 'a@18', 'x*x@10', 'x*x@22'].sort())
    expect(textsOf(2).sort()).toEqual(['f@14', 'a + x*x@18'].sort())
  })

  it('are sorted by where they begin', () => {
    const from = [...graph.occurrences.from]
    expect(from).toEqual([...from].sort((a, b) => a - b))
  })
})
