import { describe, expect, it } from 'vitest'
import { build, graphOf } from '../../verification/fixtures/compiled.ts'
import { idOf, tapeOf } from '../../verification/fixtures/tape.ts'
import { CLOSED, type Graph } from './graph.ts'
import { closedAt, isClosed } from './operations.ts'

const NOTHING: ReadonlySet<number> = new Set()
const closed = (source: string) => graphOf(source, { open: NOTHING })

/** The place of the first node that is the operation or module of that name. */
function placeOf(graph: Graph, name: string): number {
  const node = tapeOf(graph).findIndex((line) => line.includes(` = ${name}(`))
  if (node < 0) throw new Error(`Nothing is ${name}: ${tapeOf(graph).join('; ')}`)
  return graph.place[node]
}

const openedAt = (source: string, ...path: string[]): Graph => {
  const open = new Set<number>()
  for (const name of path) open.add(placeOf(graphOf(source, { open }), name))
  return graphOf(source, { open })
}

describe('a closed module', () => {
  it('is one node, with a graph of its own', () => {
    const graph = closed('g(a, b) = sin(a)*b\nx = 1\nf = g(x, 2) + 1')
    expect(tapeOf(graph)).toEqual(['x', '2', 'v1 = g(x, 2)', '1', 'v2 = add(v1, 1)'])
    expect(tapeOf(closedAt(graph, 2).graph)).toEqual(['a', 'b', 'v1 = sin(a)', 'v2 = mul(v1, b)'])
    expect(isClosed(graph, 2)).toBe(true)
    expect(graph.op[2]).toBe(CLOSED)
    expect(graph.modules).toEqual([])
  })

  it('reads what its function reads from the program as further operands', () => {
    const graph = closed('w = 3\ny = w*2\ng(w) = w*y\nf = g(5)')
    expect(tapeOf(graph).at(-1)).toBe('v2 = g(5, v1)')
    const inside = closedAt(graph, graph.size - 1).graph
    expect(inside.inputs.map(({ name }) => name)).toEqual(['w', 'y'])
  })

  it('tells what it reads from a parameter of the same name', () => {
    const graph = closed('w = 3\ninner(a) = a*w\ng(w) = w + inner(w)\nf = g(5)')
    expect(tapeOf(closedAt(graph, graph.size - 1).graph)).toHaveLength(4)
  })

  it('reads through functions that it calls', () => {
    const graph = closed('k = 3\ng(a) = a*k\nh(a) = g(a) + g(2*a)\nx = 1\nf = h(x)')
    expect(tapeOf(graph).at(-1)).toBe('v1 = h(x, k)')
  })

  it('is shared by equal calls, and its graph by calls with operands of the same shapes', () => {
    const graph = closed('g(a) = a*a\nx = [1, 2]\ny = 3\nf = g(x) + g(x)*g(y)*g(2*x)')
    expect(graph.closed).toHaveLength(2)
    expect([...graph.op].filter((op) => op >= CLOSED)).toHaveLength(3)
  })

  it('of a layer of the language is one node as well', () => {
    expect(tapeOf(closed('x = [1]\nW = [[1]]\nf = linear(x, W, 0)')).at(-1)).toBe('v1 = linear(x, W, 0)')
  })

  it('with a mistake inside is an error', () => {
    expect(build('g(a) = a @ [1, 2, 3]\nx = [1, 2]\nf = g(x)', { open: NOTHING }).graph).toBeNull()
  })
})

describe('opening in place', () => {
  const SOURCE = 'g(a) = sin(a) + 1\nh(a) = g(a)*g(2*a)\nx = 1\nf = h(x)'

  it('opens one call and leaves others closed, to any depth', () => {
    const one = openedAt(SOURCE, 'h')
    expect(tapeOf(one)).toEqual(['x', 'v1 = g(x)', '2', 'v2 = mul(2, x)', 'v3 = g(v2)', 'v4 = mul(v1, v3)'])
    const two = openedAt(SOURCE, 'h', 'g')
    expect(tapeOf(two).filter((line) => line.includes('= g('))).toHaveLength(1)
    expect(two.modules.map(({ name, parent }) => [name, parent])).toEqual([
      ['h', -1],
      ['g', 0],
    ])
  })

  it('writes an operation as its definition, under a module that closes it again', () => {
    const source = 'x = 0.5\nf = 2*sigmoid(x)'
    const graph = openedAt(source, 'sigmoid')
    expect(tapeOf(graph)).toEqual([
      'x',
      '2',
      '1',
      'v1 = neg(x)',
      'v2 = exp(v1)',
      'v3 = add(1, v2)',
      'v4 = div(1, v3)',
      'v5 = mul(2, v4)',
    ])
    expect(graph.modules.map(({ name, place }) => [name, place])).toEqual([
      ['sigmoid', placeOf(closed(source), 'sigmoid')],
    ])
  })

  it('keeps what the definition of an operation fixes, whatever the program fixes', () => {
    const graph = openedAt('x = [[1, 2], [3, 4]]\nf = sum(x, axis=0) @ softmax(x, axis=0)', 'softmax')
    const sums = tapeOf(graph).flatMap((line, node) =>
      line.includes('= sum(') ? [graph.attributes[graph.attribute[node]]] : [],
    )
    expect(sums).toEqual([{ axis: 0 }, { axis: 0, keepdims: true }])
  })

  it('keeps the ids of what stays, and gives them back when it is closed again', () => {
    const source = 'x = 0.5\ny = 3*x\nf = sigmoid(y) + y'
    const before = closed(source)
    const open = new Set([placeOf(before, 'sigmoid')])
    const opened = graphOf(source, { open, previous: before })
    const again = graphOf(source, { open: NOTHING, previous: opened })
    for (const name of ['x', 'y', 'f']) {
      expect(idOf(opened, name)).toBe(idOf(before, name))
      expect(idOf(again, name)).toBe(idOf(before, name))
    }
  })

  it('stays open over an edit elsewhere', () => {
    const open = new Set([placeOf(closed('x = 0.5\nf = sigmoid(x)'), 'sigmoid')])
    expect(tapeOf(graphOf('x = 0.7\ny = 2*x\nf = sigmoid(x)', { open })).join()).toContain('exp')
  })

  it('of a place that is not there opens nothing', () => {
    expect(tapeOf(graphOf(SOURCE, { open: new Set([123]) }))).toEqual(tapeOf(closed(SOURCE)))
  })
})
