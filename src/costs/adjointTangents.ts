import type { Primal } from '../autodiff/pass.ts'
import { isLive, noSums, pull, pullAll, pushAll, type Sums, wiringOf } from '../autodiff/sweep.ts'
import { type EdgeIndex, type NodeIndex, PLAIN } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { isClosed, operationOf } from '../graph/operations.ts'
import type { ArrayPrimitive } from '../primitives/arrayPrimitive.ts'
import { viewsOf } from '../primitives/index.ts'
import { pullAdjoints } from '../primitives/loops.ts'
import { Tally } from './counts.ts'
import { addEntries, countOf, exchanged } from './entrySums.ts'
import { formulaTangent, type Moving } from './formulaTangent.ts'
import { localPartial } from './localPartial.ts'
import { type MovingNumbers, moveNumbers } from './movingNumbers.ts'
import { type MovingPartials, movingPartials } from './movingPartials.ts'
import { isMultiplied } from './nodeCost.ts'
import { termsOf, turnsWhere } from './reachedTerms.ts'
import { sweepCounts } from './sweepCounts.ts'

/** The tangents v̇ and adjoints v̄ of the passes before, and the adjoint tangents as far as they are known. */
interface Passes {
  readonly primal: Primal
  readonly tangents: Sums
  readonly adjoints: Sums
  /** The adjoint tangents so far; those that are there at the start are seeds. */
  readonly moving: Sums
  readonly tally: Tally
}

/** How the partials between numbers move, and which edges have given their operand anything. */
export interface Moved {
  readonly partials: MovingNumbers
  readonly gives: Uint8Array
}

/**
 * Forward over reverse: the tangents of adjoints, in reverse tape order. ū = Σ v̄·p moves by ū̇ = Σ (v̄̇·p + v̄·ṗ) over
 * consumer edges, where ṗ is the tangent of the local partial p.
 */
export function moveAdjoints(given: Passes): Moved {
  const { primal, tangents, adjoints, moving, tally } = given
  const { graph } = primal
  const before = countOf(moving.present)
  const passes = { ...given, partials: moveNumbers(primal, tangents, adjoints) }
  const gives = new Uint8Array(graph.operand.length)
  tally.add(passes.partials.counts)
  for (let node = graph.size - 1; node >= 0; node--) {
    const inside = isClosed(graph, node) ? movedInside(passes, node) : null
    for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
      const terms = tally.terms
      moveAlong(passes, edge, inside)
      gives[edge] = Number(tally.terms > terms)
    }
  }
  tally.add({ additions: before - countOf(moving.present) })
  return { partials: passes.partials, gives }
}

/** What one edge adds to its operand, which stands as the sums say. */
export function moveAlongEdge(given: Omit<Under, 'tally'>, edge: EdgeIndex): void {
  const { graph } = given.primal
  const node = graph.consumer[edge]
  const passes = { ...given, tally: new Tally() }
  moveAlong(passes, edge, isClosed(graph, node) ? movedInside(passes, node) : null)
}

/** With the tangents of the partials between numbers. */
interface Under extends Passes {
  readonly partials: MovingNumbers
}

function moveAlong(passes: Under, edge: EdgeIndex, inside: Inside | null): void {
  const { primal } = passes
  if (isClosed(primal.graph, primal.graph.consumer[edge])) {
    if (inside) handOut(passes, edge, inside)
  } else if (!isLive(primal, edge)) return
  else if (localPartial(primal.graph, edge).kind === 'block') moveBlock(passes, edge)
  else moveTerms(passes, edge)
}

/** v̄̇·p + v̄·ṗ */
function moveTerms(passes: Under, edge: EdgeIndex): void {
  const { primal, moving, tally } = passes
  addTerms(tally, termsOf(primal, 'reverse', edge, moving.present), isMultiplied(primal.graph, edge))
  pull(primal, edge, moving)
  const partials = movingOf(passes, edge)
  if (partials) pullMoving(passes, edge, partials)
}

/** The tangents of the edge's partials; null where they do not move, or meet nothing. */
function movingOf({ primal, tangents, adjoints, tally, partials }: Under, edge: EdgeIndex): MovedPartials | null {
  const { consumer, plan, offset } = primal.graph
  const node = consumer[edge]
  if (plan[node] === PLAIN) return { numbers: partials.numbers, live: partials.live, from: edge }
  if (!adjoints.present.subarray(offset[node], offset[node + 1]).includes(1)) return null
  const moving = movingPartials(primal, edge, tangents)
  if (moving) tally.add(moving.counts)
  return moving?.partials ?? null
}

type MovedPartials = MovingPartials['partials']

/** Counts an addition for each term; at the end one is taken off for each entry, since k terms take k − 1 additions. */
const addTerms = (tally: Tally, terms: number, isProduct: boolean): void => {
  tally.add({ terms, additions: terms, multiplications: isProduct ? terms : 0 })
}

