import { INPUT, PLAIN } from '../../graph/graph.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { titleOf } from '../../notation/symbols.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { valueAtOperands } from '../../primitives/atOperands.ts'
import { functionNamed, operations } from '../../primitives/index.ts'
import { sameShape } from '../../primitives/shape.ts'
import { passes } from '../../trace/passes.ts'
import type { Setting } from '../questions/setting.ts'
import { type KeyRecord, NUMBER_KINDS, type NumberSlip } from './key.ts'
import { rightValue } from './numberKey.ts'
import { entriesAt, type NodeOrEntry, nameAt, placeIn, shapeOfPlace } from './places.ts'
import { moving, operandsRead, withOperations } from './readers.ts'
import { SumAt } from './sums/index.ts'
import { wrongMean, wrongSquare } from './sums/scale.ts'
import { scaledBy } from './sums/sumAt.ts'

export const valueKey: KeyRecord = {
  word: 'value',
  form: 'value NODE',
  title: 'The value of a node',
  kinds: [...NUMBER_KINDS, 'count'],
  compute: ({ setting, words: [name = ''] }) => {
    const { graph, primal } = setting
    const place = placeIn(graph, name)
    const numbers = entriesAt(graph, place).map((entry) => primal.values[graph.offset[place.node] + entry])
    return {
      right: rightValue(numbers, shapeOfPlace(graph, place), `The value of ${name}`),
      slips: () => slipsInValue(setting, place),
      withheld: place.node,
      hints: () => hintsFor(setting, place),
    }
  },
}

function hintsFor({ graph }: Setting, { node }: NodeOrEntry): string[] {
  const operands = moving(graph, operandsRead(graph, node))
  if (graph.op[node] === INPUT || operands.length === 0) return []
  return [`${nameAt(graph, node)} is computed from ${withOperations(graph, operands)}: find the values of these first.`]
}

/** The usual arithmetic, one operation in place of another. */
const OTHERS = ['add', 'sub', 'mul', 'div'] as const

function* slipsInValue({ graph, primal }: Setting, place: NodeOrEntry): Generator<NumberSlip> {
  const sum = new SumAt(passes(primal, 'forward').get(0), place)
  for (const operand of moving(graph, operandsRead(graph, place.node)))
    yield* sum.wrong(
      sum.values(operand),
      `This is the value of ${nameAt(graph, operand)}: the last operation, ${titleAt(sum)}, is missing.`,
      shapeAt(graph, operand),
    )
  yield* otherOperation(sum)
  yield* sum.wrong(scaledBy(-1, sum.numbers), 'The sign is wrong.')
  for (const node of graph.op.keys())
    if (node < place.node && graph.varied[node] && sameShape(shapeAt(graph, node), sum.shape))
      yield* sum.wrong(sum.values(node), `This is the value of ${nameAt(graph, node)}.`)
  yield* wrongSquare(sum)
  yield* wrongMean(sum)
}

const titleAt = ({ graph, place }: SumAt): string => titleOf(graph, place.node) ?? 'a function'

function* otherOperation(sum: SumAt): Generator<NumberSlip> {
  const { graph, place } = sum
  const { node } = place
  const { firstEdge, operand, plan, op } = graph
  const [a, b] = operand.subarray(firstEdge[node], firstEdge[node + 1])
  const own = operations[op[node]]
  if (plan[node] !== PLAIN || b === undefined || entryCount(graph, a) !== 1) return
  for (const name of OTHERS) {
    const other = functionNamed(name) ?? operations.find((each) => each.name === name)
    if (!other || isArrayPrimitive(other) || other === own) continue
    const value = valueAtOperands(other, [sum.values(a)[0], sum.values(b)[0]])
    yield* sum.wrong([value], `As if the operation were “${other.title}”: in the program it is “${titleAt(sum)}”.`)
  }
}
