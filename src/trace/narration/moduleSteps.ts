import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { closedAt } from '../../graph/operations.ts'
import { listed, noun } from '../../language/words.ts'
import { operandNodes } from '../../notation/formulas.ts'
import { inputOf } from '../../notation/symbols.ts'
import type { Pass } from '../pass.ts'
import type { Voice } from './voice.ts'

/** What a closed module does to a passing adjoint, for one of its operands: its back-propagation. */
export function moduleBackward(pass: Pass, graph: Graph, module: NodeIndex, node: NodeIndex, voice: Voice): string {
  const output = derivative(pass, voice, voice.node(module))
  return `Module ${closedAt(graph, module).name}: given ${output} of its output, it gives ${derivative(pass, voice, voice.node(node))} of its ${roleOf(graph, node)}`
}

/** What a closed module does to the tangents of its operands. */
export function moduleForward(graph: Graph, module: NodeIndex, sources: readonly NodeIndex[], voice: Voice): string {
  const tangents = `the ${noun(sources.length, 'tangent')} of ${voice.nodes(sources)}`
  return `Module ${closedAt(graph, module).name}: given ${tangents}, it gives the tangent of its output, ${voice.subject(module)}`
}

/** All that a closed module gives back, and where to see how. */
export function moduleGives(pass: Pass, graph: Graph, module: NodeIndex, voice: Voice): string {
  const { name } = closedAt(graph, module)
  const inside = `Open ${name} in place to see what happens inside.`
  const operands = [...new Set(operandNodes(graph, module))].filter((operand) => graph.varied[operand])
  if (pass.kind !== 'adjoint' || operands.length < 2 || operands.length > MOST_LISTED) return inside
  const given = ['input', 'parameter'].flatMap((role) => {
    const by = operands.filter((operand) => roleOf(graph, operand) === role)
    const derivatives = listed(by.map((operand) => derivative(pass, voice, voice.node(operand))))
    return by.length === 0 ? [] : [`${derivatives} of its ${noun(by.length, role)}`]
  })
  return `One adjoint pass inside ${name} gives ${given.join(', and ')}. ${inside}`
}

/** More operands than this are not listed. */
const MOST_LISTED = 6

const derivative = ({ seed }: Pass, voice: Voice, by: string): string =>
  seed === null ? `the adjoint of ${by}` : voice.derivative(voice.named(seed), by)

const roleOf = (graph: Graph, node: NodeIndex): string =>
  inputOf(graph, node)?.role === 'param' ? 'parameter' : 'input'
