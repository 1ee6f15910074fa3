import { isLive } from '../../autodiff/sweep.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { passes } from '../../trace/passes.ts'
import type { Setting } from '../questions/setting.ts'
import { type KeyRecord, NUMBER_KINDS, type NumberSlip } from './key.ts'
import { noKey } from './noKey.ts'
import { MOST_ANSWERED, rightValue } from './numberKey.ts'
import { type NodeOrEntry, nameAt, placeIn } from './places.ts'
import { edgesBetween, moving, operandsRead, withOperations } from './readers.ts'
import { SumAt } from './sums/index.ts'
import { scaledBy } from './sums/sumAt.ts'

export const partialKey: KeyRecord = {
  word: 'partial',
  form: 'partial NODE OPERAND',
  title: 'The local partial along one edge',
  kinds: NUMBER_KINDS,
  compute: ({ setting, words: [name = '', read = ''] }) => {
    const { graph } = setting
    const [place, operand] = [placeIn(graph, name), placeIn(graph, read)]
    const numbers = partialAt(setting, place, operand)
    const shape = [...shapeAt(graph, place.node), ...shapeAt(graph, operand.node)]
    return {
      right: rightValue(numbers, shape, `The partial ∂${name}/∂${read}`),
      slips: () => (shape.length === 0 ? slipsAt(setting, place, operand, numbers[0]) : []),
      hints: () => [
        `Along the edge from ${read} to ${name} alone: ${name} reads ${withOperations(graph, moving(graph, operandsRead(graph, place.node)))}, and only ${read} moves.`,
      ],
    }
  },
}

/** ∂node/∂operand over the edges between them: the node’s entries, by the operand’s. */
function partialAt({ graph, primal }: Setting, { node, name }: NodeOrEntry, operand: NodeOrEntry): number[] {
  const edges = edgesBetween(graph, node, operand.node)
  if (edges.length === 0) noKey(`${name} does not read ${operand.name}: there is no edge between them.`)
  const [rows, columns] = [entryCount(graph, node), entryCount(graph, operand.node)]
  if (rows * columns > MOST_ANSWERED)
    noKey(`The partial ∂${name}/∂${operand.name} has too many entries to be asked for.`)
  const sum = new SumAt(passes(primal, 'forward').get(0), { name, node, entry: null })
  const numbers = new Array<number>(rows * columns).fill(0)
  for (const edge of edges.filter((each) => isLive(primal, each)))
    for (let column = 0; column < columns; column++) {
      const unit = Array.from({ length: columns }, (_, i) => (i === column ? 1 : 0))
      for (const [row, x] of (sum.along(edge, unit) ?? []).entries()) numbers[row * columns + column] += x
    }
  return numbers
}

function* slipsAt(setting: Setting, place: NodeOrEntry, operand: NodeOrEntry, right: number): Generator<NumberSlip> {
  const { graph, primal } = setting
  const sum = new SumAt(passes(primal, 'forward').get(0), { ...place, entry: null })
  const [name, read] = [nameAt(graph, place.node), nameAt(graph, operand.node)]
  for (const other of moving(graph, operandsRead(graph, place.node)))
    if (other !== operand.node && entryCount(graph, other) === 1)
      yield* sum.wrong(
        partialAt(setting, place, { name: nameAt(graph, other), node: other, entry: null }),
        `This is the partial by ${nameAt(graph, other)}, the other operand.`,
      )
  yield* sum.wrong(sum.values(operand.node), `This is the value of ${read} itself.`, [])
  yield* sum.wrong(sum.values(place.node), `This is the value of ${name}, not its partial.`)
  yield* sum.wrong(scaledBy(-1, [right]), 'The sign is wrong.')
  for (const mode of ['reverse', 'forward'] as const) {
    const list = passes(primal, mode)
    for (let index = 1; index < Math.min(list.count, 3); index++) {
      const pass = list.get(index)
      const factor = pass.numbers[graph.offset[mode === 'reverse' ? place.node : operand.node]]
      yield* sum.wrong(
        [right * factor],
        `This is the partial times the ${pass.kind} already: the partial alone is asked for.`,
      )
    }
  }
  yield* sum.wrong([1], `${name} does not just hand ${read} on.`)
  yield* sum.wrong([0], `${name} changes with ${read}.`)
}
