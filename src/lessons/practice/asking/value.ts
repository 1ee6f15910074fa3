import { INPUT } from '../../../graph/graph.ts'
import { passes } from '../../../trace/passes.ts'
import { type Asking, inMath, nameOf, some, stepsTo } from './asking.ts'

export const askValue: Asking = (program, draw) => {
  const { graph, named, setting } = program
  const node = some(
    draw,
    named.filter((each) => graph.op[each] !== INPUT),
  )
  if (node === undefined) return null
  const name = nameOf(program, node)
  return {
    place: 'mode=forward&pass=primal&step=0&hide=values',
    text: 'The primal pass comes first: it computes the values, from the inputs on.',
    ask: { question: `What is the value of ${inMath(name)}?`, kind: 'number', of: `value ${name}` },
    reveal: {
      ...{ move: 'next', count: stepsTo(passes(setting.primal, 'forward').get(0), node) },
      says: `The pass has come to ${inMath(name)}.`,
    },
  }
}
