import { keyInPass } from './adjoint.ts'
import { type KeyRecord, NUMBER_KINDS } from './key.ts'
import { passFor } from './passes.ts'
import { placeIn } from './places.ts'

export const tangentKey: KeyRecord = {
  word: 'tangent',
  form: 'tangent NODE [by INPUT]',
  title: 'The tangent of a node: its derivative by the seeded input',
  kinds: NUMBER_KINDS,
  compute: ({ setting, words: [name = '', by, input] }) =>
    keyInPass(passFor(setting, 'forward', by === 'by' ? input : undefined), placeIn(setting.graph, name)),
}
