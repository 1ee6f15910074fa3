import { broadcast, type Shape, sizeOf } from '../src/primitives/shape.ts'
import { type Application, applications, bracketed, type Range } from './applications.ts'
import { fromStart, placesOf, range } from './arrangements.ts'
import { type ArrayItem, type Choices, type Hand, literal, shuffled, spaced, stretching } from './arrayItems.ts'
import { into, rounded } from './programs.ts'

/** Writes one use of an operation, with operands that are at hand. */
export type Maker = (hand: Hand) => ArrayItem

const made = (text: string, shape: Shape, values: Range, operands: readonly ArrayItem[]): ArrayItem => ({
  ...{ text, shape, values },
  size: operands.reduce((sum, { size }) => sum + size, 1),
})

/** Where sums of so many products lie. */
const products = (count: number, [x, y]: readonly ArrayItem[]): Range => {
  const most = count * magnitude(x.values) * magnitude(y.values)
  return [-most, most]
}

const magnitude = ([least, most]: Range): number => Math.max(Math.abs(least), Math.abs(most))

const joint = (items: readonly ArrayItem[]): Range => [
  Math.min(...items.map(({ values }) => values[0])),
  Math.max(...items.map(({ values }) => values[1])),
]

/** An axis, counted from the start or from the end. */
const anAxis = (rank: number, choices: Choices): number => choices.below(2 * rank) - rank

/** Whether an operand is compared with itself: what is computed in two ways may differ in its last digit. */
const repeatsItself = ({ write, operands }: Application): boolean =>
  write(...operands.map((_, slot) => `<${slot}>`)).split('<0>').length > 2

export const elementwiseApplications: readonly Application[] = applications.filter((each) => !repeatsItself(each))
const primitives = [...new Set(elementwiseApplications.map(({ primitive }) => primitive))]
const applicationsOf = primitives.map((name) => elementwiseApplications.filter(({ primitive }) => primitive === name))

const elementwise: Maker = (hand) => written(hand.choices.of(hand.choices.of(applicationsOf)), hand)

/** One operand has the whole shape, the others stretch to it; or one stands in all slots. */
export function written({ operands: ranges, write, values }: Application, hand: Hand): ArrayItem {
  const { choices } = hand
  const whole = hand.any(0, 3)
  const first = choices.below(ranges.length)
  const repeats = choices.once(5)
  const operands = ranges.map((values, slot) => {
    if (slot === first || repeats) return into(values, whole)
    const shape = stretching(whole.shape, choices)
    return choices.once(4) ? into(values, literal(shape, choices)) : hand.fitted(shape, values)
  })
  const shape = broadcast(operands.map((operand) => operand.shape)) ?? []
  return made(write(...operands.map(({ text }) => text)), shape, values, operands)
}

function matmul(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(1, 3)
  const y = choices.once(4) ? turned(x) : hand.fitted(rightOf(x.shape, choices))
  const shared = x.shape.at(-1) as number
  const stack = broadcast([x.shape.slice(0, -2), y.shape.slice(0, -2)]) ?? []
  const shape = [...stack, ...x.shape.slice(-2, -1), ...(y.shape.length > 1 ? y.shape.slice(-1) : [])]
  const text = choices.once(5) ? `matmul(${x.text}, ${y.text})` : `${bracketed(x.text)} @ ${bracketed(y.text)}`
  return made(text, shape, products(shared, [x, y]), [x, y])
}

/** For `x @ x.T`. */
function turned(x: ArrayItem): ArrayItem {
  if (x.shape.length === 1) return x
  const text = x.shape.length === 2 ? `${bracketed(x.text)}.T` : `transpose(${x.text}, [0, 2, 1])`
  return { ...x, text, shape: [...x.shape.slice(0, -2), ...x.shape.slice(-2).reverse()] }
}

/** A shape that can stand on the right of `@`. */
function rightOf(x: Shape, choices: Choices): Shape {
  const shared = x[x.length - 1]
  const matrix = [shared, 1 + choices.below(3)]
  const stack = x.length === 3 ? choices.of([x[0], 1]) : 1 + choices.below(2)
  return choices.of([[shared], matrix, matrix, [stack, ...matrix]])
}

function dot(hand: Hand): ArrayItem {
  const x = hand.any(1, 1)
  const y = hand.choices.once(4) ? x : hand.fitted(x.shape)
  return made(`dot(${x.text}, ${y.text})`, [], products(x.shape[0], [x, y]), [x, y])
}

