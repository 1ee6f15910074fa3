import type { Pass } from '../../../trace/pass.ts'
import { termsAt } from '../../../trace/terms.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { countKey } from '../numberKey.ts'
import { passFor } from '../passes.ts'
import { type NodeOrEntry, nameAt, placeIn } from '../places.ts'
import { operandsRead, readersOf, withOperations } from '../readers.ts'

export const contributionsKey: KeyRecord = {
  word: 'contributions',
  form: 'contributions NODE',
  title: 'How many contributions meet in a node’s adjoint',
  kinds: ['count', 'number'],
  compute: ({ setting, words: [name = ''] }) => {
    const pass = passFor(setting, 'reverse', undefined)
    const place = placeIn(setting.graph, name)
    if (!pass.present[place.node]) noKey(`Nothing comes back to ${name} in this pass.`)
    return countKey(
      termsAt(pass, place.node).length,
      slipsIn(pass, place),
      `Which nodes read ${name}? ${withOperations(setting.graph, readersOf(setting.graph, place.node))}.`,
    )
  },
}

function* slipsIn(pass: Pass, { node }: NodeOrEntry): Generator<[number, string]> {
  const { graph } = pass.primal
  const name = nameAt(graph, node)
  const readers = readersOf(graph, node)
  yield [1, `${name} is read in more than one place: each sends something back.`]
  yield [readers.length, 'This counts the nodes that read it: one that reads it twice sends two contributions.']
  yield [
    graph.firstConsumer[node + 1] - graph.firstConsumer[node],
    'Not every edge carries a derivative back at this point.',
  ]
  for (const reader of readers)
    yield [
      operandsRead(graph, reader).length,
      `This counts the operands of ${nameAt(graph, reader)}: they get adjoints, and send none to ${name}.`,
    ]
  yield [
    operandsRead(graph, node).length,
    `This counts what ${name} reads: adjoints come from those that read ${name}.`,
  ]
}
