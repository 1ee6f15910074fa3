import { lettersOf } from '../../../primitives/arrays/einsum.ts'
import type { PyNumber } from '../../values/numbered.ts'
import { Text, type Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { joined, rankOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'

const LETTERS = [...'ZYXWVUTSRQPONMLKJIHGFEDCBA']

/** Subscripts with a letter for each axis that an ellipsis stands for. */
function withoutEllipses(call: LibraryCall, subscripts: string, operands: readonly PyNumber[]): string {
  const text = subscripts.replaceAll(' ', '')
  if (!text.includes('...')) return text
  const [given, result] = text.split('->')
  const free = LETTERS.filter((letter) => !text.includes(letter))
  const parts = given.split(',')
  const counts = parts.map((part, i) =>
    part.includes('...') && operands[i] ? rankOf(operands[i]) - part.replace('...', '').length : 0,
  )
  const most = Math.max(...counts)
  if (counts.some((count) => count < 0) || most > free.length)
    return call.refuse(`The subscripts ${subscripts} of ${call.callee} name more axes than there are.`)
  const all = free.slice(0, most).join('')
  const written = parts.map((part, i) => part.replace('...', all.slice(most - counts[i]))).join(',')
  return `${written}->${result === undefined ? all + onceIn(given) : result.replace('...', all)}`
}

/** Letters that come once, in the order of the alphabet. */
const onceIn = (given: string): string => {
  const letters = [...given.replace(/[.,]/g, '')]
  return letters
    .filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter))
    .sort()
    .join('')
}

/** Two operands at a time: of what they give, letters stay that later operands or the result have. */
function einsum(call: LibraryCall): PyNumber {
  const first = call.value('subscripts')
  if (!(first instanceof Text)) return call.refuse(`${call.callee} begins with its subscripts, such as 'ij,jk->ik'.`)
  const operands = (call.value('operands') as Tuple).items.map((item) => call.arrayOf(item, 'operands'))
  const letters = lettersOf(withoutEllipses(call, first.text, operands))
  if (typeof letters === 'string') return call.refuse(letters)
  if (letters.operands.length !== operands.length)
    return call.refuse(
      `The subscripts of ${call.callee} are for ${letters.operands.length} arrays, and here are ${operands.length}.`,
    )
  let [value] = operands
  let [own] = letters.operands
  const give = (subscripts: string, given: readonly PyNumber[]): PyNumber => {
    const dtype = joined(...given.map((x) => x.dtype))
    return call.apply('einsum', given, { dtype, attributes: { subscripts } })
  }
  if (operands.length === 1) return give(`${own}->${letters.result}`, [value])
  for (let i = 1; i < operands.length; i++) {
    const other = letters.operands[i]
    const needed = letters.operands.slice(i + 1).join('') + letters.result
    const met = [...new Set(own + other)].filter((letter) => needed.includes(letter)).join('')
    const kept = i === operands.length - 1 ? letters.result : met
    value = give(`${own},${other}->${kept}`, [value, operands[i]])
    own = kept
  }
  return value
}

/** `einsum`, in NumPy and JAX; `optimize` chooses an order, which changes nothing but roundings. */
export const einsums: readonly LibraryFunction[] = [
  defined('einsum', "subscripts, *operands, out=None?, dtype=None?, order=_, casting='safe'?, optimize=_", einsum),
]
