import type { BigNumber } from 'mathjs'
import { primitives } from '../src/primitives/index.ts'
import type { Value } from '../src/primitives/value.ts'
import type { AxisIndex } from '../src/primitives/wiring.ts'
import { concat, fromStart, range, reshape, stack, transpose } from './arrangements.ts'
import { broadcasting, entriesOf, isArray, itemsOf, type Nested, rankOf, shaped, shapeOf } from './nested.ts'
import { big } from './oracle.ts'
import { diag, einsum, pad, put, scatter, triangle, windows } from './placements.ts'

/** What a call fixes, as far as a program writes it. */
export interface FixedOperands {
  readonly axis?: number
  readonly keepdims?: boolean
  readonly shape?: readonly number[]
  readonly axes?: readonly number[]
  readonly stride?: number
  readonly size?: number | readonly number[]
  readonly k?: number
  readonly n?: number
  readonly widths?: Value
  readonly value?: number
  readonly subscripts?: string
  readonly index?: readonly AxisIndex[]
}

/** How many operands of a call are computed; the others are fixed, in this order. */
interface Split {
  readonly count: number
  readonly fixed: readonly (keyof FixedOperands)[]
}

export const COMPUTED: Readonly<Record<string, Split>> = {
  conv: { count: 2, fixed: ['stride'] },
  transpose: { count: 1, fixed: ['axes'] },
  reshape: { count: 1, fixed: ['shape'] },
  broadcast_to: { count: 1, fixed: ['shape'] },
  softmax: { count: 1, fixed: ['axis'] },
  cumsum: { count: 1, fixed: ['axis'] },
  cumprod: { count: 1, fixed: ['axis'] },
  diag: { count: 1, fixed: ['k'] },
  trace: { count: 1, fixed: ['k'] },
  tril: { count: 1, fixed: ['k'] },
  triu: { count: 1, fixed: ['k'] },
  pad: { count: 1, fixed: ['widths', 'value'] },
  maxpool: { count: 1, fixed: ['size', 'stride'] },
  avgpool: { count: 1, fixed: ['size', 'stride'] },
  onehot: { count: 1, fixed: ['n'] },
  logsoftmax: { count: 1, fixed: ['axis'] },
  eye: { count: 0, fixed: ['n'] },
  zeros: { count: 0, fixed: ['shape'] },
  ones: { count: 0, fixed: ['shape'] },
}

const ofNumbers = new Set(primitives.map(({ name }) => name))
/** Of one array all entries, or those along an axis. */
const reductions = new Set(primitives.filter((each) => 'reduces' in each && each.reduces).map(({ name }) => name))

const filled = (shape: readonly number[], number: number): Nested =>
  shaped(shape, new Array(shape.reduce((a, b) => a * b, 1)).fill(big(number)))

/** Applies to the items that stand so many axes deep. */
const deep = (x: Nested, axes: number, f: (item: Nested) => Nested): Nested =>
  axes === 0 ? f(x) : itemsOf(x).map((item) => deep(item, axes - 1, f))

const columnsOf = (matrix: Nested): Nested[] =>
  range(itemsOf(itemsOf(matrix)[0]).length).map((j) => itemsOf(matrix).map((row) => itemsOf(row)[j]))

/** NumPy's pad_width: one number, one pair, or a pair for each axis. */
function pairsFor(rank: number, widths: Value): readonly (readonly number[])[] {
  if (typeof widths === 'number') return range(rank).map(() => [widths, widths])
  const [first] = widths
  if (typeof first === 'number') return range(rank).map(() => [first, widths.at(-1) as number])
  return range(rank).map((axis) => widths[widths.length === 1 ? 0 : axis] as readonly number[])
}

const minorOf = (rows: readonly Nested[], row: number, column: number): Nested[] =>
  rows.filter((_, i) => i !== row).map((entries) => itemsOf(entries).filter((_, j) => j !== column))

/** Row by row, the entry whose place is nearest to the number. */
const pick = (x: Nested, places: Nested): Nested =>
  rankOf(places) === 0
    ? itemsOf(x)[Math.round(Number(entriesOf(places)[0]))]
    : itemsOf(x).map((row, i) => pick(row, itemsOf(places)[i]))

/** The functions of the language over arrays by NumPy's definitions, from functions of numbers: neither plan nor wiring nor rule is in them. */
export class ArrayFunctions {
  readonly #ofNumbers: (name: string, operands: readonly BigNumber[]) => BigNumber

  constructor(ofNumbers: (name: string, operands: readonly BigNumber[]) => BigNumber) {
    this.#ofNumbers = ofNumbers
  }

