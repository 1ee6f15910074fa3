import { PyNumber } from '../values/numbered.ts'
import { NONE, type PyValue, Text } from '../values/values.ts'

/** `str(value)`: as Python writes it where that is known here, which it is of single numbers and texts. */
export function textOf(value: PyValue): Text {
  if (value instanceof Text) return value
  if (value === NONE) return new Text('None')
  if (value instanceof PyNumber && value.library === 'python' && value.value.entries.length === 1)
    return new Text(numberText(value))
  return new Text('', false)
}

function numberText({ value, dtype }: PyNumber): string {
  const [x] = value.entries
  if (dtype === 'bool') return x === 0 ? 'False' : 'True'
  if (dtype === 'int') return String(x)
  if (Number.isNaN(x)) return 'nan'
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf'
  const size = Math.abs(x)
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return x.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  const text = Object.is(x, -0) ? '-0' : String(x)
  return /[.e]/.test(text) ? text : `${text}.0`
}
