import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../graph/graph.ts'
import { partialFormula } from '../primitives/formula.ts'
import { operandNames, primitiveAt } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { Algebra, ONE_TERM, ZERO_TERM } from './algebra.ts'
import { boundedTotal } from './counting.ts'
import { MOST_SYMBOLIC } from './symbolic.ts'
import { neededFor, type TermPair, tangentTerms } from './tangentTerms.ts'
import { operationsOf } from './term.ts'

/** How a derivative grows as a program is composed with itself: f, f∘f, f∘f∘f …. */
export interface SwellPoint {
  readonly times: number
  /** Operations of the derivative as a tree: by the rules alone, and lightly simplified. Up to MOST_COUNTED. */
  readonly tree: bigint
  readonly simplified: bigint
  /** Nodes of the composed program that compute something. */
  readonly nodes: number
  /** Operations of forward mode: the values, the local partials, and the terms of one tangent pass. */
  readonly automatic: number
}

/**
 * The sizes of the derivatives of a program composed with itself, its output fed into one of its inputs, the other inputs
 * staying as they are. Counted by recurrences: nothing is built. Stops early where the programs become too large.
 */
export function swell(graph: Graph, input: NodeIndex, output: NodeIndex, most = 8): SwellPoint[] {
  const nodes = neededFor(graph, output)
  const rounds = Math.min(most, Math.floor(MOST_SYMBOLIC / nodes.length))
  const once = nodes.filter((node) => primitiveAt(graph.op[node]) !== undefined).length
  const trees = treeSizes(graph, nodes, input, output, rounds)
  const simplified = simplifiedSizes(graph, nodes, input, output, rounds)
  const automatic = automaticOperations(graph, nodes, input)
  return trees.map((tree, i) => {
    const times = i + 1
    return { times, tree, simplified: simplified[i], nodes: once * times, automatic: automatic * times }
  })
}

/** Rounds of one algebra, in which the value and derivative of one are those of the input in the next. */
function simplifiedSizes(
  graph: Graph,
  nodes: NodeIndex[],
  input: NodeIndex,
  output: NodeIndex,
  rounds: number,
): bigint[] {
  const algebra = new Algebra()
  const names = new Map(graph.inputs.map(({ name, node }) => [node, name]))
  const nameOf = (node: NodeIndex) => algebra.name(names.get(node) as string)
  let composed: TermPair = { value: nameOf(input), derivative: ONE_TERM }
  return Array.from({ length: rounds }, () => {
    const before = composed
    const leaf = (node: NodeIndex) => (node === input ? before : { value: nameOf(node), derivative: ZERO_TERM })
    composed = tangentTerms(graph, nodes, algebra, leaf).get(output) as TermPair
    return operationsOf(composed.derivative)
  })
}

/** Operations of a value, and of its derivative; none where the input does not act on it. */
interface Sizes {
  readonly value: bigint
  readonly derivative: bigint | null
}

/** |v| = 1 + Σ |u|, and |v̇| = Σ (|∂v/∂u| + 1 + |u̇|) and the additions between. */
function treeSizes(graph: Graph, nodes: NodeIndex[], input: NodeIndex, output: NodeIndex, rounds: number): bigint[] {
  let composed: Sizes = { value: 0n, derivative: 0n }
  return Array.from({ length: rounds }, () => {
    const sizes = new Map<NodeIndex, Sizes>()
    for (const node of nodes) sizes.set(node, node === input ? composed : sizesAt(graph, node, sizes))
    composed = sizes.get(output) as Sizes
    return composed.derivative ?? 0n
  })
}

function sizesAt(graph: Graph, node: NodeIndex, sizes: ReadonlyMap<NodeIndex, Sizes>): Sizes {
  const { op } = graph
  if (op[node] === INPUT || op[node] === CONSTANT) return { value: 0n, derivative: null }
  const operands = operandsOf(graph, node).map((operand) => sizes.get(operand) as Sizes)
  const value = boundedTotal([1n, ...operands.map((operand) => operand.value)])
  const terms = operands.flatMap(({ derivative }, slot) =>
    derivative === null ? [] : [boundedTotal([formulaSize(op[node], slot, operands, value), 1n, derivative])],
  )
  const derivative = terms.length === 0 ? null : boundedTotal([BigInt(terms.length - 1), ...terms])
  return { value, derivative }
}

/** Of a partial's formula, with the operands and the value written out where it names them. */
function formulaSize(op: number, slot: number, operands: readonly Sizes[], value: bigint): bigint {
  const primitive = primitiveAt(op) as Primitive
  const names = operandNames(primitive, operands.length)
  const sizes = partialFormula(primitive, slot, operands.length).steps.map((step) => {
    if (step.kind === 'number') return 0n
    if (step.kind !== 'name') return 1n
    return step.name === 'v' ? value : (operands[names.indexOf(step.name)]?.value ?? 0n)
  })
  return boundedTotal(sizes)
}

function automaticOperations(graph: Graph, nodes: readonly NodeIndex[], input: NodeIndex): number {
  const reached = new Set([input])
  let operations = 0
  for (const node of nodes) {
    const operands = operandsOf(graph, node)
    const slots = [...operands.keys()].filter((slot) => reached.has(operands[slot]))
    if (operands.length > 0) operations++
    if (slots.length === 0) continue
    reached.add(node)
    const partials = slots.map(
      (slot) => partialFormula(primitiveAt(graph.op[node]) as Primitive, slot, operands.length).steps,
    )
    // A multiplication for each term, and additions between them.
    operations +=
      partials.flat().filter(({ kind }) => kind !== 'number' && kind !== 'name').length + 2 * slots.length - 1
  }
  return operations
}

const operandsOf = ({ operand, firstEdge }: Graph, node: NodeIndex): NodeIndex[] => [
  ...operand.subarray(firstEdge[node], firstEdge[node + 1]),
]
