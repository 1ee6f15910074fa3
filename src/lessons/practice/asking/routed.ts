import { isLive } from '../../../autodiff/sweep.ts'
import { operationOf } from '../../../graph/operations.ts'
import { type Asking, inMath, nameOf, placeIn, some, somePass } from './asking.ts'

export const askRouted: Asking = (program, draw) => {
  const { graph, named, setting } = program
  const pass = somePass(program, draw, 'reverse')
  const node = some(
    draw,
    named.filter((each) => isRouter(program, each) && pass.present[each]),
  )
  if (node === undefined) return null
  const { firstEdge, operand } = graph
  const edges = Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)
  // Between two operands of which both can move: otherwise there is nothing to choose.
  if (new Set(operand.subarray(firstEdge[node], firstEdge[node + 1])).size < 2) return null
  if (!edges.some((edge) => isLive(setting.primal, edge)) || edges.some((edge) => !named.includes(operand[edge])))
    return null
  return {
    place: placeIn(pass, 'adjoints.results'),
    text: `In ${inMath(nameOf(program, node))} one operand decides the value.`,
    ask: {
      question: `Which node gets the adjoint that comes back to ${inMath(nameOf(program, node))}?`,
      ...{ kind: 'node', of: `routed ${nameOf(program, node)}` },
    },
    reveal: { move: 'end', says: 'The operand that decides the value gets all of it; the other gets nothing.' },
  }
}

const isRouter = ({ graph }: Parameters<Asking>[0], node: number): boolean =>
  /^(max|min)$/.test(operationOf(graph, node)?.name ?? '')