function outer(hand: Hand): ArrayItem {
  const x = hand.any(1, 1)
  const y = hand.choices.once(4) ? x : hand.any(1, 1)
  return made(`outer(${x.text}, ${y.text})`, [x.shape[0], y.shape[0]], products(1, [x, y]), [x, y])
}

function conv(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(1, 3)
  const kernel = choices.once(5) ? x : hand.fitted(x.shape.map((length) => 1 + choices.below(length)))
  const stride = choices.of([null, 1, 2])
  const shape = x.shape.map((length, axis) => Math.floor((length - kernel.shape[axis]) / (stride ?? 1)) + 1)
  const steps = stride === null ? '' : choices.of([`, ${stride}`, `, stride=${stride}`])
  const values = products(sizeOf(kernel.shape), [x, kernel])
  return made(`conv(${x.text}, ${kernel.text}${steps})`, shape, values, [x, kernel])
}

function transpose(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(0, 3)
  const rank = x.shape.length
  if (rank < 2 || choices.once(2)) return made(`${bracketed(x.text)}.T`, x.shape.toReversed(), x.values, [x])
  const axes = shuffled(rank, choices).map((axis) => axis - (choices.once(2) ? rank : 0))
  const shape = axes.map((axis) => x.shape[fromStart(axis, rank)])
  return made(`transpose(${x.text}, [${axes}])`, shape, x.values, [x])
}

function reshape(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(0, 3)
  const size = sizeOf(x.shape)
  const first = choices.of(range(size + 1).filter((length) => size % length === 0))
  const shape = choices.of([[size], [first, size / first], [1, first, size / first]])
  const open = choices.below(2 * shape.length)
  const lengths = shape.map((length, axis) => (axis === open ? -1 : length)).join(', ')
  return made(`reshape(${x.text}, ${choices.of([lengths, `[${lengths}]`])})`, shape, x.values, [x])
}

function flatten(hand: Hand): ArrayItem {
  const x = hand.any(0, 3)
  return made(`flatten(${x.text})`, [sizeOf(x.shape)], x.values, [x])
}

function stretch(hand: Hand): ArrayItem {
  const { choices } = hand
  const own = hand.any(0, 2)
  const shape = [
    ...(own.shape.length === 0 ? [2] : choices.of([[], [2]])),
    ...own.shape.map((length) => (length === 1 ? 1 + choices.below(3) : length)),
  ]
  return made(`broadcast_to(${own.text}, [${shape}])`, shape, own.values, [own])
}

/** One to three items of one shape, perhaps the same ones. */
function several(hand: Hand, least: number, most: number): ArrayItem[] {
  const { choices } = hand
  const first = hand.any(least, most)
  return [first, ...range(choices.below(3)).map(() => (choices.once(4) ? first : hand.fitted(first.shape)))]
}

function concat(hand: Hand): ArrayItem {
  const { choices } = hand
  const items = several(hand, 1, 2)
  const { shape } = items[0]
  const axis = choices.once(2) ? null : anAxis(shape.length, choices)
  const along = fromStart(axis ?? 0, shape.length)
  const longer = shape.map((length, a) => (a === along ? length * items.length : length))
  return made(`concat(${listed(items, choices)}${axisText(axis)})`, longer, joint(items), items)
}

function stack(hand: Hand): ArrayItem {
  const { choices } = hand
  const items = several(hand, 0, 2)
  const { shape } = items[0]
  const axis = choices.once(2) ? null : anAxis(shape.length + 1, choices)
  const along = fromStart(axis ?? 0, shape.length + 1)
  const longer = [...shape.slice(0, along), items.length, ...shape.slice(along)]
  const text = axis === null && choices.once(2) ? arrayOf(items) : `stack(${listed(items, choices)}${axisText(axis)})`
  return made(text, longer, joint(items), items)
}

const arrayOf = (items: readonly ArrayItem[]): string => `[${items.map(({ text }) => text).join(', ')}]`
const listed = (items: readonly ArrayItem[], choices: Choices): string =>
  items.length === 1 || choices.once(3) ? arrayOf(items) : arrayOf(items).slice(1, -1)

const axisText = (axis: number | null): string => (axis === null ? '' : `, axis=${axis}`)

