import { lettersOf } from '../../primitives/arrays/einsum.ts'
import { axesGiven, type Shape } from '../../primitives/shape.ts'
import { windowsText } from './numpyLike.ts'
import { indexText, indexTuple, tupleOf } from './python.ts'
import type { CodeSite } from './written.ts'

/** What stands in an adjoint line: names of the operands and of their adjoints. */
interface PullSite extends CodeSite {
  readonly slot: number
  /** The adjoint of the value. */
  readonly a: string
  readonly operands: readonly string[]
  /** What the term is added to. */
  readonly bar: string
}

/** What is added, or a whole statement; null where nothing is handed on. */
type WritePull = (site: PullSite) => { readonly added: string } | { readonly statement: string } | null

const added = (text: string) => ({ added: text })

/** In NumPy, by the name of an operation: what an edge hands on, where the program's own language has no formula for it. */
export const numpyPulls: Readonly<Record<string, WritePull>> = {
  index: ({ a, bar, shapes: [shape], attributes: { index = [] } }) =>
    index.some((part) => 'places' in part || 'mask' in part)
      ? added(`added_at(${tupleOf(shape)}, ${indexTuple(index, 'np.array')}, ${a})`)
      : { statement: `${bar}[${indexText(index, 'np.array')}] += ${a}` },
  scatter: ({ a, shapes: [shape], attributes: { index = [] } }) =>
    added(`sum_to(np.asarray(${a}[${indexText(index, 'np.array')}]), ${tupleOf(shape)})`),
  put: ({ a, slot, shapes, attributes: { index = [] } }) =>
    slot === 0
      ? added(`put(${a}, ${indexTuple(index, 'np.array')}, 0.0)`)
      : added(`put_adjoint(${a}, ${indexTuple(index, 'np.array')}, ${tupleOf(shapes[1])})`),
  prod: ({ a, operands: [x], shapes: [shape], attributes }) => {
    const axes = (axesGiven(attributes) ?? shape.map((_, axis) => axis)).map(
      (axis) => (axis + shape.length) % shape.length,
    )
    const kept = shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    if (shape.length === 0) return added(a)
    return added(`np.reshape(${a}, ${tupleOf(kept)}) * products_of_others(${x}, ${tupleOf(axes)})`)
  },
  conv: ({ a, slot, operands: [x, kernel], shapes, attributes: { stride = 1 } }) =>
    slot === 0
      ? added(`conv_adjoint(${a}, ${kernel}, ${tupleOf(shapes[0])}, ${stride})`)
      : added(`kernel_adjoint(${a}, ${x}, ${tupleOf(shapes[1])}, ${stride})`),
  maxpool: ({ a, operands: [x], shapes: [shape], attributes }) =>
    added(`maxpool_adjoint(${a}, ${x}, ${windowsText(shape, attributes)})`),
  avgpool: ({ a, shapes: [shape], attributes }) =>
    added(`avgpool_adjoint(${a}, ${tupleOf(shape)}, ${windowsText(shape, attributes)})`),
  einsum: ({ a, slot, operands, shapes, attributes: { subscripts = '' } }) => {
    const letters = lettersOf(subscripts)
    if (typeof letters === 'string') return null
    const others = letters.operands.flatMap((own, i) => (i === slot ? [] : [`('${own}', ${operands[i]})`]))
    return added(
      `einsum_adjoint(${a}, '${letters.result}', '${letters.operands[slot]}', ${tupleOf(shapes[slot])}, [${others.join(', ')}])`,
    )
  },
  diag: ({ a, shapes: [shape], attributes: { k = 0 } }) =>
    shape.length === 1 ? added(`np.diag(${a}, k=${k})`) : onDiagonal(a, shape, k),
  trace: ({ a, shapes: [shape], attributes: { k = 0 } }) => onDiagonal(a, shape, k),
  cumprod: ({ a, operands: [x], shapes: [shape], attributes: { axis } }) =>
    shape.length === 0
      ? added(`np.sum(${a})`)
      : added(`cumprod_adjoint(${a}, ${x}${axis === undefined ? '' : `, ${axis}`})`),
  onehot: () => null,
  stop_gradient: () => null,
}

const onDiagonal = (a: string, shape: Shape, k: number) => added(`on_diagonal(${a}, ${tupleOf(shape)}, ${k})`)
