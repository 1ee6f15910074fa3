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
  compute: (context) => ({ right: rightIn(context), hints: () => [] }),
}

function rightIn({ setting, kind, rest }: KeyContext): Key['right'] {
  if (rest === '') noKey('Write the answer after “given”.')
  if (kind === 'choice') return { form: 'token', token: rest }
  if (kind === 'shape') return { form: 'shape', shape: shapeWritten(rest) ?? noKey(`“${rest}” is no shape.`) }
  if (kind === 'node') {
    const nodes = nodesWritten(setting.graph, rest)
    return 'message' in nodes ? noKey(nodes.message) : { form: 'nodes', nodes, every: true }
  }
  const valued = quantityAt(setting, rest)
  if (!('tensor' in valued)) noKey(`“${rest}” cannot be read: ${valued[0].message}`)
  return rightValue(valued.tensor.entries, valued.tensor.shape, `“${rest}”`)
}
