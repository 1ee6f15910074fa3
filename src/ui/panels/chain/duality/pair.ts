import { adjoint, compile, type Graph, type Primal, primal, type Seed, unitSeed } from '../../../../core.ts'
import { PLAIN } from '../../../../graph/graph.ts'
import { type AdjointProgram, adjointProgram } from '../../../../methods/adjointProgram.ts'
import { type Linearised, linearised, onPaths } from '../../../../methods/linearised.ts'
import { scalarView } from '../../../../methods/scalarView.ts'
import { displayAdjoint, displayTangent } from '../../../../notation/names.ts'
import { short } from '../../../../notation/numbers.ts'
import { nodeName } from '../../../../notation/symbols.ts'
import { structureApart } from '../../../../picture/structure.ts'
import type { Session } from '../../../../state/session.ts'
import type { State } from '../../../../state/store.ts'
import { derivativeOf } from '../../../kit/derivative/derivative.ts'
import { endAt } from '../../../kit/derivative/ends.ts'
import type { Arc, Vertex } from '../stage/linear.ts'

/** The linearised graph of one output, and the adjoint graph that it turns into. */
export interface Pair {
  readonly graph: Graph
  readonly seed: Seed
  readonly tangents: readonly Vertex[]
  readonly adjoints: readonly Vertex[]
  /** The same for both: the adjoint graph has them reversed. */
  readonly arcs: readonly Arc[]
  readonly program: AdjointProgram
  readonly gradient: readonly GradientEntry[]
}

/** An entry of the gradient: as the adjoint program has it, and as the engine has it. */
export interface GradientEntry {
  readonly name: string
  readonly found: number
  readonly value: number
  readonly scale: number
}

/** More vertices cannot be read side by side. */
const MOST_VERTICES = 240

type Asked = Pick<State, 'questionOutput' | 'shareSubexpressions' | 'point'> & { readonly source: string }

/** The pair for the output at hand; or why there is none, and what to do. */
export function pairOf(session: Session, asked: Asked): Pair | string {
  const pass = betweenNumbers(session, asked)
  if (typeof pass === 'string') return pass
  const { graph } = pass
  const end = endAt(graph, 'reverse', asked.questionOutput)
  if (!end) return 'A program without an output has no adjoint graph. Write f = x*x, for example.'
  const { seed } = end
  const linear = linearised(pass)
  const on = onPaths(
    linear,
    graph.inputs.map(({ node }) => node),
    [seed.node],
  )
  const nodes = [...graph.op.keys()].filter((node) => on[node])
  if (nodes.length === 0) return `${seed.name} depends on no input: nothing can be turned round.`
  if (nodes.length > MOST_VERTICES)
    return `Between numbers ${nodes.length} vertices lead to ${seed.name}, and ${MOST_VERTICES} can be shown side by side. Choose a smaller program, or make its arrays smaller.`
  const { numbers } = adjoint(pass, unitSeed(graph, seed))
  const isInput = (node: number) => graph.inputs.some((input) => input.node === node)
  const nameOf = (node: number): string =>
    node === seed.node && !isInput(node) ? seed.name : (nodeName(graph, node) ?? '')
  const program = adjointProgram(linear, seed, nameOf)
  const { figures } = structureApart(graph)
  const roleOf = (node: number): Vertex['role'] => (node === seed.node ? 'output' : isInput(node) ? 'input' : 'inner')
  const vertexOf = (node: number, name: string, what: string): Vertex => ({
    ...{ id: node, kind: figures[node].kind, role: roleOf(node), symbol: name, name, isNamed: false },
    ...{ spoken: `${what} of ${nameOf(node)}`, says: '' },
  })
  return {
    ...{ graph, seed, program },
    tangents: nodes.map((node) => vertexOf(node, displayTangent(nameOf(node)), 'tangent')),
    adjoints: nodes.map((node) => {
      const found = numbers[graph.offset[node]]
      return { ...vertexOf(node, displayAdjoint(nameOf(node)), 'adjoint'), says: short(found), adjoint: found }
    }),
    arcs: arcsOf(linear, on),
    gradient: gradientOf(pass, seed, program),
  }
}

/** The graph on the screen if it is one of numbers, else the program between numbers. */
function betweenNumbers({ graph, primal: shown }: Session, asked: Asked): Primal | string {
  if (graph.plan.every((plan) => plan === PLAIN)) return shown
  const { source, shareSubexpressions, point } = asked
  const view = scalarView(source, { shown: { graph, inputs: graph.inputs }, shareSubexpressions, at: point })
  return view.kind === 'scalars' ? primal(view.graph) : view.says
}

const arcsOf = ({ links }: Linearised, on: Uint8Array): Arc[] =>
  links
    .filter(({ operand, consumer }) => on[operand] && on[consumer])
    .map(({ operand, consumer, partial }) => ({ from: operand, to: consumer, text: short(partial) }))

/** The primal pass of the adjoint program, beside the adjoints of the inputs. */
function gradientOf(pass: Primal, seed: Seed, { source, nameOf }: AdjointProgram): GradientEntry[] {
  const { graph } = compile(source)
  const outputs = graph ? primal(graph).outputs : {}
  return pass.graph.inputs.flatMap(({ name, node }): GradientEntry[] => {
    const called = nameOf(node)
    if (called === undefined) return []
    return [
      {
        name: called,
        found: outputs[called] as number,
        ...derivativeOf(pass, { name, of: name, node, entry: 0 }, seed),
      },
    ]
  })
}

/** What each vertex does: it adds what arrives from several, and copies what it hands to several. */
export function tasksOf(arcs: readonly Arc[], isTurned: boolean): (id: number) => string {
  const [into, outOf] = [counted(arcs.map(({ to }) => to)), counted(arcs.map(({ from }) => from))]
  const [arriving, leaving] = isTurned ? [outOf, into] : [into, outOf]
  return (id) => [...(arriving(id) > 1 ? ['SUM'] : []), ...(leaving(id) > 1 ? ['COPY'] : [])].join(', ')
}

function counted(ids: readonly number[]): (id: number) => number {
  const counts = new Map<number, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return (id) => counts.get(id) ?? 0
}
