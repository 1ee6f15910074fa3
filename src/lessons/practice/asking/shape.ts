import { INPUT } from '../../../graph/graph.ts'
import { entryCount } from '../../../graph/nodes.ts'
import { type Asking, inFraction, inMath, nameOf, some } from './asking.ts'

const PLACE = 'mode=forward&pass=primal&step=0&hide=values'

export const askShape: Asking = (program, draw) => {
  const { graph, named } = program
  const node = some(
    draw,
    named.filter((each) => graph.op[each] !== INPUT && entryCount(graph, each) > 1),
  )
  if (node === undefined) return null
  const name = nameOf(program, node)
  return {
    place: PLACE,
    text: 'Shapes come before numbers: most mistakes show in them.',
    ask: { question: `Which shape has ${inMath(name)}?`, kind: 'shape', of: `shape ${name}` },
    reveal: { move: 'end', says: 'The values stand at the nodes, with their shapes.' },
  }
}

export const askDerivativeShape: Asking = ({ graph }, draw) => {
  const [output, input] = [draw.of(graph.outputs).name, draw.of(graph.inputs).name]
  return {
    place: PLACE,
    text: 'A derivative has the axes of the output first, then those of the input.',
    ask: {
      question: `Which shape has ${inFraction(output, input)}?`,
      kind: 'shape',
      of: `shape of derivative ${output} ${input}`,
    },
    reveal: { move: 'end', says: 'A row for each entry of the output, a column for each entry of the input.' },
  }
}
