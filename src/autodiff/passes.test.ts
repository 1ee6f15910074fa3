import { describe, expect, it } from 'vitest'
import { closedOf, graphOf, primalOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { adjoint } from './adjoint.ts'
import { type Jacobian, jacobian } from './jacobian.ts'
import type { Numbers } from './pass.ts'
import { absolute, primal } from './primal.ts'
import { tangent } from './tangent.ts'

/** Of programs of numbers. */
const numbers = (named: Numbers) => named as Record<string, number>
const entries = (rows: Jacobian) => rows as Record<string, Record<string, number>>

const PROGRAMS = [
  LECTURE,
  'x = 1.3\ny = 0.4\nz = -2\nf = sin(x*y)/z + x^y\ng = f*f + exp(z)\nh = max(x, y, z)*hypot(x, z)\noutput f',
  'x = 3\nf = x*x*x - x/x',
  'a = 0.5\nb = 2\ng(p, q) = tanh(p*q) + p\nf = g(g(a, b), a) + g(b, b)\nh = where(a < b, a*b, log(-b))',
]

describe('the primal pass', () => {
  it('computes the value of every node of the lecture’s example', () => {
    const { values, outputs } = primalOf(LECTURE)
    expect([...values]).toEqual([2, 3, Math.sin(2), 6, Math.sin(2) + 6])
    expect(outputs).toEqual({ f: Math.sin(2) + 6 })
  })

  it('takes another point for the inputs that are named', () => {
    const graph = graphOf(LECTURE)
    expect(primal(graph, { x2: -1 }).outputs.f).toBe(Math.sin(2) - 2)
    expect(primal(graph).outputs.f).toBe(Math.sin(2) + 6)
  })

  it('has the local partials of the edges', () => {
    expect([...primalOf(LECTURE).partials]).toEqual([Math.cos(2), 3, 2, 1, 1])
  })

  it('computes no partial where no input acts, and none that is dropped', () => {
    const { partials, live } = primalOf('x = -2\nf = x^3 + max(x, 1)')
    expect([...live]).toEqual([1, 0, 0, 0, 1, 1])
    expect(partials[1]).toBe(0)
  })

  it('rejects a name that is no input', () => {
    expect(() => primal(graphOf(LECTURE), { x3: 1 })).toThrow('no input named x3')
  })
})

describe('a tangent pass', () => {
  it('gives each node its derivative along the seed', () => {
    const pass = tangent(primalOf(LECTURE), { x1: 1 })
    expect([...pass.numbers]).toEqual([1, 0, Math.cos(2), 3, Math.cos(2) + 3])
    expect([...pass.present]).toEqual([1, 0, 1, 1, 1])
  })

  it('leaves absent what the seed does not reach: it meets no infinite partial', () => {
    const { outputs } = tangent(primalOf('x = 2\nz = 0\nf = log(z) + x'), { x: 1, z: 0 })
    expect(outputs.f).toBe(1)
  })

  it('rejects a name that is no input', () => {
    expect(() => tangent(primalOf(LECTURE), { f: 1 })).toThrow('no input named f')
  })
})

describe('an adjoint pass', () => {
  it('gives the seeded output’s derivative by each node', () => {
    const pass = adjoint(primalOf(LECTURE), { f: 1 })
    expect([...pass.numbers]).toEqual([3 + Math.cos(2), 2, 1, 1, 1])
    expect(pass.inputs).toEqual({ x1: 3 + Math.cos(2), x2: 2 })
  })

  it('adds the seed first, then the terms in the order of consumerEdge', () => {
    const { graph, ...rest } = primalOf('x = 0.1\ny = 0.7*x\nf = y*0.3\ng = y*1e16 + y\noutput y')
    const pass = adjoint({ graph, ...rest }, { y: 1, f: 1, g: -1 })
    const y = graph.outputs[0].node
    let sum = 1
    for (let i = graph.firstConsumer[y]; i < graph.firstConsumer[y + 1]; i++) {
      const edge = graph.consumerEdge[i]
      sum += pass.numbers[graph.consumer[edge]] * rest.partials[edge]
    }
    expect(pass.numbers[y]).toBe(sum)
  })

  it('adds the seeds of two names of one node', () => {
    expect(adjoint(primalOf('x = 1\ny = 3*x\nz = 3*x'), { y: 1, z: 2 }).inputs.x).toBe(9)
  })

  it('leaves absent what does not reach the output', () => {
    const pass = adjoint(primalOf('x = 0\ny = 1\nf = 2*y\ng = log(x)'), { f: 1 })
    expect([...pass.present.subarray(0, 2)]).toEqual([0, 1])
    expect(pass.inputs.x).toBe(0)
  })

  it('rejects a name that is no output', () => {
    expect(() => adjoint(primalOf(LECTURE), { x1: 1 })).toThrow('no output named x1')
  })
})

describe.each(PROGRAMS)('forward and reverse mode on %j', (source) => {
  const pass = primalOf(source)
  const { inputs, outputs } = pass.graph

  it('agree entry by entry', () => {
    const forward = entries(jacobian(pass, 'forward'))
    const reverse = entries(jacobian(pass, 'reverse'))
    const scale = entries(jacobian(absolute(pass), 'reverse'))
    expect(Object.keys(forward)).toEqual(outputs.map(({ name }) => name))
    for (const output of outputs)
      for (const { name } of inputs) {
        const difference = Math.abs(forward[output.name][name] - reverse[output.name][name])
        expect(difference).toBeLessThanOrEqual(1e-14 * scale[output.name][name])
      }
  })

  it('fulfil w·(Jv) = (Jᵀw)·v', () => {
    const v = Object.fromEntries(inputs.map(({ name }, i) => [name, 0.3 + i]))
    const w = Object.fromEntries(outputs.map(({ name }, i) => [name, 1.7 - i]))
    const jv = numbers(tangent(pass, v).outputs)
    const jtw = numbers(adjoint(pass, w).inputs)
    const left = outputs.reduce((sum, { name }) => sum + w[name] * jv[name], 0)
    const right = inputs.reduce((sum, { name }) => sum + jtw[name] * v[name], 0)
    expect(left).toBeCloseTo(right, 12)
  })

  it('give the same without sharing', () => {
    const unshared = entries(jacobian(primal(graphOf(source, { shareSubexpressions: false })), 'reverse'))
    const shared = entries(jacobian(pass, 'reverse'))
    for (const { name } of outputs)
      for (const input of inputs) expect(unshared[name][input.name]).toBeCloseTo(shared[name][input.name], 12)
  })
})

describe('a Jacobian', () => {
  it('has every input in every row', () => {
    const pass = primalOf('x = 1\ny = 2\nz = 3\nf = x*y\ng = 7*y')
    for (const mode of ['forward', 'reverse'] as const)
      expect(jacobian(pass, mode)).toEqual({ f: { x: 2, y: 1, z: 0 }, g: { x: 0, y: 7, z: 0 } })
  })

  it('has names that objects have by birth', () => {
    const pass = primalOf('__proto__ = 2\nconstructor = 3\ntoString = __proto__*constructor')
    for (const mode of ['forward', 'reverse'] as const) {
      const rows = jacobian(pass, mode)
      expect(Object.entries(rows.toString)).toEqual([
        ['__proto__', 3],
        ['constructor', 2],
      ])
    }
  })
})

describe('passes over arrays', () => {
  it('take seeds and give derivatives in the shapes of what they belong to', () => {
    const pass = primalOf('W = [[1, 2], [3, 4]]\nx = [5, 6]\ny = W @ x')
    expect(tangent(pass, { x: [1, 0] }).outputs).toEqual({ y: [1, 3] })
    expect(adjoint(pass, { y: [1, 10] }).inputs).toEqual({
      W: [
        [5, 6],
        [50, 60],
      ],
      x: [31, 42],
    })
  })

  it('take another point of the same shape', () => {
    expect(primal(graphOf('x = [1, 2]\nf = sum(x)'), { x: [3, 4] }).outputs.f).toBe(7)
  })

  it.each([[[1]], [[1, 2, 3]], [5], [[[1], [2]]]])('reject a value of another shape: %j', (x) => {
    const graph = graphOf('x = [1, 2]\nf = sum(x)')
    expect(() => primal(graph, { x })).toThrow('x has the shape [2]')
    expect(() => tangent(primal(graph), { x })).toThrow('x has the shape [2]')
  })

  it('leave absent the entries that the seed does not reach', () => {
    const pass = primalOf('x = [0, 4]\ny = sqrt(x)\nf = y[1]')
    const { numbers, present } = adjoint(pass, { f: 1 })
    expect([...present.subarray(0, 4)]).toEqual([0, 1, 0, 1])
    expect(numbers[1]).toBe(0.25)
    expect([...tangent(pass, { x: [1, 0] }).present]).toEqual([1, 0, 1, 0, 0])
  })

  it('sum what a broadcast entry served, and both terms of an operand that stands twice', () => {
    expect(adjoint(primalOf('b = [1, 2]\nX = ones(3, 2)\nf = sum(X + b)'), { f: 1 }).inputs.b).toEqual([3, 3])
    expect(adjoint(primalOf('x = [3, 4]\nf = x @ x'), { f: 1 }).inputs.x).toEqual([6, 8])
  })
})

describe('a closed module', () => {
  const SOURCE = 'k = 2\ng(a, b) = sin(a)*b + k\nx = 0.5\nf = g(x, 3)*x'
  it('between numbers has the partials that an adjoint pass inside gives', () => {
    const pass = closedOf(SOURCE)
    const node = pass.graph.outputs[0].node - 1
    const partials = pass.partials.subarray(pass.graph.firstEdge[node], pass.graph.firstEdge[node + 1])
    expect([...partials]).toEqual([3 * Math.cos(0.5), 0, 1])
  })

  it.each([SOURCE, 'g(a, W) = tanh(W @ a)\nx = [1, -1]\nW = [[0.1, 0.2], [0.3, 0.4]]\nf = sum(g(x, W)*g(2*x, W))'])(
    'has the derivatives of its opened form: %j',
    (source) => {
      const open = jacobian(primalOf(source), 'reverse')
      for (const mode of ['forward', 'reverse'] as const) {
        const closed = jacobian(closedOf(source), mode)
        for (const [input, value] of Object.entries(open.f)) {
          const [a, b] = [value, closed.f[input]].map((each) => [each].flat(2) as number[])
          for (const [i, entry] of a.entries()) expect(b[i]).toBeCloseTo(entry, 14)
        }
      }
    },
  )

  it('through which nothing passes is no edge', () => {
    const pass = closedOf('g(a, b) = where(a > 0, b, 1)\nx = -1\ny = 2\nf = g(x, y)')
    expect(adjoint(pass, { f: 1 }).inputs).toEqual({ x: 0, y: 0 })
    expect([...pass.live]).toEqual([0, 0])
  })
})

it('passes over 10⁵ operations run through', () => {
  const pass = primalOf(`x = 0.5\nf = ${'sin(x)*'.repeat(50_000)}x`)
  expect(adjoint(pass, { f: 1 }).present[0]).toBe(1)
  expect(tangent(pass, { x: 1 }).present.at(-1)).toBe(1)
})