  apply(name: string, operands: readonly Nested[], fixed: FixedOperands): Nested {
    const [x, y] = operands
    if (name === 'matmul' || name === 'dot') return this.#matmul(x, y)
    if (name === 'outer') return itemsOf(x).map((a) => this.#elementwise('mul', a, y))
    if (name === 'conv') return this.#conv(x, y, fixed.stride ?? 1)
    if (name === 'transpose') return transpose(x, fixed.axes ?? range(rankOf(x)).reverse())
    if (name === 'reshape') return reshape(x, fixed.shape ?? [])
    if (name === 'flatten') return entriesOf(x)
    if (name === 'broadcast_to') return this.#elementwise('add', x, filled(fixed.shape ?? [], 0))
    if (name === 'concat') return concat(operands, fromStart(fixed.axis ?? 0, rankOf(x)))
    if (name === 'stack') return stack(operands, fromStart(fixed.axis ?? 0, rankOf(x) + 1))
    if (name === 'softmax') return this.#softmax(x, fixed.axis)
    if (name === 'logsoftmax') return this.#elementwise('log', this.#softmax(x, fixed.axis))
    if (name === 'cumsum' || name === 'cumprod') return this.#upTo(name === 'cumsum' ? 'add' : 'mul', x, fixed.axis)
    const { k = 0, index = [], shape = shapeOf(x) } = fixed
    if (name === 'diag') return diag(x, k)
    if (name === 'trace') return this.#total(itemsOf(diag(x, k)))
    if (name === 'tril') return triangle(x, (i, j) => j - i <= k)
    if (name === 'triu') return triangle(x, (i, j) => j - i >= k)
    if (name === 'pad') return pad(x, pairsFor(rankOf(x), fixed.widths ?? 0), fixed.value ?? 0)
    if (name === 'put') return put(x, y, index)
    if (name === 'scatter') return scatter(x, shape, index, (a, b) => this.#elementwise('add', a, b))
    if (name === 'maxpool') return this.#windows(x, fixed, (all) => this.#elementwise('max', ...all))
    if (name === 'avgpool')
      return this.#windows(x, fixed, (all) => this.#elementwise('div', this.#total(all), big(all.length)))
    if (name === 'onehot')
      return broadcasting(
        (item) => range(fixed.n ?? 0).map((place) => this.#elementwise('equal', item, big(place))),
        [x],
      )
    if (name === 'pick') return pick(x, y)
    if (name === 'einsum') {
      const [add, multiply] = ['add', 'mul'].map((join) => (a: Nested, b: Nested) => this.#elementwise(join, a, b))
      return einsum(fixed.subscripts ?? '', operands, add, multiply)
    }
    if (name === 'det') return this.#ofMatrices((rows) => this.#det(rows), x)
    if (name === 'cofactors') return this.#ofMatrices((rows) => this.#cofactors(rows), x)
    if (name === 'logdet') return this.#elementwise('log', this.apply('det', operands, {}))
    if (name === 'logabsdet') return this.#elementwise('log', this.#elementwise('abs', this.apply('det', operands, {})))
    if (name === 'inv') return this.#ofMatrices((rows) => this.#inv(rows), x)
    if (name === 'solve') {
      const inverse = this.apply('inv', [x], {})
      return this.#matmul(inverse, y)
    }
    if (name === 'eye') return diag(filled([fixed.n ?? 0], 1), 0)
    if (name === 'zeros' || name === 'ones') return filled(fixed.shape ?? [], name === 'ones' ? 1 : 0)
    if (reductions.has(name) && operands.length === 1) return this.#reduced(name, x, fixed)
    if (!ofNumbers.has(name))
      throw new Error(`${name} is not defined for arrays: add it to verification/evaluateArrays.ts`)
    return this.#elementwise(name, ...operands)
  }

  #elementwise(name: string, ...operands: Nested[]): Nested {
    return broadcasting((...numbers) => this.#ofNumbers(name, numbers as BigNumber[]), operands)
  }

  #total([first, ...others]: readonly Nested[]): Nested {
    return others.reduce((sum, term) => this.#elementwise('add', sum, term), first)
  }

  /** The function of all entries, or of those along an axis. */
  #reduced(name: string, x: Nested, { axis, axes, keepdims }: FixedOperands): Nested {
    // A program writes several axes as a list where one number may stand.
    const several: unknown = axes ?? axis
    const rank = rankOf(x)
    if (Array.isArray(several)) return this.#reducedAlong(name, x, several, keepdims)
    if (axis === undefined) {
      const value = this.#ofNumbers(name, entriesOf(x))
      return keepdims ? shaped(new Array(rank).fill(1), [value]) : value
    }
    return deep(x, fromStart(axis, rank), (along) => {
      const value = this.#elementwise(name, ...itemsOf(along))
      return keepdims ? [value] : value
    })
  }

  /** The function of entries along several axes: these are made the last one. */
  #reducedAlong(name: string, x: Nested, axes: readonly number[], keepdims = false): Nested {
    const shape = shapeOf(x)
    const reduced = axes.map((axis) => fromStart(axis, shape.length)).sort()
    const others = range(shape.length).filter((axis) => !reduced.includes(axis))
    const turned = transpose(x, [...others, ...reduced])
    const rows = reshape(turned, [...others.map((axis) => shape[axis]), -1])
    const values = this.#reduced(name, rows, { axis: -1 })
    return keepdims
      ? shaped(
          shape.map((n, axis) => (reduced.includes(axis) ? 1 : n)),
          entriesOf(values),
        )
      : values
  }

  #dot(x: Nested, y: Nested): Nested {
    return this.#total(itemsOf(x).map((item, k) => this.#elementwise('mul', item, itemsOf(y)[k])))
  }

  /** A vector on the left is a row and on the right a column, whose axis goes away again. */
  #matmul(x: Nested, y: Nested): Nested {
    const isRow = rankOf(x) === 1
    const isColumn = rankOf(y) === 1
    const products = broadcasting(
      (a, b) => itemsOf(a).map((row) => columnsOf(b).map((column) => this.#dot(row, column))),
      [isRow ? [x] : x, isColumn ? itemsOf(y).map((item) => [item]) : y],
      2,
    )
    const rows = isRow ? broadcasting((matrix) => itemsOf(matrix)[0], [products], 2) : products
    return isColumn ? broadcasting((row) => itemsOf(row)[0], [rows], 1) : rows
  }

  /** Each window is where the kernel lies inside; the kernel is not turned round. */
  #conv(x: Nested, kernel: Nested, stride: number): Nested {
    if (!isArray(kernel)) return this.#elementwise('mul', x, kernel)
    const items = itemsOf(x)
    return range(Math.floor((items.length - kernel.length) / stride) + 1).map((i) =>
      this.#total(kernel.map((item, k) => this.#conv(items[i * stride + k], item, stride))),
    )
  }

  /** Sums or products of the items up to each. */
  #upTo(join: string, x: Nested, axis?: number): Nested {
    if (axis === undefined) return this.#upTo(join, entriesOf(x), 0)
    return deep(x, fromStart(axis, rankOf(x)), (along) =>
      itemsOf(along).map((_, i) =>
        itemsOf(along)
          .slice(0, i + 1)
          .reduce((before, item) => this.#elementwise(join, before, item)),
      ),
    )
  }

  /** A number is the length along the last two axes, or along a vector's only one. */
  #windows(x: Nested, { size = 1, stride }: FixedOperands, of: (entries: Nested[]) => Nested): Nested {
    const lengths = typeof size === 'number' ? [size, size].slice(0, rankOf(x)) : size
    const steps = lengths.map((length) => stride ?? length)
    return windows(x, lengths, steps, of)
  }