function subscript(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(1, 3)
  const axes = 1 + choices.below(x.shape.length)
  const taken = x.shape
    .slice(0, axes)
    .map((length) => (choices.once(3) ? aPlace(length, choices) : aSlice(length, choices)))
  const shape = [...taken.flatMap(({ count }) => (count === null ? [] : [count])), ...x.shape.slice(axes)]
  return made(`${bracketed(x.text)}[${taken.map(({ text }) => text).join(', ')}]`, shape, x.values, [x])
}

/** What a subscript takes of one axis: so many entries, or one, and the axis goes. */
interface Taken {
  readonly text: string
  readonly count: number | null
}

const aPlace = (length: number, choices: Choices): Taken => ({
  text: String(choices.below(2 * length) - length),
  count: null,
})

/** A slice that takes something. */
function aSlice(length: number, choices: Choices): Taken {
  const bound = () => (choices.once(2) ? null : choices.below(2 * length + 3) - length - 1)
  const [start, stop, step] = [bound(), bound(), choices.of([null, 1, 2, -1, -2])]
  const { length: count } = placesOf({ start, stop, step }, length)
  if (count === 0) return { text: ':', count: length }
  return { text: `${start ?? ''}:${stop ?? ''}${step === null ? '' : `:${step}`}`, count }
}

/** softmax and its logarithm: no less than exp(−4)/(1 + …) of so many. */
const shares =
  (name: string, valuesOf: (group: number) => Range): Maker =>
  (hand) => {
    const { choices } = hand
    const x = hand.any(1, 3)
    const axis = choices.once(2) ? null : anAxis(x.shape.length, choices)
    const group = x.shape[fromStart(axis ?? -1, x.shape.length)]
    return made(`${name}(${x.text}${axisText(axis)})`, x.shape, valuesOf(group), [x])
  }

/** A function of all entries or of those along an axis; `values` says where it lies for so many of them. */
const reduction =
  (name: string, operand: Range, valuesOf: (group: number) => Range): Maker =>
  (hand) =>
    reduced(name, hand.any(0, 3, operand), valuesOf, hand.choices)

function reduced(
  name: string | ((group: number) => string),
  x: ArrayItem,
  valuesOf: (group: number) => Range,
  choices: Choices,
): ArrayItem {
  const { shape } = x
  const axis = shape.length === 0 || choices.once(2) ? null : anAxis(shape.length, choices)
  const several =
    axis !== null && shape.length > 1 && choices.once(3) ? shuffled(shape.length, choices).slice(0, 2) : null
  const isReduced = (a: number) =>
    axis === null || (several ? several.includes(a) : a === fromStart(axis, shape.length))
  const keepsAxes = choices.once(3)
  const left = keepsAxes ? shape.map((length, a) => (isReduced(a) ? 1 : length)) : shape.filter((_, a) => !isReduced(a))
  const group = sizeOf(shape.filter((_, a) => isReduced(a)))
  const callee = typeof name === 'string' ? name : name(group)
  const text = `${callee}(${x.text}${several ? `, axis=[${several}]` : axisText(axis)}${keepsAxes ? ', keepdims=True' : ''})`
  return made(text, left, valuesOf(group), [x])
}

/** The entries lie far apart, so that the one that wins keeps winning nearby. */
const extreme =
  (name: string | ((group: number) => string), valuesOf?: (most: number, group: number) => Range): Maker =>
  (hand) => {
    const x = hand.any(1, 3, [-1, 1])
    const apart = spaced(x.shape, hand.choices)
    const text = `${bracketed(x.text)} + ${apart.text}`
    const values: Range = [-1, apart.values[1] + 1]
    const lies = (group: number): Range => valuesOf?.(values[1], group) ?? values
    return reduced(name, { ...x, text, values, size: x.size + 1 }, lies, hand.choices)
  }

/** Of at least two entries, since the sample variance of one is 0/0, and its deviation has a kink. */
const ofSample =
  (name: string, otherwise: string) =>
  (group: number): string =>
    group > 1 ? name : otherwise
const squared = (most: number): Range => [0, 2 * (most + 1) ** 2]
const spread = (most: number): Range => [0, 2 * (most + 1)]
const placed = (_most: number, group: number): Range => [0, group - 1]

const of = (name: string, operands: readonly ArrayItem[], shape: Shape, values: Range): ArrayItem =>
  made(`${name}(${operands.map(({ text }) => text).join(', ')})`, shape, values, operands)

