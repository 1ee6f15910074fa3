import fc from 'fast-check'
import type { Value } from '../src/primitives/value.ts'
import { type Application, applications, type Range } from './applications.ts'

/** A program that is smooth around its point, whatever the values of its inputs in [-2, 2]. */
export interface RandomProgram {
  readonly source: string
  /** Not what the text says, but what the inputs are changed to. */
  readonly at: Readonly<Record<string, Value>>
  /** Numbers for seeds. */
  readonly directions: readonly number[]
}

/** One use of a primitive: which, at which of the latest expressions, and what becomes of it. */
interface Step {
  readonly primitive: number
  readonly application: number
  readonly operands: readonly number[]
  /** The slot that gets a number, if it is one. */
  readonly literal: number
  readonly isNamed: boolean
}

interface Plan {
  readonly point: readonly number[]
  readonly directions: readonly number[]
  readonly bodies: readonly (readonly Step[])[]
  readonly steps: readonly Step[]
  readonly output: number
  readonly isReversed: boolean
}

/** An expression, where its values lie, and how many operations it takes. */
export interface Item {
  readonly text: string
  readonly values: Range
  readonly size: number
}

export const INPUTS: Range = [-2, 2]
/** Expressions of more operations are named. */
export const LARGEST = 6
/** Operands are among the last items, which makes programs deep, and the same ones meet again. */
const LATEST = 6

/** Each primitive is taken equally often, however many applications it has. */
const primitives: readonly string[] = [...new Set(applications.map(({ primitive }) => primitive))]
const applicationsOf = primitives.map((name) => applications.filter(({ primitive }) => primitive === name))

/** One step in so many calls a function of the program, if it has any. */
const STEPS_PER_CALL = 10

const isWithin = ([least, most]: Range, [low, high]: Range): boolean => least >= low && most <= high

export const rounded = (x: number): string => String(Number(x.toPrecision(3)))

/** The item itself where it stays in the range, else bent into it: smooth, and with values that it really takes. */
export function into<I extends Item>(range: Range, item: I): I {
  if (isWithin(item.values, range)) return item
  const middle = (range[0] + range[1]) / 2
  // Less than the way to the border, for the rounding of both numbers.
  const reach = 0.49 * (range[1] - range[0])
  const bend = isWithin(item.values, [-3, 3]) ? 'tanh' : 'sin'
  const shift = middle < 0 ? ` - ${rounded(-middle)}` : middle > 0 ? ` + ${rounded(middle)}` : ''
  const text = `${rounded(reach)}*${bend}(${item.text})${shift}`
  return { ...item, text, values: range, size: item.size + 3 }
}

/** A number of the range, with three digits. */
function literalIn([least, most]: Range, fraction: number): Item {
  const text = rounded(least + (most - least) * (0.1 + 0.8 * fraction))
  return { text, values: [Number(text), Number(text)], size: 0 }
}

class Writer {
  readonly #lines: string[] = []
  readonly #functions: Application[] = []
  readonly #used = new Set<Item>()

  write({ point, bodies, steps, output, isReversed }: Plan): string {
    const constant = this.#define('k', '0.75', [0.75, 0.75], 'const ')
    const inputs = point.map((_, i) => this.#define(`x${i + 1}`, '0.5', INPUTS, ['', 'param ', 'data '][i % 3]))
    for (const [i, body] of bodies.entries()) this.#defineFunction(`g${i + 1}`, body)
    const named = new Set([constant, ...inputs])
    const items = this.#extend([...named], steps, named)
    // A function that nothing calls would be an output of its own.
    for (const called of this.#functions) items.push(this.#applied(called, [0, 1], items.slice(-2)))
    const ends = items.filter((item) => !this.#used.has(item) && !named.has(item))
    for (const [i, { text, values }] of ends.entries()) this.#define(`y${i + 1}`, text, values)
    const inner = [...named].filter(({ text }) => text.startsWith('v'))
    if (inner.length > 0) this.#lines.push(`output ${inner[output % inner.length].text}`)
    return (isReversed ? this.#lines.reverse() : this.#lines).join('\n')
  }

  #define(name: string, text: string, values: Range, role = ''): Item {
    this.#lines.push(`${role}${name} = ${text}`)
    return { text: name, values, size: 0 }
  }

  /** A function of two parameters, each of which may be what an input may be. */
  #defineFunction(name: string, body: readonly Step[]): void {
    const parameters = ['a', 'b'].map((text): Item => ({ text, values: INPUTS, size: 0 }))
    const { text, values } = this.#extend(parameters, body).at(-1) as Item
    this.#lines.push(`${name}(a, b) = ${text}`)
    const write = (...operands: string[]) => `${name}(${operands.join(', ')})`
    this.#functions.push({ primitive: name, operands: [INPUTS, INPUTS], write, values })
  }

  /** The items, and one more for each step; some, and those that grow long, become lines if `named` collects them. */
  #extend(items: readonly Item[], steps: readonly Step[], named?: Set<Item>): Item[] {
    const made = [...items]
    for (const step of steps) {
      const item = this.#applied(this.#applicationOf(step), step.operands, made.slice(-LATEST), step.literal)
      const isLine = named && (step.isNamed || item.size > LARGEST)
      const last = isLine ? this.#define(`v${made.length}`, item.text, item.values) : item
      if (isLine) named.add(last)
      made.push(last)
    }
    return made
  }

  #applicationOf({ primitive, application }: Step): Application {
    const turn = application % STEPS_PER_CALL
    if (turn < this.#functions.length) return this.#functions[turn]
    const choices = applicationsOf[primitive % primitives.length]
    return choices[application % choices.length]
  }

  #applied(application: Application, picks: readonly number[], latest: readonly Item[], literal = -1): Item {
    const { operands: ranges, write, values } = application
    const operands = ranges.map((range, slot) => {
      if (slot === literal && ranges.length > 1) return literalIn(range, (picks[slot] % 100) / 100)
      const item = latest[picks[slot] % latest.length]
      this.#used.add(item)
      return into(range, item)
    })
    const size = operands.reduce((sum, operand) => sum + operand.size, 1)
    return { text: write(...operands.map(({ text }) => text)), values, size }
  }
}

const anyNumber = fc.nat({ max: 999_999 })

const step: fc.Arbitrary<Step> = fc.record({
  primitive: anyNumber,
  application: anyNumber,
  operands: fc.array(anyNumber, { minLength: 4, maxLength: 4 }),
  literal: fc.nat({ max: 9 }),
  isNamed: fc.boolean(),
})

const withinInputs = fc.integer({ min: -2e9, max: 2e9 }).map((n) => n / 1e9)

const plan: fc.Arbitrary<Plan> = fc.record({
  point: fc.array(withinInputs, { minLength: 1, maxLength: 4 }),
  directions: fc.array(withinInputs, { minLength: 8, maxLength: 8 }),
  bodies: fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 1 }),
  steps: fc.array(step, { minLength: 8, maxLength: 17 }),
  output: anyNumber,
  isReversed: fc.boolean(),
})

/** Programs as texts, with several lines, fan-out, operands that repeat, functions and several outputs. */
export const programs: fc.Arbitrary<RandomProgram> = fc.noBias(plan).map((each) => ({
  source: new Writer().write(each),
  at: Object.fromEntries(each.point.map((x, i) => [`x${i + 1}`, x])),
  directions: each.directions,
}))
