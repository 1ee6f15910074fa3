import { type Asking, inMath, nameOf, placeInPass, some, somePass, stepsTo } from './asking.ts'

export const askAdjoint: Asking = (program, draw) => {
  const { graph, named } = program
  const pass = somePass(program, draw, 'reverse')
  const isEnd = (node: number) => graph.outputs.some((output) => output.node === node)
  const node = some(
    draw,
    named.filter((each) => pass.present[each] && !isEnd(each)),
  )
  if (node === undefined) return null
  const [name, seed] = [nameOf(program, node), pass.seed]
  if (graph.outputs.every((output) => output.name !== seed)) return null
  return {
    place: placeInPass(pass, 'adjoints.results'),
    text: `Reverse mode, seeded at ${inMath(seed)}: every adjoint is the derivative of ${inMath(seed)} by that node.`,
    ask: {
      question: `What is the adjoint ${inMath(name, '\\bar')}?`,
      kind: 'number',
      of: `adjoint ${name} of ${seed}`,
    },
    reveal: {
      ...{ move: 'next', count: stepsTo(pass, node) },
      says: `${inMath(name, '\\bar')} is the sum over the nodes that read ${inMath(name)}: each sends its adjoint times its local partial.`,
    },
  }
}