/** v̄·ṗ: the adjoints of the consumer meet the partials' tangents. */
function pullMoving({ primal, adjoints, moving, tally }: Passes, edge: EdgeIndex, partials: MovedPartials): void {
  const { consumer, operand, offset, plan } = primal.graph
  const node = consumer[edge]
  const wiring = plan[node] === PLAIN ? NUMBER : wiringOf(primal, edge)
  const { extents, row, partial } = wiring
  const terms = turnsWhere(extents, row, offset[node], adjoints.present, partial, partials.from, partials.live)
  addTerms(tally, terms, true)
  exchanged(moving, adjoints, offset[node], offset[node + 1], () => {
    pullAdjoints(wiring, partials, moving, offset[node], offset[operand[edge]])
  })
}

const STILL = { start: 0, strides: [] }
/** The wiring between numbers. */
const NUMBER = { extents: [], row: STILL, column: STILL, partial: STILL, factor: null, kept: 1 }

/** The adjoint rule of a vector function is a formula of its value v and the adjoint a, which both move. */
function moveBlock({ primal, tangents, adjoints, moving, tally }: Passes, edge: EdgeIndex): void {
  const { graph, values } = primal
  const { consumer, operand, offset, attribute, attributes } = graph
  const node = consumer[edge]
  const shape = shapeAt(graph, node)
  const { pull: rule } = viewsOf(operationOf(graph, node) as ArrayPrimitive, 0, [shape], attributes[attribute[node]])
  if (!('formula' in rule))
    throw new Error(`No formula says how adjoints pass through ${operationOf(graph, node)?.name}`)
  const at = (numbers: Float64Array, { numbers: moved, present }: Sums): Moving => ({
    numbers: numbers.slice(offset[node], offset[node + 1]),
    tangents: moved.slice(offset[node], offset[node + 1]),
    present: present.slice(offset[node], offset[node + 1]),
  })
  const names = new Map([['v', at(values, tangents)] as const, ['a', at(adjoints.numbers, moving)] as const])
  if (!adjoints.present.subarray(offset[node], offset[node + 1]).includes(1)) return
  const moved = formulaTangent(rule.formula, names, shape)
  if (!moved) return
  tally.add(moved.counts)
  addTerms(tally, countOf(moved.present), false)
  const sums = { numbers: moved.tangents, present: moved.present }
  addEntries(sums, 0, moving, offset[operand[edge]], moved.present.length)
}

/** The primal pass inside a closed module, and the adjoint tangents there. */
interface Inside {
  readonly within: Primal
  readonly moving: Sums
}

/** A closed module: the same inside. */
function movedInside({ primal, tangents, adjoints, moving, tally }: Passes, node: NodeIndex): Inside | null {
  const { graph, inside } = primal
  if (!graph.varied[node]) return null
  const within = inside.get(node) as Primal
  const { inputs, outputs, offset } = within.graph
  const inner = { tangents: noSums(within), adjoints: noSums(within), moving: noSums(within) }
  const sizeOf = (of: NodeIndex) => graph.offset[of + 1] - graph.offset[of]
  for (const [slot, input] of inputs.entries()) {
    const read = graph.operand[graph.firstEdge[node] + slot]
    addEntries(tangents, graph.offset[read], inner.tangents, offset[input.node], sizeOf(read))
  }
  const end = offset[outputs[0].node]
  addEntries(adjoints, graph.offset[node], inner.adjoints, end, sizeOf(node))
  addEntries(moving, graph.offset[node], inner.moving, end, sizeOf(node))
  const seeds = { forward: inner.tangents.present.slice(), reverse: inner.adjoints.present.slice() }
  pushAll(within, inner.tangents)
  pullAll(within, inner.adjoints)
  // With arrays these are the passes that the passes outside took; between numbers they are taken for this alone.
  if (graph.plan[node] === PLAIN)
    for (const [mode, { present: words }] of [
      ['forward', inner.tangents],
      ['reverse', inner.adjoints],
    ] as const)
      tally.add(sweepCounts({ primal: within, mode, model: {}, words, seeds: seeds[mode], passes: 1 }))
  moveAdjoints({ primal: within, ...inner, tally })
  return { within, moving: inner.moving }
}

function handOut({ primal: { graph }, moving, tally }: Passes, edge: EdgeIndex, inside: Inside): void {
  const { consumer, operand, firstEdge, offset, varied } = graph
  const read = operand[edge]
  if (!varied[read]) return
  const { graph: within } = inside.within
  const from = within.offset[within.inputs[edge - firstEdge[consumer[edge]]].node]
  const count = offset[read + 1] - offset[read]
  addTerms(tally, countOf(inside.moving.present.subarray(from, from + count)), false)
  addEntries(inside.moving, from, moving, offset[read], count)
}
