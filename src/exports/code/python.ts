import type { Shape } from '../../primitives/shape.ts'
import type { Value } from '../../primitives/value.ts'
import type { Attributes, AxisIndex } from '../../primitives/wiring.ts'
import { floatOf } from './literals.ts'
import { COMPARISON, type CodeSite, infix, PRODUCT, type WriteOperation, type WrittenCode, within } from './written.ts'

const KEYWORDS =
  'False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with yield'
const BUILTINS =
  'abs all any bool complex dict dir enumerate eval exec filter float format getattr hash help hex id input int isinstance iter len list map max min next object open ord pow print range repr reversed round set setattr slice sorted str sum super tuple type vars zip self'
const OURS =
  'math json np jnp jax lax torch F program adjoint inputs outputs jacobian told name value entry seeds rows row by_rule ByRule tensor'

/** Names that a program's things do not get in Python. */
export const PYTHON_RESERVED: readonly string[] = [KEYWORDS, BUILTINS, OURS].flatMap((names) => names.split(' '))

/** `(2, 3)`, `(2,)`, `()` */
export const tupleOf = (items: readonly (number | string)[]): string =>
  `(${items.join(', ')}${items.length === 1 ? ',' : ''})`

export function nestedFloats(shape: Shape, entries: ArrayLike<number>): string {
  if (shape.length === 0) return floatOf(entries[0])
  const [length, ...rest] = shape
  const size = entries.length / length
  const all = Array.from(entries)
  return `[${Array.from({ length }, (_, i) => nestedFloats(rest, all.slice(i * size, (i + 1) * size))).join(', ')}]`
}

/** `(x < y) * 1.0`, and as a condition `x < y`. */
export const comparison =
  (operator: string): WriteOperation =>
  (operands) => {
    const truth = infix(operator, COMPARISON)(operands.map(bracketed), NOWHERE).text
    return { text: `(${truth}) * 1.0`, rank: PRODUCT, truth }
  }

const NOWHERE: CodeSite = { shapes: [], shape: [], attributes: {} }

/** Python chains comparisons. */
const bracketed = (operand: WrittenCode): WrittenCode => ({ ...operand, text: within(operand, PRODUCT), rank: PRODUCT })

/** A condition of numbers: what is not 0 is true. */
export const truthOf = (condition: WrittenCode): string => condition.truth ?? `${within(condition, PRODUCT)} != 0.0`

/** `, axis=(0, 1), keepdims=True` */
export function alongText({ axis, axes, keepdims }: Attributes, axisWord: string, keepWord: string): string {
  const along = axes ? (axes.length === 1 ? axes[0] : tupleOf(axes)) : axis
  return `${along === undefined ? '' : `, ${axisWord}=${along}`}${keepdims ? `, ${keepWord}=True` : ''}`
}

/** A subscript as NumPy has it, without its brackets; arrays of places by the library's own. */
export function indexText(index: readonly AxisIndex[], array: string): string {
  const parts = index.map((part) => {
    if ('at' in part) return String(part.at)
    if ('newaxis' in part) return 'None'
    if ('ellipsis' in part) return '...'
    if ('places' in part) return `${array}(${numbersText(part.places)})`
    if ('mask' in part) return `${array}(${numbersText(part.mask, (x) => (x ? 'True' : 'False'))})`
    const { start, stop, step } = part
    return `${start ?? ''}:${stop ?? ''}${step === null ? '' : `:${step}`}`
  })
  return parts.join(', ') || '...'
}

const numbersText = (value: Value, word: (x: number) => string = String): string =>
  typeof value === 'number' ? word(value) : `[${value.map((item) => numbersText(item, word)).join(', ')}]`

/** An index that stands by itself: a tuple with `slice` for what colons say. */
export function indexTuple(index: readonly AxisIndex[], array: string): string {
  const parts = index.map((part) =>
    'start' in part
      ? `slice(${part.start ?? 'None'}, ${part.stop ?? 'None'}, ${part.step ?? 'None'})`
      : indexText([part], array),
  )
  return tupleOf(parts.length > 0 ? parts : ['...'])
}

/** NumPy's `pad_width`, a pair for each axis. */
export function padPairs({ length: rank }: Shape, widths: Value): (readonly [number, number])[] {
  if (typeof widths === 'number') return Array.from({ length: rank }, () => [widths, widths] as const)
  const pairs = (widths.every((each) => typeof each === 'number') ? [widths] : widths).map((each) => {
    const [before, after = before] = (typeof each === 'number' ? [each] : each) as readonly number[]
    return [before, after] as const
  })
  return pairs.length === 1 ? Array.from({ length: rank }, () => pairs[0]) : pairs
}

/** The lengths of windows along the last axes. */
export const windowSizes = (shape: Shape, { size = 1 }: Attributes): readonly number[] =>
  typeof size === 'number' ? new Array<number>(Math.min(2, shape.length)).fill(size) : size

/** The functions that every Python file has: a value as JSON has it, and numbers that are not finite by their names. */
export const TOLD = `def told(x):
    """Nested lists of numbers, as JSON has them; what is not finite by its name."""
    if isinstance(x, list):
        return [told(item) for item in x]
    if math.isfinite(x):
        return x
    return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"`

export const pythonHelper = (name: string, parameters: readonly string[], value: string): string =>
  `def ${name}(${parameters.join(', ')}):\n    return ${value}`
