import type { Primal } from '../autodiff/pass.ts'
import { primalFrom } from '../autodiff/primal.ts'
import { type Seed, unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'
import { CONSTANT, type NodeIndex } from '../graph/graph.ts'
import { withCutsHeld } from './heldCuts.ts'
import type { Question } from './question.ts'

/** What becomes of every value when one entry of an input is nudged: by entry. */
export interface Nudged {
  readonly by: number
  /** v̇ times the nudge. */
  readonly predicted: Float64Array
  /** The new value minus the old one. */
  readonly actual: Float64Array
  /** 1 where the input acts: elsewhere both are 0. */
  readonly present: Uint8Array
}

/** The change that a derivative predicts, beside the one that happens, with what is cut held at its value. */
export function nudged(pass: Primal, seed: Seed, by: number): Nudged {
  const { graph, values } = pass
  const start = values.slice()
  start[graph.offset[seed.node] + seed.entry] += by
  const after = primalFrom(withCutsHeld(pass), start).values
  const { numbers, present } = tangent(pass, unitSeed(graph, seed))
  return {
    ...{ by, present },
    predicted: numbers.map((derivative, entry) => (present[entry] ? derivative * by : 0)),
    // An infinity that stays has not changed.
    actual: after.map((value, entry) => (value === values[entry] ? 0 : value - values[entry])),
  }
}

/** What a nudge of the input comes to at one node. */
export interface NudgedNode {
  readonly node: NodeIndex
  /** v̇ times the nudge. */
  readonly predicted: number
  readonly actual: number
}

/** Nodes that are listed. */
const MOST_LISTED = 120

/** The nodes that the input acts on, in tape order: the first ones, and the output in any case; and how many there are. */
export function nudgedNodes({ primal, from, to }: Question, by: number): { nodes: NudgedNode[]; count: number } {
  const { predicted, actual, present } = nudged(primal, from, by)
  const { op } = primal.graph
  const reached = [...op.keys()].filter((node) => op[node] !== CONSTANT && present[node])
  const listed = reached.filter((node, i) => i < MOST_LISTED || node === to.node)
  const nodes = listed.map((node) => ({ node, predicted: predicted[node], actual: actual[node] }))
  return { nodes, count: reached.length }
}
