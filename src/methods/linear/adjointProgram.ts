import { adjoint } from '../../autodiff/adjoint.ts'
import { type Seed, unitSeed } from '../../autodiff/seeds.ts'
import { CONSTANT, type NodeIndex } from '../../graph/graph.ts'
import type { Linearised } from './linearised.ts'

/** The adjoint graph as a program: its primal pass gives the gradient. */
export interface AdjointProgram {
  readonly source: string
  /** What the program calls the adjoint of a node; undefined where it has none. */
  readonly nameOf: (node: NodeIndex) => string | undefined
  /** The node whose adjoint a name is. */
  readonly nodeOf: ReadonlyMap<string, NodeIndex>
}

/**
 * The linearised graph turned round, written in the program's own language: every edge is reversed and keeps its local
 * partial, what copied a value now adds adjoints, and what added values now copies. The seed is its input.
 */
export function adjointProgram(linear: Linearised, seed: Seed, named: (node: NodeIndex) => string): AdjointProgram {
  const { primal, outOf } = linear
  const { graph } = primal
  const { present } = adjoint(primal, unitSeed(graph, seed))
  const nodes = [...graph.op.keys()].filter((node) => present[node] && graph.op[node] !== CONSTANT)
  const taken = new Set<string>()
  const names = new Map(nodes.map((node) => [node, freeName(`${wordOf(named(node))}_bar`, taken)]))
  const lines = nodes.reverse().map((node) => {
    const terms = outOf[node]
      .filter(({ consumer }) => present[consumer])
      .map(({ consumer, partial }) => `${names.get(consumer)}*${written(partial)}`)
    return `${names.get(node)} = ${(node === seed.node ? ['seed', ...terms] : terms).join(' + ')}`
  })
  const ends = graph.inputs.filter(({ node }) => present[node]).map(({ node }) => `output ${names.get(node)}`)
  return {
    source: ['seed = 1', ...lines, ...ends].join('\n'),
    nameOf: (node) => names.get(node),
    nodeOf: new Map([...names].map(([node, name]) => [name, node])),
  }
}

/** `W[0,1]` as a name: W_0_1. */
const wordOf = (name: string): string => name.replace(/\W+$/u, '').replace(/[^\p{L}\p{N}_]+/gu, '_')

function freeName(wish: string, taken: Set<string>): string {
  let name = wish
  for (let k = 2; taken.has(name) || name === 'seed'; k++) name = `${wish}${k}`
  taken.add(name)
  return name
}

/** A partial as a literal with all its digits; infinities and NaN as the language can say them. */
function written(x: number): string {
  if (Number.isNaN(x)) return '(0/0)'
  if (!Number.isFinite(x)) return x > 0 ? '1e999' : '(-1e999)'
  return x < 0 || Object.is(x, -0) ? `(${Object.is(x, -0) ? '-0' : String(x)})` : String(x)
}
