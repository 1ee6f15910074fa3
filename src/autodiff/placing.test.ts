import { describe, expect, it } from 'vitest'
import type { Graph } from '../graph/graph.ts'
import { IntList } from '../graph/intList.ts'
import { Register } from '../graph/register.ts'
import { assemble } from '../graph/tape/assemble.ts'
import { Occurrences } from '../graph/tape/occurrences.ts'
import { Tape } from '../graph/tape/tape.ts'
import { unroll } from '../graph/unroll/unroll.ts'
import { operations } from '../primitives/index.ts'
import { sizeOf } from '../primitives/shape.ts'
import { nested, type Value } from '../primitives/value.ts'
import type { Attributes } from '../primitives/wiring.ts'
import { jacobian } from './jacobian.ts'
import { primal } from './primal.ts'

/** One operation of inputs x, y, … with numbers 1, 2, 3, …, as front ends make it: places and letters have no syntax. */
function graphOf(name: string, shapes: readonly (readonly number[])[], attributes: Attributes): Graph {
  const register = new Register<Attributes>({})
  const tape = new Tape(true, register)
  const inputs = shapes.map((shape, slot) => {
    const entries = Float64Array.from({ length: sizeOf(shape) }, (_, i) => i + 1 + 10 * slot)
    const node = tape.input('xy'[slot], shape.length === 0 ? entries[0] : { shape, entries })
    return { name: 'xy'[slot], node, value: 0, role: null, span: { from: 0, to: 0 } }
  })
  const op = operations.findIndex((operation) => operation.name === name)
  const nodes = inputs.map(({ node }) => node)
  const node = tape.apply(op, nodes, nodes.length, register.indexOf(attributes)) as number
  const [module, place] = [new IntList(), new IntList()]
  for (let each = 0; each <= node; each++) {
    module.push(-1)
    place.push(each)
  }
  const written = { tape, modules: [], module, place, occurrences: new Occurrences() }
  return assemble(written, { inputs, outputs: [{ name: 'f', node }], names: new Map(), length: 0 } as never)
}

const flat = (value: unknown): number[] => [value].flat(8) as number[]

/** By entries of x, then of y. */
const columnsOf = (graph: Graph, mode: 'forward' | 'reverse'): number[][] => {
  const all = jacobian(primal(graph), mode)
  const rows = Object.values(all).flatMap((row) => {
    const count = Object.keys(all).length > 1 ? 1 : sizeOf(graph.shapes[graph.shape[graph.outputs[0].node]])
    const blocks = Object.values(row).map(flat)
    return Array.from({ length: count }, (_, i) =>
      blocks.flatMap((block) => block.slice((i * block.length) / count, ((i + 1) * block.length) / count)),
    )
  })
  return rows
}

/** By NumPy, and by hand: the value, and the local Jacobian by x, then y. */
const CASES: readonly (readonly [string, (readonly number[])[], Attributes, Value, number[][]])[] = [
  [
    'index',
    [[3]],
    { index: [{ places: [0, 2, 2] }] },
    [1, 3, 3],
    [
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ],
  ],
  [
    'index',
    [[3]],
    { index: [{ mask: [1, 0, 1] }] },
    [1, 3],
    [
      [1, 0, 0],
      [0, 0, 1],
    ],
  ],
  [
    'index',
    [[2, 2]],
    { index: [{ places: [0, 1] }, { places: [1, 0] }] },
    [2, 3],
    [
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ],
  ],
  [
    'put',
    [[3], [2]],
    { index: [{ places: [2, 0] }] },
    [12, 2, 11],
    [
      [0, 0, 0, 0, 1],
      [0, 1, 0, 0, 0],
      [0, 0, 0, 1, 0],
    ],
  ],
  [
    'put',
    [[2], [2]],
    { index: [{ places: [1, 1] }] },
    [1, 12],
    [
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ],
  ],
  [
    'scatter',
    [[3]],
    { index: [{ places: [0, 2, 2] }], shape: [3] },
    [1, 0, 5],
    [
      [1, 0, 0],
      [0, 0, 0],
      [0, 1, 1],
    ],
  ],
  [
    'einsum',
    [[2, 2]],
    { subscripts: 'ij->j' },
    [4, 6],
    [
      [1, 0, 1, 0],
      [0, 1, 0, 1],
    ],
  ],
  ['einsum', [[2, 2]], { subscripts: 'ii' }, 5, [[1, 0, 0, 1]]],
  ['einsum', [[2], [2]], { subscripts: 'i,i' }, 35, [[11, 12, 1, 2]]],
]

describe.each(CASES)('%s of %j with %j', (name, shapes, attributes, value, rows) => {
  const graph = graphOf(name, shapes, attributes)

  it('has its value, as one node and in numbers', () => {
    const { node } = graph.outputs[0]
    const { values } = primal(graph)
    expect(nested(graph.shapes[graph.shape[node]], values, graph.offset[node])).toEqual(value)
    expect(flat(Object.values(primal(unroll(graph, () => true)).outputs))).toEqual(flat(value))
  })

  it('has its Jacobian in both modes, as one node and in numbers', () => {
    for (const mode of ['forward', 'reverse'] as const) {
      expect(columnsOf(graph, mode)).toEqual(rows)
      expect(
        columnsOf(
          unroll(graph, () => true),
          mode,
        ),
      ).toEqual(rows)
    }
  })
})
