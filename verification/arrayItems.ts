import { type Shape, sameShape, sizeOf } from '../src/primitives/shape.ts'
import type { Range } from './applications.ts'
import { bracketed } from './applications.ts'
import { range } from './arrangements.ts'
import { INPUTS, type Item, into, rounded } from './programs.ts'

/** An expression over arrays. */
export interface ArrayItem extends Item {
  readonly shape: Shape
}

/** Axes are cut to this length where operands are chosen, so that programs stay small. */
const LONGEST_AXIS = 3

/** Numbers to choose by, again and again. */
export class Choices {
  readonly #numbers: readonly number[]
  #next = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  /** One of 0, 1 … n − 1. */
  below(n: number): number {
    // What was chosen before counts too, so that the same numbers do not make the same choices.
    const at = this.#next++
    return (this.#numbers[at % this.#numbers.length] + 7 * Math.floor(at / this.#numbers.length)) % n
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]
  }

  /** Once in n times. */
  once(n: number): boolean {
    return this.below(n) === 0
  }
}

/** The shape, of which the operand of an elementwise operation may lack axes or have length 1 along some. */
export const stretching = (shape: Shape, choices: Choices): Shape =>
  shape.slice(choices.below(shape.length + 1)).map((length) => (choices.once(3) ? 1 : length))

/** An array of numbers between 0.2 and 1 in magnitude. */
export function literal(shape: Shape, choices: Choices): ArrayItem {
  const number = () => rounded((0.2 + choices.below(81) / 100) * (choices.once(2) ? -1 : 1))
  return { text: nestedText(shape, range(sizeOf(shape)).map(number)), shape, values: [-1, 1], size: 0 }
}

/** 0, 1 … n − 1 in some order. */
export function shuffled(n: number, choices: Choices): number[] {
  const left = range(n)
  return range(n).map(() => left.splice(choices.below(left.length), 1)[0])
}

/** Numbers that are far from one another, in some order. */
export function spaced(shape: Shape, choices: Choices): ArrayItem {
  const numbers = shuffled(sizeOf(shape), choices).map((i) => String(3 * i))
  return { text: nestedText(shape, numbers), shape, values: [0, 3 * sizeOf(shape)], size: 0 }
}

/** An array literal. */
function nestedText([length, ...rest]: Shape, numbers: readonly string[]): string {
  if (length === undefined) return numbers[0]
  const size = numbers.length / length
  return `[${range(length)
    .map((i) => nestedText(rest, numbers.slice(i * size, (i + 1) * size)))
    .join(', ')}]`
}

/** The operands at hand for one operation: the latest items, and what is made of them to fit. */
export class Hand {
  readonly choices: Choices
  readonly #latest: readonly ArrayItem[]
  readonly #use: (item: ArrayItem) => void

  constructor(choices: Choices, latest: readonly ArrayItem[], use: (item: ArrayItem) => void) {
    this.choices = choices
    this.#latest = latest
    this.#use = use
  }

  /** An item of so many axes, with values of the range. */
  any(least: number, most: number, values: Range = INPUTS): ArrayItem {
    const fits = ({ shape: { length } }: ArrayItem) => length >= least && length <= most
    const fitting = this.#latest.filter(fits)
    const item = this.#taken(this.choices.of(fitting.length > 0 ? fitting : this.#latest))
    return into(values, withRank(shortened(item), least, most))
  }

  /** An item of exactly the shape, with values of the range. */
  fitted(shape: Shape, values: Range = INPUTS): ArrayItem {
    const fitting = this.#latest.filter((item) => sameShape(item.shape, shape))
    const item = this.#taken(this.choices.of(fitting.length > 0 ? fitting : this.#latest))
    return into(values, sameShape(item.shape, shape) ? item : this.#made(item, shape))
  }

  #taken(item: ArrayItem): ArrayItem {
    this.#use(item)
    return item
  }

  #made(item: ArrayItem, shape: Shape): ArrayItem {
    const size = item.size + 1
    if (sizeOf(item.shape) === sizeOf(shape) && shape.length > 0)
      return { ...item, text: `reshape(${item.text}, [${shape}])`, shape, size }
    const mean = item.shape.length === 0 ? bracketed(item.text) : `mean(${item.text})`
    const most = Math.max(...item.values.map(Math.abs))
    if (shape.length === 0) return { text: mean, shape, values: item.values, size }
    return { text: `${literal(shape, this.choices).text}*${mean}`, shape, values: [-most, most], size: size + 1 }
  }
}

/** What is too long along an axis is cut. */
function shortened(item: ArrayItem): ArrayItem {
  if (item.shape.every((length) => length <= LONGEST_AXIS)) return item
  const slices = item.shape.map((length) => (length > LONGEST_AXIS ? `:${LONGEST_AXIS}` : ':'))
  const shape = item.shape.map((length) => Math.min(length, LONGEST_AXIS))
  return { ...item, text: `${bracketed(item.text)}[${slices.join(', ')}]`, shape, size: item.size + 1 }
}

function withRank(item: ArrayItem, least: number, most: number): ArrayItem {
  const { text, shape, size } = item
  if (shape.length > most)
    return withRank({ ...item, text: `mean(${text}, axis=0)`, shape: shape.slice(1), size: size + 1 }, least, most)
  if (shape.length >= least) return item
  const longer = [...new Array<number>(least - shape.length).fill(1), ...shape]
  return { ...item, text: `reshape(${text}, [${longer}])`, shape: longer, size: size + 1 }
}
