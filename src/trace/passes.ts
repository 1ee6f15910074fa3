import { adjoint } from '../autodiff/adjoint.ts'
import type { Adjoint, Mode, Numbers, Primal, Tangent } from '../autodiff/pass.ts'
import { firstSeeds, passCount, type Seed, seedAt, unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'
import { CONSTANT, type NodeIndex, type Output } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { entryName, shapeAt } from '../graph/nodes.ts'
import { entriesOf } from '../notation/numbers.ts'
import type { Pass } from './pass.ts'

/** The passes of one mode: the primal pass, then one for each entry of the inputs (forward) or outputs (reverse), as declared. */
export interface PassList {
  readonly mode: Mode
  readonly primal: Primal
  readonly count: number
  /**
   * What the passes after the primal one are of: a unit seed each; the one seed of the user's own; or a Hessian-vector
   * product, with a tangent, an adjoint and an adjoint tangent pass.
   */
  readonly of: 'units' | 'own' | 'second'
  /** Computed when first asked for, and kept as long as there is room. */
  readonly get: (index: number) => Pass
  /** What a pass is seeded with; null for the primal pass, and for a seed of the user's own. */
  readonly seedOf: (index: number) => Seed | null
  /**
   * The first pass of an input (forward) or output (reverse), by its place in the program; those of its other entries
   * follow. Data that are held have one from `count` on.
   */
  readonly firstOf: (end: number) => number
}

/** How many numbers the kept passes of a list may have together. */
const ROOM = 2 ** 22
const FEWEST_KEPT = 8

/** The passes of a mode, the same list each time. */
export const passes = (primal: Primal, mode: Mode): PassList => listsOf(primal)[mode]

const listsOf = memo((primal: Primal): Record<Mode, PassList> => {
  const first = primalPass(primal)
  return { forward: listOf(first, 'forward'), reverse: listOf(first, 'reverse') }
})

function listOf(first: Pass, mode: Mode): PassList {
  const { primal } = first
  const { graph } = primal
  const most = Math.max(FEWEST_KEPT, Math.floor(ROOM / (first.numbers.length + 1)))
  const kept = new Map<number, Pass>()
  const seedOf = (index: number) => (index === 0 ? null : seedAt(graph, mode, index - 1))
  const get = (index: number): Pass => {
    const seed = kept.has(index) ? null : seedOf(index)
    const pass = seed ? seededPass(primal, mode, unitSeed(graph, seed)) : (kept.get(index) ?? first)
    if (pass === first) return first
    // A map keeps its order of insertion: the pass used longest ago comes first, and goes.
    kept.delete(index)
    kept.set(index, pass)
    if (kept.size > most) kept.delete(kept.keys().next().value as number)
    return pass
  }
  return {
    ...{ mode, primal, count: passCount(graph, mode) + 1, of: 'units' },
    ...{ get, seedOf, firstOf: firstPasses(primal, mode) },
  }
}

function firstPasses({ graph }: Primal, mode: Mode): (end: number) => number {
  let firsts: readonly number[] | null = null
  return (end) => {
    firsts ??= firstSeeds(graph, mode)
    return 1 + firsts[end]
  }
}

/** The pass of any seed vector, over the inputs (forward) or over the outputs (reverse), by name. */
export const seededPass = (primal: Primal, mode: Mode, seed: Readonly<Numbers>): Pass =>
  passOf(mode === 'forward' ? tangent(primal, seed) : adjoint(primal, seed))

/** A sweep as steps. */
export function passOf(sweep: Tangent | Adjoint): Pass {
  const { primal } = sweep
  const present = presentNodes(sweep)
  const steps = nodesWhere(primal, (node) => present[node] === 1)
  if (sweep.kind === 'adjoint') steps.reverse()
  return {
    ...{ kind: sweep.kind, seed: seedName(sweep), primal, sweep, numbers: sweep.numbers },
    ...{ present, presentEntries: sweep.present, steps, stepOf: inverse(steps, primal.graph.size) },
  }
}

function primalPass(primal: Primal): Pass {
  const { op, size } = primal.graph
  const steps = nodesWhere(primal, (node) => op[node] !== CONSTANT)
  const presentEntries = new Uint8Array(primal.values.length).fill(1)
  return {
    ...{ kind: 'primal', seed: null, primal, sweep: primal, numbers: primal.values },
    ...{ present: presentEntries.subarray(0, size), presentEntries, steps, stepOf: inverse(steps, size) },
  }
}

/** By node: 1 where an entry is present. */
function presentNodes({ primal: { graph }, present }: Tangent | Adjoint): Uint8Array {
  const { size, offset } = graph
  if (offset[size] === size) return present
  const nodes = new Uint8Array(size)
  for (let node = 0; node < size; node++)
    nodes[node] = present.subarray(offset[node], offset[node + 1]).includes(1) ? 1 : 0
  return nodes
}

/** The name of the one entry that the seed does not leave at 0; null if there are several. */
function seedName({ kind, primal: { graph }, seed }: Tangent | Adjoint): string | null {
  const ends = kind === 'tangent' ? graph.inputs : graph.outputs
  const names = Object.keys(seed).flatMap((name) => {
    const shape = shapeAt(graph, (ends.find((end) => end.name === name) as Output).node)
    return entriesOf(seed[name]).flatMap((number, entry) => (number === 0 ? [] : [entryName(name, shape, entry)]))
  })
  return names.length === 1 ? names[0] : null
}

function nodesWhere({ graph: { size } }: Primal, takesPart: (node: NodeIndex) => boolean): Int32Array {
  const nodes = new Int32Array(size)
  let count = 0
  for (let node = 0; node < size; node++) if (takesPart(node)) nodes[count++] = node
  return nodes.slice(0, count)
}

function inverse(steps: Int32Array, size: number): Int32Array {
  const stepOf = new Int32Array(size).fill(-1)
  for (let step = 0; step < steps.length; step++) stepOf[steps[step]] = step
  return stepOf
}
