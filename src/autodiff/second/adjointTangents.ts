import { type EdgeIndex, type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { localPartial } from '../../graph/localPartial.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { nodeMeant } from '../../graph/operandNames.ts'
import { isClosed, operationOf } from '../../graph/operations.ts'
import type { ArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { type ParsedFormula, readFormula } from '../../primitives/formula.ts'
import { viewsOf } from '../../primitives/index.ts'
import { pullAdjoints } from '../../primitives/loops.ts'
import type { Primal } from '../pass.ts'
import { addEntries, isLive, noSums, pull, pullAll, pushAll, type Sums, wiringOf } from '../sweep.ts'
import { type FormulaPass, formulaTangent, type Moving } from './formulaTangent.ts'
import { type PartialTangents, partialTangents } from './partialTangents.ts'
import { type ScalarPartialTangents, scalarPartialTangents } from './scalarPartialTangents.ts'

/** What forward over reverse starts from: v̇ and v̄ by entry, and what stands in v̄̇ as a seed. */
interface Start {
  readonly primal: Primal
  readonly tangent: Sums
  readonly adjoint: Sums
  readonly adjointTangents: Sums
}

/** A run of forward over reverse: by entry v̄̇, and what it has met on the way. */
export interface AdjointTangents extends Start {
  readonly met: Met
}

/** What a run has met, for those who count it, and for those who look at its terms one by one. */
interface Met {
  /** Between numbers. */
  readonly scalars: ScalarPartialTangents
  /** Between arrays, by edge that an adjoint passes; null where the partials do not move. */
  readonly arrays: Map<EdgeIndex, PartialTangents | null>
  /** By edge of a vector function: what it adds to its operand. */
  readonly blocks: Map<EdgeIndex, Sums>
  /** By closed module: the same inside. */
  readonly inside: Map<NodeIndex, AdjointTangents>
  /** The tangent passes over formulas that moved partials. */
  readonly formulas: FormulaPass[]
}

/**
 * Forward over reverse: the tangents of adjoints, in reverse tape order. ū = Σ v̄·p moves by ū̇ = Σ (v̄̇·p + v̄·ṗ) over
 * consumer edges, where ṗ is the tangent of the local partial p.
 */
export function moveAdjoints(start: Start): AdjointTangents {
  const { graph } = start.primal
  const run = { ...start, met: metAt(start) }
  for (let node = graph.size - 1; node >= 0; node--) {
    if (isClosed(graph, node)) moveInside(run, node)
    for (let edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) moveAlong(run, edge)
  }
  return run
}

/** What one edge adds to its operand, which stands as the run's sums say. The partials have moved in the run. */
export function moveAlongEdge(run: AdjointTangents, edge: EdgeIndex): void {
  const { graph } = run.primal
  const node = graph.consumer[edge]
  const again = { ...run, met: { ...run.met, blocks: new Map(), inside: new Map(), formulas: [] } }
  if (isClosed(graph, node)) moveInside(again, node)
  moveAlong(again, edge)
}

function metAt({ primal, tangent, adjoint }: Start): Met {
  const formulas: FormulaPass[] = []
  const scalars = scalarPartialTangents(primal, tangent, adjoint, formulas)
  return { scalars, arrays: new Map(), blocks: new Map(), inside: new Map(), formulas }
}

function moveAlong(run: AdjointTangents, edge: EdgeIndex): void {
  const { primal } = run
  if (isClosed(primal.graph, primal.graph.consumer[edge])) handOut(run, edge)
  else if (!isLive(primal, edge)) return
  else if (localPartial(primal.graph, edge).kind === 'block') moveBlock(run, edge)
  else moveTerms(run, edge)
}

/** v̄̇·p + v̄·ṗ */
function moveTerms(run: AdjointTangents, edge: EdgeIndex): void {
  pull(run.primal, edge, run.adjointTangents)
  const partials = partialsMoving(run, edge)
  if (partials) pullMoving(run, edge, partials)
}

/** The tangents of the edge's partials; null where they do not move, or meet nothing. */
function partialsMoving({ primal, tangent, adjoint, met }: AdjointTangents, edge: EdgeIndex): PartialTangents | null {
  const { consumer, plan, offset } = primal.graph
  const node = consumer[edge]
  if (plan[node] === PLAIN) return { numbers: met.scalars.numbers, live: met.scalars.live, from: edge }
  if (!adjoint.present.subarray(offset[node], offset[node + 1]).includes(1)) return null
  const known = met.arrays.get(edge)
  if (known !== undefined) return known
  const partials = partialTangents(primal, edge, tangent, met.formulas)
  met.arrays.set(edge, partials)
  return partials
}

/** v̄·ṗ: the adjoints of the consumer meet the partials' tangents. */
function pullMoving({ primal, adjoint, adjointTangents }: AdjointTangents, edge: EdgeIndex, partials: PartialTangents) {
  const { consumer, operand, offset, plan } = primal.graph
  const node = consumer[edge]
  const wiring = plan[node] === PLAIN ? BETWEEN_NUMBERS : wiringOf(primal, edge)
  exchanged(adjointTangents, adjoint, offset[node], offset[node + 1], () => {
    pullAdjoints(wiring, partials, adjointTangents, offset[node], offset[operand[edge]])
  })
}

const STILL = { start: 0, strides: [] }
const BETWEEN_NUMBERS = { extents: [], row: STILL, column: STILL, partial: STILL, factor: null, kept: 1 }

/** Does something while some entries are those of other sums. */
function exchanged(sums: Sums, others: Sums, from: number, to: number, act: () => void): void {
  const numbers = sums.numbers.slice(from, to)
  const present = sums.present.slice(from, to)
  sums.numbers.set(others.numbers.subarray(from, to), from)
  sums.present.set(others.present.subarray(from, to), from)
  act()
  sums.numbers.set(numbers, from)
  sums.present.set(present, from)
}

/** A vector function pulls by a formula of its operands, its value v and the adjoint a: all of them move. */
function moveBlock({ primal, tangent, adjoint, adjointTangents, met }: AdjointTangents, edge: EdgeIndex): void {
  const { graph, values } = primal
  const { consumer, operand, offset } = graph
  const node = consumer[edge]
  if (!adjoint.present.subarray(offset[node], offset[node + 1]).includes(1)) return
  const moving = (of: NodeIndex, numbers: Float64Array, by: Sums): Moving => ({
    shape: shapeAt(graph, of),
    numbers: numbers.slice(offset[of], offset[of + 1]),
    tangents: by.numbers.slice(offset[of], offset[of + 1]),
    present: by.present.slice(offset[of], offset[of + 1]),
  })
  const formula = pullFormula(primal, edge)
  const names = new Map([['a', moving(node, adjoint.numbers, adjointTangents)]])
  for (const name of formula.reads) {
    const meant = nodeMeant(graph, node, name)
    if (meant !== undefined) names.set(name, moving(meant, values, tangent))
  }
  const moved = formulaTangent(formula.text, names, [])
  if (!moved) return
  met.formulas.push(moved.pass)
  met.blocks.set(edge, moved.tangents)
  addEntries(moved.tangents, 0, adjointTangents, offset[operand[edge]], entryCount(graph, operand[edge]))
}

function pullFormula({ graph }: Primal, edge: EdgeIndex): ParsedFormula {
  const node = graph.consumer[edge]
  const operation = operationOf(graph, node) as ArrayPrimitive
  const [from, to] = [graph.firstEdge[node], graph.firstEdge[node + 1]]
  const shapes = [...graph.operand.subarray(from, to)].map((operand) => shapeAt(graph, operand))
  const { pull: rule } = viewsOf(operation, edge - from, shapes, graph.attributes[graph.attribute[node]])
  if ('formula' in rule) return readFormula(rule.formula)
  throw new Error(`No formula says how adjoints pass through ${operation.name}`)
}

/** A closed module: the same inside. */
function moveInside({ primal, tangent, adjoint, adjointTangents, met }: AdjointTangents, node: NodeIndex): void {
  const { graph } = primal
  if (!graph.varied[node]) return
  const within = primal.inside.get(node) as Primal
  const { inputs, outputs, offset } = within.graph
  const inner = { tangent: noSums(within), adjoint: noSums(within), adjointTangents: noSums(within) }
  for (const [slot, input] of inputs.entries()) {
    const read = graph.operand[graph.firstEdge[node] + slot]
    addEntries(tangent, graph.offset[read], inner.tangent, offset[input.node], entryCount(graph, read))
  }
  const end = offset[outputs[0].node]
  addEntries(adjoint, graph.offset[node], inner.adjoint, end, entryCount(graph, node))
  addEntries(adjointTangents, graph.offset[node], inner.adjointTangents, end, entryCount(graph, node))
  pushAll(within, inner.tangent)
  pullAll(within, inner.adjoint)
  met.inside.set(node, moveAdjoints({ primal: within, ...inner }))
}

function handOut({ primal: { graph }, adjointTangents, met }: AdjointTangents, edge: EdgeIndex): void {
  const read = graph.operand[edge]
  const inner = met.inside.get(graph.consumer[edge])
  if (!inner || !graph.varied[read]) return
  const { graph: within } = inner.primal
  const from = within.offset[within.inputs[edge - graph.firstEdge[graph.consumer[edge]]].node]
  addEntries(inner.adjointTangents, from, adjointTangents, graph.offset[read], entryCount(graph, read))
}
