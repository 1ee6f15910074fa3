import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { programs } from '../../verification/programs.ts'
import { adjoint } from '../autodiff/adjoint.ts'
import { absolute, primal } from '../autodiff/primal.ts'
import { tangent } from '../autodiff/tangent.ts'
import type { Graph } from '../graph/graph.ts'
import { mostApart } from './apart.ts'
import { edgesAround, undirectedCycle } from './cycle.ts'
import { anotherOrder, countOrders } from './orders.ts'
import { reordered } from './reordered.ts'

const ROUNDING = 1e-13

describe('the number of topological orders', () => {
  it('is 1 on a chain', () => {
    expect(countOrders(graphOf('x = 1\nf = sin(cos(exp(x)))'))).toBe(1n)
  })

  it('is n! of n inputs that one sum takes together', () => {
    expect(countOrders(graphOf('a = 1\nb = 2\nc = 3\nd = 4\nm = max(a, b, c, d)'))).toBe(24n)
  })

  it('is the number of ways to shuffle two chains', () => {
    // 10 choose 5
    expect(countOrders(graphOf('x = 1\nf = sin(cos(exp(tanh(x))))\ny = 1\ng = tanh(sin(cos(exp(y))))'))).toBe(252n)
  })

  it('leaves constants out, and counts an operand that is read twice once', () => {
    expect(countOrders(graphOf('x = 3\nf = x*x + 2'))).toBe(1n)
  })

  it('is not counted where there are too many', () => {
    const inputs = Array.from({ length: 40 }, (_, i) => `x${i}`)
    expect(countOrders(graphOf(inputs.map((x) => `${x} = 1\nf_${x} = sin(${x})`).join('\n')))).toBeNull()
  })

  it('is that of all orders, tried one by one', () => {
    const graph = graphOf('x = 1\ny = 2\na = x*y\nb = sin(x)\nc = a + b\nd = exp(a)')
    expect(countOrders(graph)).toBe(BigInt(allOrders(graph).size))
  })
})

/** Found by picking at random until none is new for long. */
function allOrders(graph: Graph): Set<string> {
  const found = new Set<string>()
  let state = 1
  const pick = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let i = 0; i < 3000; i++) found.add(anotherOrder(graph, pick).join())
  return found
}

describe('a graph in another order', () => {
  const numbers = fc.infiniteStream(fc.nat())

  it('has the same values and tangents, the same adjoints but for rounding, by id', () => {
    fc.assert(
      fc.property(programs, numbers, ({ source, at }, stream) => {
        const graph = graphOf(source)
        const order = anotherOrder(graph, (ready) => (stream.next().value as number) % ready)
        const other = reordered(graph, order)
        const [pass, again] = [primal(graph, at), primal(other, at)]
        expect(again.outputs).toEqual(pass.outputs)
        for (const [place, node] of order.entries()) {
          expect(other.id[place]).toBe(graph.id[node])
          expect(again.values[place]).toBe(pass.values[node])
        }
        const [{ name }] = graph.inputs
        expect(tangent(again, { [name]: 1 }).outputs).toEqual(tangent(pass, { [name]: 1 }).outputs)
        const seed = { [graph.outputs[0].name]: 1 }
        const [known, back] = [adjoint(pass, seed), adjoint(again, seed)]
        const scale = adjoint(absolute(pass), seed).numbers
        for (const [place, node] of order.entries())
          expect(Math.abs(back.numbers[place] - known.numbers[node])).toBeLessThanOrEqual(ROUNDING * scale[node])
      }),
      { seed: 7, numRuns: 150 },
    )
  })

  it('is no farther from the tape’s own than rounding, and as far from another program as their numbers', () => {
    const graph = graphOf('a = 1\nb = [2, 3]\nf = sum(a*b)\ng = exp(a)')
    const other = primal(
      reordered(
        graph,
        anotherOrder(graph, (ready) => ready - 1),
      ),
    )
    expect(mostApart(primal(graph), other)).toBeLessThan(1e-15)
    // f is 5, and 7.5 there.
    expect(mostApart(primal(graph), primal(graphOf('a = 1.5\nb = [2, 3]\nf = sum(a*b)\ng = exp(1)*a')))).toBeCloseTo(
      0.5,
      14,
    )
  })

  it('keeps the entries and partials of arrays', () => {
    const graph = graphOf('W = [[1, 2], [3, 4]]\nx = [0.5, -1]\nb = 0.1\ny = tanh(W @ x + b)\nL = sum(y*y)\nz = sin(b)')
    const first = (ready: number) => ready - 1
    const other = reordered(graph, anotherOrder(graph, first))
    expect([...other.id]).not.toEqual([...graph.id])
    const [pass, again] = [primal(graph), primal(other)]
    expect(again.outputs).toEqual(pass.outputs)
    expect(adjoint(again, { L: 1 }).inputs).toEqual(adjoint(pass, { L: 1 }).inputs)
    expect(tangent(again, { b: 1 }).outputs).toEqual(tangent(pass, { b: 1 }).outputs)
  })
})

describe('an undirected cycle', () => {
  const named = (source: string): string[] | null => {
    const graph = graphOf(source)
    return undirectedCycle(graph)?.map((node) => graph.names.get(node)?.[0] ?? `v${graph.number[node]}`) ?? null
  }

  it('is none on a chain or tree, however often a constant is used', () => {
    expect(named('x = 1\nf = sin(2*x) + 2')).toBeNull()
    expect(named('x = 1\ny = 2\nf = x*y')).toBeNull()
  })

  it('has two nodes where one reads the other twice', () => {
    expect(named('x = 3\nf = x*x')).toEqual(['x', 'f'])
  })

  it('goes round a diamond', () => {
    expect(named('x = 3\na = sin(x)\nb = exp(x)\nf = a*b')).toEqual(['b', 'x', 'a', 'f'])
  })

  it('has an edge from each node to the next, both where it is two nodes', () => {
    const edgesIn = (source: string) => {
      const graph = graphOf(source)
      return edgesAround(graph, undirectedCycle(graph) ?? []).length
    }
    expect(edgesIn('x = 3\nf = x*x')).toBe(2)
    expect(edgesIn('x = 3\na = sin(x)\nb = exp(x)\nf = a*b\ng = f + x')).toBe(4)
  })

  it('has neighbours joined by an edge, on random programs', () => {
    fc.assert(
      fc.property(programs, ({ source }) => {
        const graph = graphOf(source)
        const cycle = undirectedCycle(graph)
        if (!cycle) return
        expect(new Set(cycle).size).toBe(cycle.length)
        for (const [i, node] of cycle.entries()) expect(isEdge(graph, node, cycle[(i + 1) % cycle.length])).toBe(true)
      }),
      { seed: 8, numRuns: 100 },
    )
  })
})

const isEdge = ({ operand, consumer }: Graph, a: number, b: number): boolean =>
  operand.some((from, edge) => (from === a && consumer[edge] === b) || (from === b && consumer[edge] === a))
