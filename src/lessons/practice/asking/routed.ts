import { isLive } from '../../../autodiff/sweep.ts'
import { operationOf } from '../../../graph/operations.ts'
import { edgesRead, operandsRead } from '../../keys/readers.ts'
import { type Asking, inMath, nameOf, placeInPass, some, somePass } from './asking.ts'

export const askRouted: Asking = (program, draw) => {
  const { graph, named, setting } = program
  const pass = somePass(program, draw, 'reverse')
  const node = some(
    draw,
    named.filter((each) => isRouter(program, each) && pass.present[each]),
  )
  if (node === undefined) return null
  const operands = operandsRead(graph, node)
  // Between two operands of which both can move: otherwise there is nothing to choose.
  if (operands.length < 2 || operands.some((each) => !named.includes(each))) return null
  if (!edgesRead(graph, node).some((edge) => isLive(setting.primal, edge))) return null
  return {
    place: placeInPass(pass, 'adjoints.results'),
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
