import type { Graph, NodeIndex } from '../graph/graph.ts'
import { sizeOf } from '../primitives/shape.ts'
import { nested, type Value } from '../primitives/value.ts'
import { type Binding, encode } from './binding.ts'
import type { DataSet } from './dataSet.ts'

/** A data input, and what it takes of every sample of a data set. */
export interface Feed {
  readonly node: NodeIndex
  /** How many entries it takes of one sample. */
  readonly width: number
  /** Of all samples, one after another. */
  readonly entries: Float64Array
}

export const feedsOf = (graph: Graph, { placements, labels }: Binding, dataSet: DataSet): Feed[] =>
  placements.map((placement) => {
    const input = graph.inputs.find(({ name }) => name === placement.input)
    const node = input?.node as NodeIndex
    return { node, width: sizeOf(placement.shape), entries: encode(placement, labels, dataSet) }
  })

/** Zeros for the data inputs, which say the shapes that they have in a pass over so many samples. */
export function shapedInputs({ placements, perSample }: Binding, samples: number): Record<string, Value> {
  const at: Record<string, Value> = Object.create(null)
  for (const { input, shape } of placements) {
    const whole = perSample ? shape : [samples, ...shape]
    at[input] = nested(whole, new Float64Array(sizeOf(whole)))
  }
  return at
}

/** Writes so many samples into an input, from `rows[first]` on. Where rows run out, the last one fills what is left. */
export function fill(
  { initial, offset }: Graph,
  { node, width, entries }: Feed,
  rows: ArrayLike<number>,
  first: number,
  samples: number,
): void {
  for (let i = 0; i < samples; i++) {
    const from = rows[Math.min(first + i, rows.length - 1)] * width
    const to = offset[node] + i * width
    for (let k = 0; k < width; k++) initial[to + k] = entries[from + k]
  }
}
