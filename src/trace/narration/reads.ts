import { CONSTANT, type NodeIndex } from '../../graph/graph.ts'
import { valueAt } from '../../graph/nodes.ts'
import { listed } from '../../language/words.ts'
import { type DerivativeKind, operandNodes, termReads } from '../../notation/formulas.ts'
import { isPartialHidden } from '../withheld.ts'
import type { Situation } from './situation.ts'
import { type Words, words } from './voice.ts'

/** The values that a step takes from the tape. */
export interface Reads extends Words {
  readonly nodes: readonly NodeIndex[]
}

const MOST_SHOWN = 6
const MOST_TERMS = 64

/** What the step reads: the operands (primal), or the values that its local partials need. Null where nothing is computed. */
export function readsOf(situation: Situation): Reads | null {
  const { pass, graph, terms } = situation
  if (terms.length === 0 || terms.some(({ edge }) => pass.kind !== 'primal' && isPartialHidden(pass.primal, edge)))
    return null
  const nodes = readNodes(situation)
  const isOneNumber = terms.length === 1 && terms[0].partial !== null
  const { values } = pass.primal
  return {
    nodes,
    ...words(graph, ({ node, valued }) => {
      if (nodes.length === 0)
        return `Nothing is read from the tape: the local ${isOneNumber ? 'partial is a constant' : 'partials are constants'}.`
      const shown = nodes.slice(0, MOST_SHOWN).map((read) => valued(node(read), valueAt(graph, read, values)))
      return `Read from the tape: ${listed(nodes.length > MOST_SHOWN ? [...shown, 'others'] : shown)}.`
    }),
  }
}

function readNodes({ pass, graph, node, terms }: Situation): NodeIndex[] {
  const reads =
    pass.kind === 'primal'
      ? operandNodes(graph, node)
      : terms.slice(0, MOST_TERMS).flatMap(({ edge }) => termReads(graph, edge, pass.kind as DerivativeKind))
  // A constant stands in the program, not on the tape.
  return [...new Set(reads)].filter((read) => graph.op[read] !== CONSTANT)
}
