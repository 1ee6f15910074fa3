import type { Mode, Primal } from '../autodiff/pass.ts'
import { noWords, type ReachBits, reach, wordsInside } from '../autodiff/reach.ts'
import { bits, reachedTerms } from '../autodiff/reachedTerms.ts'
import { wiringOf } from '../autodiff/sweep.ts'
import { type EdgeIndex, type NodeIndex, PLAIN, WITHIN } from '../graph/graph.ts'
import { isClosed } from '../graph/operations.ts'
import { sizeOf } from '../primitives/shape.ts'
import { type Counts, OperationTally, type PassCounts, sumOf } from './counts.ts'
import type { Model } from './model.ts'
import { isMultiplied, partialsCost } from './nodeCost.ts'

/** Up to 32 passes that are counted together: in which of them each entry has a derivative, and where the seeds are. */
export interface Sweep {
  readonly primal: Primal
  readonly mode: Mode
  readonly model: Model
  /** By entry. */
  readonly words: ArrayLike<number>
  /** By entry: how many seeds there are, over all passes. */
  readonly seeds: ArrayLike<number>
  /** How many passes there are. */
  readonly passes: number
}

/** What a sweep executes. */
export function sweepCounts(sweep: Sweep): PassCounts {
  const tally = new OperationTally()
  for (let node = 0; node < sweep.primal.graph.size; node++) addStep(sweep, node, tally)
  return tally.counts
}

/** What one step of it executes: the terms of a node, and what goes on in it if it is a closed module. */
export function stepCounts(sweep: Sweep, node: NodeIndex): PassCounts {
  const tally = new OperationTally()
  addStep(sweep, node, tally)
  return tally.counts
}

function addStep(sweep: Sweep, node: NodeIndex, tally: OperationTally): void {
  const { primal, mode, words, seeds } = sweep
  const { firstEdge, firstConsumer, consumerEdge, offset, varied } = primal.graph
  const before = tally.terms
  if (mode === 'forward')
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) addTerms(sweep, edge, tally)
  else for (let i = firstConsumer[node]; i < firstConsumer[node + 1]; i++) addTerms(sweep, consumerEdge[i], tally)
  // k terms, seeds among them, take an addition less: none for the first of each entry.
  tally.additions += tally.terms - before
  for (let entry = offset[node]; entry < offset[node + 1]; entry++) tally.additions += seeds[entry] - bits(words[entry])
  if (varied[node] && isClosed(primal.graph, node)) addInside(sweep, node, tally)
}

/** The terms of one edge. */
function addTerms(sweep: Sweep, edge: EdgeIndex, tally: OperationTally): void {
  const { plan, consumer } = sweep.primal.graph
  if (plan[consumer[edge]] === WITHIN) addTermsInside(sweep, edge, tally)
  else addOwnTerms(sweep, edge, tally)
}

/** A multiplication each, unless the partial is ±1. */
function addOwnTerms(sweep: Sweep, edge: EdgeIndex, tally: OperationTally): void {
  const { primal, mode, words, model, passes } = sweep
  const { graph } = primal
  const { consumer, plan } = graph
  const terms = reachedTerms(primal, mode, edge, words)
  const possible = plan[consumer[edge]] === PLAIN ? 1 : sizeOf(wiringOf(primal, edge).extents)
  tally.terms += terms
  tally.saved += passes * possible - terms
  if (isMultiplied(graph, edge)) tally.multiplications += terms
  if (model.partials === 'each pass') tally.add(partialsCost(graph, edge, terms))
}

/** What comes out of a closed module of arrays: in forward mode one sum, in reverse mode one for each operand. */
function addTermsInside(sweep: Sweep, edge: EdgeIndex, tally: OperationTally): void {
  const { primal, mode, words, passes } = sweep
  const { graph } = primal
  const node = graph.consumer[edge]
  if (mode === 'forward') {
    if (edge > graph.firstEdge[node]) return
    const terms = bitsOf(words, graph.offset[node], graph.offset[node + 1])
    tally.add({ terms, saved: passes * (graph.offset[node + 1] - graph.offset[node]) - terms })
    return
  }
  const inner = (primal.inside.get(node) as Primal).graph
  const { node: input } = inner.inputs[edge - graph.firstEdge[node]]
  const within = innerWords(sweep, node)
  const isVaried = graph.varied[graph.operand[edge]] === 1
  const terms = isVaried ? bitsOf(within, inner.offset[input], inner.offset[input + 1]) : 0
  tally.add({ terms, saved: passes * (inner.offset[input + 1] - inner.offset[input]) - terms })
}

