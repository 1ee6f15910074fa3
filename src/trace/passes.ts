import { adjoint } from '../autodiff/adjoint.ts'
import type { Adjoint, Mode, Numbers, Primal, Tangent } from '../autodiff/pass.ts'
import { record } from '../autodiff/point.ts'
import { tangent } from '../autodiff/tangent.ts'
import { CONSTANT, type NodeIndex } from '../graph/graph.ts'
import type { Pass } from './pass.ts'

/** The passes of one mode: the primal pass, then one for each input (forward) or output (reverse), as declared. */
export interface PassList {
  readonly mode: Mode
  readonly primal: Primal
  readonly count: number
  /** Computed when first asked for, and kept as long as there is room. */
  readonly get: (index: number) => Pass
}

/** How many numbers the kept passes of a list may have together. */
const ROOM = 2 ** 22
const FEWEST_KEPT = 8

const lists = new WeakMap<Primal, Record<Mode, PassList>>()

/** The passes of a mode, the same list each time. */
export function passes(primal: Primal, mode: Mode): PassList {
  const known = lists.get(primal)
  if (known) return known[mode]
  const first = primalPass(primal)
  const made = { forward: listOf(first, 'forward'), reverse: listOf(first, 'reverse') }
  lists.set(primal, made)
  return made[mode]
}

function listOf(first: Pass, mode: Mode): PassList {
  const { primal } = first
  const { inputs, outputs, size } = primal.graph
  const seeds = mode === 'forward' ? inputs : outputs
  const most = Math.max(FEWEST_KEPT, Math.floor(ROOM / (size + 1)))
  const kept = new Map<number, Pass>()
  const get = (index: number): Pass => {
    if (index === 0) return first
    const pass = kept.get(index) ?? seededPass(primal, mode, record([[seeds[index - 1].name, 1]]))
    // A map keeps its order of insertion: the pass used longest ago comes first, and goes.
    kept.delete(index)
    kept.set(index, pass)
    if (kept.size > most) kept.delete(kept.keys().next().value as number)
    return pass
  }
  return { mode, primal, count: seeds.length + 1, get }
}

/** The pass of any seed vector, over the inputs (forward) or over the outputs (reverse), by name. */
export function seededPass(primal: Primal, mode: Mode, seed: Readonly<Numbers>): Pass {
  const sweep = mode === 'forward' ? tangent(primal, seed) : adjoint(primal, seed)
  const steps = nodesWhere(primal, (node) => sweep.present[node] === 1)
  return stepped(sweep, mode === 'forward' ? steps : steps.reverse())
}

function primalPass(primal: Primal): Pass {
  const { op, size } = primal.graph
  const steps = nodesWhere(primal, (node) => op[node] !== CONSTANT)
  return {
    ...{ kind: 'primal', seed: null, primal, sweep: primal, numbers: primal.values },
    ...{ present: new Uint8Array(size).fill(1), steps, stepOf: inverse(steps, size) },
  }
}

function stepped(sweep: Tangent | Adjoint, steps: Int32Array): Pass {
  const { kind, primal, numbers, present } = sweep
  const seeded = Object.keys(sweep.seed).filter((name) => sweep.seed[name] !== 0)
  const seed = seeded.length === 1 ? seeded[0] : null
  return { kind, seed, primal, sweep, numbers, present, steps, stepOf: inverse(steps, primal.graph.size) }
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