/** Rows, and a matrix that they are multiplied by. */
function layer(hand: Hand): { operands: ArrayItem[]; shape: Shape; values: Range } {
  const x = hand.any(1, 2)
  const [shared, width] = [x.shape.at(-1) as number, 1 + hand.choices.below(3)]
  const W = hand.fitted([shared, width])
  const b = hand.fitted(hand.choices.of([[width], []]))
  const most = 4 * shared + 2
  return { operands: [x, W, b], shape: [...x.shape.slice(0, -1), width], values: [-most, most] }
}

function linear(hand: Hand): ArrayItem {
  const { operands, shape, values } = layer(hand)
  return of('linear', operands, shape, values)
}

/** Biases keep what goes into relu away from 0. */
function dense(hand: Hand): ArrayItem {
  const { operands, shape, values } = layer(hand)
  const far = Math.ceil(values[1] + 1)
  const biases = shape
    .slice(-1)
    .flatMap(range)
    .map(() => (hand.choices.once(2) ? far : -far))
  const [x, W, b] = operands
  const moved = { ...b, text: `${bracketed(b.text)} + [${biases}]`, size: b.size + 1 }
  return of('dense', [x, W, moved], shape, [0, far + values[1]])
}

function rnncell(hand: Hand): ArrayItem {
  const { operands, shape } = layer(hand)
  const [x, W, b] = operands
  const width = shape.at(-1) as number
  const h = hand.fitted(hand.choices.of([[width], shape]))
  return of('rnncell', [x, h, W, hand.fitted([width, width]), b], shape, [-1, 1])
}

function mse(hand: Hand): ArrayItem {
  const p = hand.any(0, 3)
  return of('mse', [p, hand.fitted(stretching(p.shape, hand.choices))], [], [0, 16])
}

function crossentropy(hand: Hand): ArrayItem {
  const z = hand.any(1, 3)
  const text = `softmax(${hand.fitted(z.shape).text})`
  return of('crossentropy', [z, { ...z, text }], [], [0, 6])
}

/** Places along the last axis, which no number of the program moves. */
const places = ([first, ...rest]: Shape, most: number, choices: Choices): string =>
  first === undefined
    ? String(choices.below(most))
    : `[${range(first)
        .map(() => places(rest, most, choices))
        .join(', ')}]`

const picked =
  (name: string, shapeOf: (rows: Shape) => Shape, values: Range): Maker =>
  (hand) => {
    const x = hand.any(1, 3)
    const rows = x.shape.slice(0, -1)
    const at = places(rows, x.shape.at(-1) as number, hand.choices)
    return made(`${name}(${x.text}, ${at})`, shapeOf(rows), values, [x])
  }

/** Probabilities of labels, which are numbers between 0 and 1. */
function bce(hand: Hand): ArrayItem {
  const q = hand.any(0, 3, [0.1, 0.9])
  return of('bce', [q, hand.fitted(stretching(q.shape, hand.choices), [0, 1])], [], [0, 2.4])
}

function bceLogits(hand: Hand): ArrayItem {
  const z = hand.any(0, 3)
  return of('bce_logits', [z, hand.fitted(stretching(z.shape, hand.choices), [0, 1])], [], [0, 4])
}

/** Predictions that lie above. */
const robust =
  (write: (p: string, y: string) => string): Maker =>
  (hand) => {
    const y = hand.any(0, 3, [-1, 1])
    const p = hand.fitted(stretching(y.shape, hand.choices), [2.5, 4])
    return made(write(p.text, y.text), [], [0, 6], [p, y])
  }

/** A diagonal of a matrix: so many places above the main one. */
const kIn = ([rows, columns]: Shape, choices: Choices): number => choices.below(rows + columns - 1) - rows + 1

const kText = (k: number, choices: Choices): string =>
  k === 0 && choices.once(2) ? '' : choices.of([`, ${k}`, `, k=${k}`])

function diag(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(1, 2)
  if (x.shape.length === 1) {
    const k = choices.below(3) - 1
    const n = x.shape[0] + Math.abs(k)
    return made(`diag(${x.text}${kText(k, choices)})`, [n, n], joint([x, { ...x, values: [0, 0] }]), [x])
  }
  const k = kIn(x.shape, choices)
  const length = k >= 0 ? Math.min(x.shape[0], x.shape[1] - k) : Math.min(x.shape[0] + k, x.shape[1])
  return made(`diag(${x.text}${kText(k, choices)})`, [length], x.values, [x])
}

function trace(hand: Hand): ArrayItem {
  const x = hand.any(2, 2)
  const most = 3 * magnitude(x.values)
  return made(`trace(${x.text}${kText(kIn(x.shape, hand.choices), hand.choices)})`, [], [-most, most], [x])
}

