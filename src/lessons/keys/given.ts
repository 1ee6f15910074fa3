import { nodesWritten } from '../questions/nodeText.ts'
import { shapeWritten } from '../questions/shapeText.ts'
import type { Key, KeyContext, KeyRecord } from './key.ts'
import { noKey } from './noKey.ts'
import { rightValue } from './numberKey.ts'
import { quantityAt } from './quantity.ts'

export const givenKey: KeyRecord = {
  word: 'given',
  form: 'given ANSWER',
  title: 'The answer itself, where nothing can compute it',
  kinds: ['number', 'expression', 'shape', 'node', 'count', 'choice'],
  compute: (context) => ({ ...keyIn(context), hints: () => [] }),
}

function keyIn({ setting, kind, rest }: KeyContext): Omit<Key, 'hints'> {
  if (rest === '') noKey('Write the answer after “given”.')
  if (kind === 'choice') return { right: { form: 'token', token: rest } }
  if (kind === 'shape')
    return { right: { form: 'shape', shape: shapeWritten(rest) ?? noKey(`“${rest}” is no shape.`) } }
  if (kind === 'node') {
    const nodes = nodesWritten(setting.graph, rest)
    return 'message' in nodes ? noKey(nodes.message) : { right: { form: 'nodes', nodes, every: true } }
  }
  const valued = quantityAt(setting, rest)
  if (!('tensor' in valued)) return noKey(`“${rest}” cannot be read: ${valued[0].message}`)
  const { shape, entries } = valued.tensor
  return { right: rightValue(entries, shape, `“${rest}”`), isFixed: !valued.varies }
}