/** By sweep, by closed module: what is present inside. */
const inside = new WeakMap<Sweep, Map<NodeIndex, ReachBits>>()

function innerWords(sweep: Sweep, node: NodeIndex): ReachBits {
  const known = inside.get(sweep) ?? new Map<NodeIndex, ReachBits>()
  inside.set(sweep, known)
  const words = known.get(node) ?? wordsInside(sweep.primal, sweep.mode, node, sweep.words)
  known.set(node, words)
  return words
}

function bitsOf(words: ArrayLike<number>, from: number, to: number): number {
  let count = 0
  for (let entry = from; entry < to; entry++) count += bits(words[entry])
  return count
}

/** A closed module with arrays runs its passes inside; one between numbers only evaluates its partials, if it has to. */
function addInside(sweep: Sweep, node: NodeIndex, tally: OperationTally): void {
  const { primal, mode, words, model, passes } = sweep
  const { graph } = primal
  if (graph.plan[node] === WITHIN) {
    const within = primal.inside.get(node) as Primal
    const inner = innerWords(sweep, node)
    const seeds = seedsInside(primal, mode, node, words)
    const { additions, multiplications, divisions, calls } = sweepCounts({
      ...{ primal: within, mode, model, words: inner, seeds, passes },
    })
    tally.add({ additions, multiplications, divisions, calls })
  } else if (model.partials === 'each pass')
    tally.add(partialsInside(primal, node, model), bits(words[graph.offset[node]]))
}

/** What enters a closed module is its seeds. */
export function seedsInside(primal: Primal, mode: Mode, node: NodeIndex, words: ArrayLike<number>): Int32Array {
  const { graph, inside } = primal
  const { inputs, outputs, offset, size } = (inside.get(node) as Primal).graph
  const seeds = new Int32Array(offset[size])
  const enter = (target: number, from: NodeIndex) => {
    for (let entry = graph.offset[from]; entry < graph.offset[from + 1]; entry++)
      seeds[target + entry - graph.offset[from]] += bits(words[entry])
  }
  if (mode === 'reverse') enter(offset[outputs[0].node], node)
  else
    for (const [slot, input] of inputs.entries()) enter(offset[input.node], graph.operand[graph.firstEdge[node] + slot])
  return seeds
}

/** The sweep of one pass with a seed of 1 at each of some entries. */
export function sweepFrom(primal: Primal, mode: Mode, model: Model, seeded: readonly number[]): Sweep {
  const words: ReachBits = noWords(primal)
  const seeds = new Int32Array(words.length)
  for (const entry of seeded) {
    words[entry] = 1
    seeds[entry]++
  }
  return { primal, mode, model, words: reach(primal, mode, words), seeds, passes: 1 }
}

/** What the partials cost that a primal pass keeps. */
export function partialsOfAll(primal: Primal): Counts {
  const tally = new OperationTally()
  for (let node = 0; node < primal.graph.size; node++) tally.add(partialsAt(primal, node))
  return tally.operations
}

/** Those of the edges of one node. */
export function partialsAt(primal: Primal, node: NodeIndex): Counts {
  const { graph } = primal
  if (isClosed(graph, node)) return partialsInside(primal, node, {})
  const tally = new OperationTally()
  for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++)
    tally.add(partialsCost(graph, edge, liveCount(primal, edge)))
  return tally.operations
}

/** The partials inside a closed module, and where it is between numbers the adjoint pass inside that makes one partial of them for each operand. */
function partialsInside(primal: Primal, node: NodeIndex, model: Model): Counts {
  const { graph, inside } = primal
  const within = inside.get(node)
  if (!within || !graph.varied[node]) return sumOf()
  const own = model.partials === 'each pass' ? sumOf() : partialsOfAll(within)
  if (graph.plan[node] !== PLAIN) return own
  const [output] = within.graph.outputs
  return sumOf(own, sweepCounts(sweepFrom(within, 'reverse', model, [within.graph.offset[output.node]])))
}

/** How many partials of an edge are kept along which a derivative can pass. */
function liveCount({ graph, live }: Primal, edge: EdgeIndex): number {
  const { firstPartial } = graph
  let count = 0
  for (let kept = firstPartial[edge]; kept < firstPartial[edge + 1]; kept++) count += live[kept]
  return count
}