  #ofMatrices(f: (rows: readonly Nested[]) => Nested, x: Nested): Nested {
    return deep(x, rankOf(x) - 2, (matrix) => f(itemsOf(matrix)))
  }

  /** Expansion along the first column. */
  #det(rows: readonly Nested[]): Nested {
    if (rows.length === 0) return big(1)
    return this.#total(
      rows.map((row, i) => {
        const product = this.#elementwise('mul', itemsOf(row)[0], this.#det(minorOf(rows, i, 0)))
        return i % 2 === 0 ? product : this.#elementwise('neg', product)
      }),
    )
  }

  /** Cramer's rule. */
  #inv(rows: readonly Nested[]): Nested {
    return this.#elementwise('div', transpose(this.#cofactors(rows), [1, 0]), this.#det(rows))
  }

  #cofactors(rows: readonly Nested[]): Nested {
    return rows.map((_, i) =>
      rows.map((__, j) => {
        const minor = this.#det(minorOf(rows, i, j))
        return (i + j) % 2 === 0 ? minor : this.#elementwise('neg', minor)
      }),
    )
  }

  /** exp x, divided by its sum along the axis. */
  #softmax(x: Nested, axis = -1): Nested {
    const powers = this.#elementwise('exp', x)
    return this.#elementwise('div', powers, this.#reduced('sum', powers, { axis, keepdims: true }))
  }
}

/** Layers and losses that the language comes with, as they are defined there. */
export const LAYERS = `linear(x, W, b) = x @ W + b
dense(x, W, b) = relu(linear(x, W, b))
rnncell(x, h, W, U, b) = tanh(x @ W + h @ U + b)
mse(p, y) = mean(square(p - y))
crossentropy(z, y) = -mean(sum(y*logsoftmax(z), axis=-1))
crossentropy_classes(z, k) = -mean(pick(logsoftmax(z), k))
bce(q, y) = -mean(y*log(q) + (1 - y)*log(1 - q))
bce_logits(z, y) = bce(sigmoid(z), y)
mae(p, y) = mean(max(p - y, y - p))
huber(p, y, delta) = mean((p - y)^2/2 - max(max(p - y, y - p) - delta, 0)^2/2)`
