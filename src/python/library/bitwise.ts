import type { Dtype, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { arrayOf, joined } from './numbers.ts'
import type { NumberPair } from './pair.ts'

type Operator = '&' | '|' | '^' | '<<' | '>>'

const OF_TRUTHS = { '&': 'mul', '|': 'max', '^': 'not_equal' } as const

const OF_WHOLES: Readonly<Record<Operator, (x: bigint, y: bigint) => bigint>> = {
  '&': (x, y) => x & y,
  '|': (x, y) => x | y,
  '^': (x, y) => x ^ y,
  '<<': (x, y) => x << y,
  '>>': (x, y) => x >> y,
}

/** `a & b` of truth values, and of whole numbers, whose bits no derivative goes through. */
export function bitwise(operator: Operator): (pair: NumberPair) => PyNumber {
  return (pair) => {
    const { running, left, right, library, at } = pair
    const areTruths = left.dtype === 'bool' && right.dtype === 'bool'
    if (areTruths && operator in OF_TRUTHS) {
      const operation = OF_TRUTHS[operator as keyof typeof OF_TRUTHS]
      return running.trace.apply(operation, [left, right], at, { library, dtype: 'bool' })
    }
    return ofWholes(operator, pair)
  }
}

function ofWholes(operator: Operator, { left, right, library, at }: NumberPair): PyNumber {
  const dtype: Dtype = joined(left.dtype, right.dtype, 'int')
  if (dtype === 'float') throw new Refusal(`${operator} is for truth values and whole numbers.`, at)
  if (left.value.entries.length !== 1 || right.value.entries.length !== 1)
    throw new Refusal(`${operator} of arrays is read where they hold truth values.`, at)
  const [x, y] = [left.value.entries[0], right.value.entries[0]]
  const isShift = operator === '<<' || operator === '>>'
  if (isShift && (y < 0 || y > 1000)) throw new Refusal('A shift goes by 0 to 1000 bits here.', at)
  const result = Number(OF_WHOLES[operator](BigInt(x), BigInt(y)))
  return arrayOf({ shape: left.value.shape, entries: Float64Array.of(result) }, at, dtype, library)
}
