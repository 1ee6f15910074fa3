import { adjoint } from '../../../../autodiff/adjoint.ts'
import { unitSeed } from '../../../../autodiff/seeds.ts'
import type { Graph, Primal } from '../../../../core.ts'
import {
  type AdjointProgram,
  adjointProgram,
  type GradientEntry,
  gradientBy,
} from '../../../../methods/linear/adjointProgram.ts'
import { type Comparison, compared } from '../../../../methods/linear/comparison.ts'
import { type Link, linearised, relevant, scoped } from '../../../../methods/linear/linearised.ts'
import { seedNamed } from '../../../../methods/question.ts'
import { displayAdjoint, displayTangent } from '../../../../notation/names.ts'
import { short } from '../../../../notation/numbers.ts'
import { nodeName } from '../../../../notation/symbols.ts'
import { structureApart } from '../../../../picture/structure.ts'
import type { Arc, Vertex } from '../linearised/linear.ts'

/** The linearised graph of one output, and the adjoint graph that it turns into. */
export interface Pair {
  readonly graph: Graph
  readonly tangents: readonly Vertex[]
  readonly adjoints: readonly Vertex[]
  readonly links: readonly Link[]
  /** The same for both: the adjoint graph has them reversed. */
  readonly arcs: readonly Arc[]
  readonly program: AdjointProgram
  /** As the adjoint program has it, and whether the engine has the same. */
  readonly gradient: readonly GradientEntry[]
  readonly comparison: Comparison
}

/** More vertices cannot be read side by side. */
const MOST_VERTICES = 240

/** The pair for an output of a program between numbers; or why there is none, and what to do. */
export function pairOf(pass: Primal, to: string | null): Pair | string {
  const { graph } = pass
  const seed = seedNamed(graph, 'reverse', to)
  if (!seed) return 'A program without an output has no adjoint graph. Write f = x*x, for example.'
  const linear = scoped(linearised(pass), { outputs: [seed.node] })
  const on = relevant(linear)
  const nodes = [...on.keys()].filter((node) => on[node])
  if (nodes.length === 0) return `${seed.name} depends on no input: nothing can be turned round.`
  if (nodes.length > MOST_VERTICES)
    return `Between numbers ${nodes.length} vertices lead to ${seed.name}, and ${MOST_VERTICES} can be shown side by side. Choose a smaller program, or make its arrays smaller.`
  const { numbers } = adjoint(pass, unitSeed(graph, seed))
  const isInput = (node: number) => linear.inputs.includes(node)
  const nameOf = (node: number): string =>
    node === seed.node && !isInput(node) ? seed.name : (nodeName(graph, node) ?? '')
  const { figures } = structureApart(graph)
  const roleOf = (node: number): Vertex['role'] => (node === seed.node ? 'output' : isInput(node) ? 'input' : 'inner')
  const vertexOf = (node: number, name: string, what: string): Vertex => ({
    ...{ id: node, kind: figures[node].kind, role: roleOf(node), symbol: name, name, isNamed: false },
    ...{ spoken: `${what} of ${nameOf(node)}`, says: '' },
  })
  const links = linear.links.filter(({ operand, consumer }) => on[operand] && on[consumer])
  const program = adjointProgram(linear, seed.node, nameOf)
  const gradient = gradientBy(program, linear)
  const [inputs, found] = [gradient.map(({ input }) => input), gradient.map((entry) => entry.found)]
  return {
    ...{ graph, links, program, gradient, comparison: compared(pass, linear.outputs, inputs, found) },
    tangents: nodes.map((node) => vertexOf(node, displayTangent(nameOf(node)), 'tangent')),
    adjoints: nodes.map((node) => {
      const adjointOfNode = numbers[node]
      const vertex = vertexOf(node, displayAdjoint(nameOf(node)), 'adjoint')
      return { ...vertex, says: short(adjointOfNode), adjoint: adjointOfNode }
    }),
    arcs: links.map(({ operand, consumer, partial }) => ({ from: operand, to: consumer, text: short(partial) })),
  }
}
