import { type EdgeIndex, type NodeIndex, PLAIN, WITHIN } from '../graph/graph.ts'
import { Runs } from '../primitives/loops.ts'
import type { Mode, Primal } from './pass.ts'
import { seedAt } from './seeds.ts'
import { isLive, partialsOf, wiringOf } from './sweep.ts'

/**
 * Which entries the derivatives of up to 32 passes reach: by entry a word with a bit for each pass. It says what is
 * present, by structure alone; numbers are not needed.
 */
export type ReachBits = Int32Array

/** Passes that one word holds. */
export const PASSES_PER_WORD = 32

export const noWords = ({ graph: { offset, size } }: Primal): ReachBits => new Int32Array(offset[size])

/** The seeds of up to 32 passes of a mode, by index: each has a bit. */
export function seedWords(primal: Primal, mode: Mode, indices: readonly number[]): ReachBits {
  const words = noWords(primal)
  for (const [bit, index] of indices.entries()) {
    const { node, entry } = seedAt(primal.graph, mode, index)
    words[primal.graph.offset[node] + entry] |= 1 << bit
  }
  return words
}

/** From the words of the seeds that stand there, those of all entries. */
export function reach(primal: Primal, mode: Mode, words: ReachBits): ReachBits {
  const { size } = primal.graph
  if (mode === 'forward') for (let node = 0; node < size; node++) reachThrough(primal, mode, node, words)
  else for (let node = size - 1; node >= 0; node--) reachThrough(primal, mode, node, words)
  return words
}

/** Through one consumer. */
function reachThrough(primal: Primal, mode: Mode, node: NodeIndex, words: ReachBits): void {
  const { firstEdge, plan } = primal.graph
  if (plan[node] === WITHIN) reachInside(primal, mode, node, words)
  else
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
      if (plan[node] !== PLAIN) reachEntries(primal, mode, edge, words)
      else if (primal.live[primal.graph.firstPartial[edge]]) reachNumber(primal, mode, edge, words)
}

function reachNumber({ graph }: Primal, mode: Mode, edge: EdgeIndex, words: ReachBits): void {
  const { consumer, operand, offset } = graph
  const row = offset[consumer[edge]]
  const column = offset[operand[edge]]
  if (mode === 'forward') words[row] |= words[column]
  else words[column] |= words[row]
}

const runs = new Runs()

function reachEntries(primal: Primal, mode: Mode, edge: EdgeIndex, words: ReachBits): void {
  if (!isLive(primal, edge)) return
  const { consumer, operand, offset } = primal.graph
  const { extents, row, column, partial } = wiringOf(primal, edge)
  const { live, from } = partialsOf(primal, edge)
  const isForward = mode === 'forward'
  runs.begin(extents, isForward ? row : column, isForward ? column : row, partial)
  const [target, source] = isForward ? [consumer[edge], operand[edge]] : [operand[edge], consumer[edge]]
  const { length, stepA, stepB, stepC } = runs
  do {
    let a = offset[target] + runs.a
    let b = offset[source] + runs.b
    let c = from + runs.c
    for (let turn = 0; turn < length; turn++, a += stepA, b += stepB, c += stepC)
      if (live === null || live[c]) words[a] |= words[b]
  } while (runs.next())
}

function reachInside(primal: Primal, mode: Mode, node: NodeIndex, words: ReachBits): void {
  const { graph } = primal
  const inner = wordsInside(primal, mode, node, words)
  const { inputs, outputs, offset } = (primal.inside.get(node) as Primal).graph
  const merge = (target: number, source: number, count: number) => {
    for (let i = 0; i < count; i++) words[target + i] |= inner[source + i]
  }
  const [output] = outputs
  if (mode === 'forward') merge(graph.offset[node], offset[output.node], graph.offset[node + 1] - graph.offset[node])
  else
    for (const [slot, input] of inputs.entries()) {
      const read = graph.operand[graph.firstEdge[node] + slot]
      if (graph.varied[read]) merge(graph.offset[read], offset[input.node], graph.offset[read + 1] - graph.offset[read])
    }
}

/** The words inside a closed module, from those outside. */
export function wordsInside(primal: Primal, mode: Mode, node: NodeIndex, words: ArrayLike<number>): ReachBits {
  const { graph, inside } = primal
  const within = inside.get(node) as Primal
  const { inputs, outputs, offset } = within.graph
  const inner = noWords(within)
  const enter = (target: number, from: NodeIndex) => {
    for (let entry = graph.offset[from]; entry < graph.offset[from + 1]; entry++)
      inner[target + entry - graph.offset[from]] |= words[entry]
  }
  if (mode === 'reverse') enter(offset[outputs[0].node], node)
  else
    for (const [slot, input] of inputs.entries()) enter(offset[input.node], graph.operand[graph.firstEdge[node] + slot])
  return reach(within, mode, inner)
}
