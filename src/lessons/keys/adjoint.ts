import { listed } from '../../language/words.ts'
import { displayAdjoint } from '../../notation/names.ts'
import type { Pass } from '../../trace/pass.ts'
import { type Key, type KeyRecord, NUMBER_KINDS } from './key.ts'
import { rightValue } from './numberKey.ts'
import { passFor } from './passes.ts'
import { entriesAt, type NodeOrEntry, nameAt, placeIn, shapeOfPlace } from './places.ts'
import { operandsRead, readersOf, withOperations } from './readers.ts'
import { SumAt, slipsInSum } from './sums/index.ts'

export const adjointKey: KeyRecord = {
  word: 'adjoint',
  form: 'adjoint NODE [of OUTPUT]',
  title: 'The adjoint of a node: the derivative of the output by it',
  kinds: NUMBER_KINDS,
  compute: ({ setting, words: [name = '', of, output] }) => {
    const pass = passFor(setting, 'reverse', of === 'of' ? output : undefined)
    return keyInPass(pass, placeIn(setting.graph, name))
  },
}

/** The number of a pass at a node, or at an entry of it. */
export function keyInPass(pass: Pass, place: NodeOrEntry): Key {
  const { graph } = pass.primal
  const numbers = entriesAt(graph, place).map((entry) => pass.numbers[graph.offset[place.node] + entry])
  const [input, output] = pass.kind === 'adjoint' ? [place.name, pass.seed] : [pass.seed, place.name]
  return {
    right: rightValue(numbers, shapeOfPlace(graph, place), `The ${pass.kind} of ${place.name}`),
    slips: () => slipsInSum(new SumAt(pass, place)),
    ...(input !== null && output !== null ? { derivative: { input, output } } : {}),
    hints: () => (pass.kind === 'adjoint' ? backwards(pass, place) : forwards(pass, place)),
  }
}

function backwards({ primal: { graph }, present, seed }: Pass, { node }: NodeOrEntry): string[] {
  const name = nameAt(graph, node)
  const readers = readersOf(graph, node).filter((reader) => present[reader])
  if (readers.length === 0) return [`Nothing on the way to ${seed} reads ${name}.`]
  const each = readers.length === 1 ? 'It sends' : 'Each sends'
  return [
    `Which nodes read ${name}? ${withOperations(graph, readers)}. ${each} back its adjoint times its local partial by ${name}${readers.length === 1 ? '' : ', and these add up'}.`,
    `First find ${listed(readers.slice(0, 8).map((reader) => displayAdjoint(nameAt(graph, reader))))}.`,
  ]
}

function forwards({ primal: { graph }, present, seed }: Pass, { node }: NodeOrEntry): string[] {
  const name = nameAt(graph, node)
  const operands = operandsRead(graph, node)
  const moved = operands.filter((each) => present[each])
  if (moved.length === 0) return [`Does ${name} depend on ${seed}?`]
  const still = operands.filter((each) => !present[each] && graph.varied[each])
  const rest =
    still.length === 0
      ? ''
      : ` ${withOperations(graph, still)} ${still.length === 1 ? 'stands' : 'stand'} still in this pass.`
  return [
    `${name} reads ${withOperations(graph, moved)}. ${moved.length === 1 ? 'It gives' : 'Each gives'} the local partial times its tangent${moved.length === 1 ? '' : ', and these add up'}.${rest}`,
  ]
}
