import type { Graph, NodeIndex } from '../graph/graph.ts'
import type { Numbers, Primal } from './pass.ts'
import { byName, eachNamed } from './point.ts'
import { type Rule, rules } from './rules.ts'

/** The operands of the node at hand, where they go through an array. */
const operands: number[] = []

/**
 * The primal pass: the value of each node in tape order, and with it the local partial of each edge on whose operand
 * an input acts. Inputs that `at` leaves out have the value of the program; a name that is no input throws.
 */
export function primal(graph: Graph, at: Readonly<Numbers> = {}): Primal {
  const values = graph.initial.slice()
  const partials = new Float64Array(graph.operand.length)
  const live = new Uint8Array(graph.operand.length)
  eachNamed(at, graph.inputs, 'input', (node, value) => {
    values[node] = value
  })
  const { size, op, firstEdge, operand, varied } = graph
  for (let node = 0; node < size; node++) {
    if (op[node] < 0) continue
    const rule = rules[op[node]]
    const edge = firstEdge[node]
    if (rule.direct === 2) {
      const x = values[operand[edge]]
      const y = values[operand[edge + 1]]
      const v = rule.ofXY(x, y)
      values[node] = v
      if (varied[operand[edge]]) {
        partials[edge] = rule.partialXOfXY(x, y, v)
        live[edge] = 1
      }
      if (varied[operand[edge + 1]]) {
        partials[edge + 1] = rule.partialYOfXY(x, y, v)
        live[edge + 1] = 1
      }
    } else if (rule.direct === 1) {
      const x = values[operand[edge]]
      const v = rule.ofX(x)
      values[node] = v
      if (varied[operand[edge]]) {
        partials[edge] = rule.partialX(x, v)
        live[edge] = 1
      }
    } else evaluate(node, rule, graph, values, partials, live)
  }
  return { kind: 'primal', graph, values, partials, live, outputs: byName(values, graph.outputs) }
}

function evaluate(
  node: NodeIndex,
  rule: Rule,
  { firstEdge, operand, varied }: Graph,
  values: Float64Array,
  partials: Float64Array,
  live: Uint8Array,
): void {
  const first = firstEdge[node]
  const count = firstEdge[node + 1] - first
  operands.length = count
  for (let slot = 0; slot < count; slot++) operands[slot] = values[operand[first + slot]]
  const v = rule.value(operands)
  values[node] = v
  for (let slot = 0; slot < count; slot++)
    if (varied[operand[first + slot]] && !rule.drops(slot, operands, v)) {
      partials[first + slot] = rule.partial(slot, operands, v)
      live[first + slot] = 1
    }
}

/** The same pass with the magnitudes of its partials: what its derivatives' rounding errors are measured by. */
export const absolute = (pass: Primal): Primal => ({ ...pass, partials: pass.partials.map(Math.abs) })
