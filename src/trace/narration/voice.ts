import type { Graph, NodeIndex, Value } from '../../graph/graph.ts'
import { formulaTree } from '../../notation/formulas.ts'
import { type Medium, SPEECH, TEXT } from '../../notation/media.ts'
import { displayName } from '../../notation/names.ts'
import { short, spokenNumber } from '../../notation/numbers.ts'
import { formulaPiece } from '../../notation/partials.ts'
import { listed } from '../../notation/spoken.ts'

/** A sentence for the screen, and as it is said. */
export interface Words {
  readonly text: string
  readonly speech: string
}

/** How nodes, names and numbers go into a sentence. */
export interface Voice {
  readonly node: (node: NodeIndex) => string
  readonly nodes: (nodes: readonly NodeIndex[]) => string
  readonly named: (name: string) => string
  readonly number: (value: Value) => string
  readonly equals: string
  readonly times: string
  /** A formula that names a node's operands as the registry does. */
  readonly formula: (node: NodeIndex, formula: string) => string
}

/** Writes the same sentence for the screen and for speech. */
export const words = (graph: Graph, sentence: (voice: Voice) => string): Words => ({
  text: sentence(voiceOf(graph, TEXT, { named: displayName, number: short, equals: '=', times: '·' })),
  speech: sentence(
    voiceOf(graph, SPEECH, { named: (name) => name, number: spokenNumber, equals: 'equals', times: 'times' }),
  ),
})

/** More nodes than this are counted, not named. */
const MOST_NAMED = 5

function voiceOf(graph: Graph, medium: Medium, rest: Pick<Voice, 'named' | 'number' | 'equals' | 'times'>): Voice {
  const node = (at: NodeIndex) => medium.symbol(graph, at)
  const nodes = (list: readonly NodeIndex[]) => {
    const distinct = [...new Set(list)]
    const names = distinct.slice(0, MOST_NAMED).map(node)
    return listed(distinct.length > MOST_NAMED ? [...names, `${distinct.length - MOST_NAMED} more`] : names)
  }
  const formula = (at: NodeIndex, text: string) => formulaPiece(graph, at, formulaTree(text), medium).text
  return { node, nodes, formula, ...rest }
}

/** The title of a primitive at the beginning of a sentence. */
export const capitalised = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1)