/** Letters may agree within an operand and between two, and the result has any of them, in any order. */
function einsum(hand: Hand): ArrayItem {
  const { choices } = hand
  const lengths: Readonly<Record<string, number>> = { i: 2, j: 1 + choices.below(3), k: 2 }
  const letters = () => range(1 + choices.below(2)).map(() => choices.of(Object.keys(lengths)))
  const given = choices.once(3) ? [letters()] : [letters(), letters()]
  const items = given.map((each) => hand.fitted(each.map((letter) => lengths[letter])))
  const all = [...new Set(given.flat())]
  const result = shuffled(all.length, choices)
    .slice(choices.below(all.length + 1))
    .map((at) => all[at])
  const most = 3 ** 4 * items.reduce((product, item) => product * magnitude(item.values), 1)
  const subscripts = `'${given.map((each) => each.join('')).join(',')}->${result.join('')}'`
  const text = `einsum(${[subscripts, ...items.map((item) => item.text)].join(', ')})`
  return made(
    text,
    result.map((letter) => lengths[letter]),
    [-most, most],
    items,
  )
}

const triangle =
  (name: string): Maker =>
  (hand) => {
    const x = hand.any(2, 3)
    const values = joint([x, { ...x, values: [0, 0] }])
    return made(`${name}(${x.text}${kText(hand.choices.below(3) - 1, hand.choices)})`, x.shape, values, [x])
  }

function pad(hand: Hand): ArrayItem {
  const { choices } = hand
  const x = hand.any(1, 2)
  const pairs = x.shape.map(() => [choices.below(2), choices.below(3)])
  const isSame = choices.once(3)
  const widths = isSame ? String(pairs[0][1]) : `[${pairs.map((pair) => `[${pair}]`).join(', ')}]`
  const shape = x.shape.map((n, axis) => n + (isSame ? 2 * pairs[0][1] : pairs[axis][0] + pairs[axis][1]))
  const value = choices.of([0, 1])
  const text = `pad(${x.text}, ${widths}${value ? ', value=1' : ''})`
  return made(text, shape, joint([x, { ...x, values: [value, value] }]), [x])
}

/** Windows of entries that lie far apart, so that the one that wins keeps winning nearby. */
const pool =
  (name: string): Maker =>
  (hand) => {
    const { choices } = hand
    const x = hand.any(1, 3, [-1, 1])
    const apart = spaced(x.shape, choices)
    const stack = choices.below(x.shape.length)
    const size = x.shape.slice(stack).map((n) => 1 + choices.below(n))
    const stride = choices.of([null, 1, 2])
    const shape = x.shape.map((n, axis) =>
      axis < stack ? n : Math.floor((n - size[axis - stack]) / (stride ?? size[axis - stack])) + 1,
    )
    const text = `${name}(${bracketed(x.text)} + ${apart.text}, [${size}]${stride === null ? '' : `, stride=${stride}`})`
    return made(text, shape, [-1, apart.values[1] + 1], [x])
  }

function onehot(hand: Hand): ArrayItem {
  const x = hand.any(0, 2)
  const n = 1 + hand.choices.below(3)
  return made(`onehot(${x.text}, ${n})`, [...x.shape, n], [0, 1], [x])
}

/** A square matrix with a diagonal larger than all else in its row, whose inverse is no larger than 1. */
function invertible(hand: Hand): ArrayItem & { readonly n: number } {
  const n = 1 + hand.choices.below(3)
  const x = hand.fitted(
    hand.choices.of([
      [n, n],
      [n, n],
      [2, n, n],
    ]),
  )
  const far = Math.ceil(magnitude(x.values)) * n + 2
  return { ...x, text: `${bracketed(x.text)} + ${far}*eye(${n})`, size: x.size + 2, n }
}

function inv(hand: Hand): ArrayItem {
  const x = invertible(hand)
  return made(`inv(${x.text})`, x.shape, [-1, 1], [x])
}

function solve(hand: Hand): ArrayItem {
  const x = invertible(hand)
  const stack = x.shape.slice(0, -2)
  const right = hand.fitted(hand.choices.of([[x.n], [x.n, 2], [...stack, x.n, 1]]))
  const shape = right.shape.length === 1 ? [...stack, x.n] : [...stack, ...right.shape.slice(-2)]
  const most = magnitude(right.values)
  return made(`solve(${x.text}, ${right.text})`, shape, [-most, most], [x, right])
}

