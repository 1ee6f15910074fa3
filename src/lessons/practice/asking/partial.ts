import { PLAIN } from '../../../graph/graph.ts'
import { type Asking, inFraction, nameOf, placeInPass, some, somePass } from './asking.ts'

export const askPartial: Asking = (program, draw) => {
  const { graph, named } = program
  const edges = Array.from({ length: graph.operand.length }, (_, edge) => edge).filter((edge) => {
    const [node, read] = [graph.consumer[edge], graph.operand[edge]]
    const others = graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1])
    const isTwice = others.filter((each) => each === read).length > 1
    return graph.plan[node] === PLAIN && named.includes(node) && named.includes(read) && !isTwice
  })
  const edge = some(draw, edges)
  if (edge === undefined) return null
  const [name, read] = [nameOf(program, graph.consumer[edge]), nameOf(program, graph.operand[edge])]
  const pass = somePass(program, draw, 'reverse')
  return {
    place: placeInPass(pass, 'partials.adjoints.results'),
    text: 'Every edge has a local partial: how fast the node moves with that operand alone.',
    ask: {
      ...{ question: `What is the local partial ${inFraction(name, read)} along the edge?`, kind: 'number' },
      of: `partial ${name} ${read}`,
    },
    reveal: { move: 'end', says: 'The pass has used every local partial.' },
  }
}