function det(hand: Hand): ArrayItem {
  const x = invertible(hand)
  const most = (Math.ceil(magnitude(x.values)) * 2 * x.n + 2) ** x.n
  return made(`det(${x.text})`, x.shape.slice(0, -2), [-most, most], [x])
}

function cofactors(hand: Hand): ArrayItem {
  const x = invertible(hand)
  const most = 2 * (3 * 6 + 8) ** 2
  return made(`cofactors(${x.text})`, x.shape, [-most, most], [x])
}

const logarithm =
  (name: string): Maker =>
  (hand) => {
    const x = invertible(hand)
    return made(`${name}(${x.text})`, x.shape.slice(0, -2), [0, 3 * Math.log(20)], [x])
  }

/** Sums or products of the entries up to each. */
const upTo =
  (name: string, operand: Range, valuesOf: (group: number) => Range): Maker =>
  (hand) => {
    const { choices } = hand
    const x = hand.any(1, 3, operand)
    const axis = choices.once(2) ? null : anAxis(x.shape.length, choices)
    const group = axis === null ? sizeOf(x.shape) : x.shape[fromStart(axis, x.shape.length)]
    return made(`${name}(${x.text}${axisText(axis)})`, axis === null ? [group] : x.shape, valuesOf(group), [x])
  }

/** By operation: those of arrays, what reduces them, layers and losses. */
const MAKERS: Readonly<Record<string, Maker>> = {
  ...{ matmul, dot, outer, conv, transpose, reshape, flatten, broadcast_to: stretch, concat, stack, index: subscript },
  ...{ diag, einsum, trace, tril: triangle('tril'), triu: triangle('triu'), pad, maxpool: pool('maxpool') },
  ...{
    avgpool: pool('avgpool'),
    cofactors,
    onehot,
    pick: picked('pick', (rows) => rows, [-2, 2]),
    crossentropy_classes: picked('crossentropy_classes', () => [], [0, 6]),
    inv,
    solve,
    det,
    logdet: logarithm('logdet'),
    logabsdet: logarithm('logabsdet'),
  },
  cumsum: upTo('cumsum', [-2, 2], (group) => [-2 * group, 2 * group]),
  cumprod: upTo('cumprod', [0.6, 1.4], (group) => [Number(rounded(0.5 ** group)), 1.5 ** group]),
  softmax: shares('softmax', () => [0, 1]),
  logsoftmax: shares('logsoftmax', (group) => [-4 - Math.log(group), 0]),
  sum: reduction('sum', [-2, 2], (group) => [-2 * group, 2 * group]),
  mean: reduction('mean', [-2, 2], () => [-2, 2]),
  prod: reduction('prod', [0.6, 1.4], (group) => [Number(rounded(0.5 ** group)), 1.5 ** group]),
  norm: reduction('norm', [0.5, 2], (group) => [0.4, 2.1 * Math.sqrt(group)]),
  logsumexp: reduction('logsumexp', [-2, 2], (group) => [-2, 2.1 + Math.log(group)]),
  max: extreme('max'),
  min: extreme('min'),
  var: extreme('var', squared),
  std: extreme(ofSample('std', 'var'), spread),
  samplevar: extreme(ofSample('samplevar', 'var'), squared),
  samplestd: extreme(ofSample('samplestd', 'var'), spread),
  norm1: reduction('norm1', [0.5, 2], (group) => [0.5 * group, 2 * group]),
  norminf: extreme('norminf', (most) => [0, most]),
  argmax: extreme('argmax', placed),
  argmin: extreme('argmin', placed),
  any: reduction('any', [0.5, 2], () => [0, 1]),
  all: reduction('all', [0.5, 2], () => [0, 1]),
  count_nonzero: reduction('count_nonzero', [0.5, 2], (group) => [0, group]),
  ...{ linear, dense, rnncell, mse, crossentropy, bce, bce_logits: bceLogits },
  mae: robust((p, y) => `mae(${p}, ${y})`),
  huber: robust((p, y) => `huber(${p}, ${y}, 1.25)`),
}

const ELEMENTWISE_SHARE = 4

/** Every operation of arrays once; elementwise ones some more times, and those that often give way to another. */
export const makers: readonly Maker[] = [
  ...Object.values(MAKERS),
  ...[MAKERS.samplevar, MAKERS.samplestd],
  ...new Array(ELEMENTWISE_SHARE).fill(elementwise),
]
