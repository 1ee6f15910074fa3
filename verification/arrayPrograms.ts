import fc from 'fast-check'
import { type Shape, sizeOf } from '../src/primitives/shape.ts'
import { nested, type Value } from '../src/primitives/value.ts'
import type { Application, Range } from './applications.ts'
import { elementwiseApplications, type Maker, makers, written } from './arrayApplications.ts'
import { type ArrayItem, Choices, Hand } from './arrayItems.ts'
import { INPUTS, LARGEST, type RandomProgram } from './programs.ts'

/** Numbers to choose an operation and its operands by. */
type Step = readonly number[]

interface Plan {
  readonly shapes: readonly Shape[]
  readonly point: readonly number[]
  readonly directions: readonly number[]
  readonly body: readonly Step[]
  readonly steps: readonly Step[]
  readonly isReversed: boolean
}

/** Operands are among the last items, which makes programs deep, and the same ones meet again. */
const LATEST = 7
/** One step in so many calls a function of the program. */
const STEPS_PER_CALL = 8

/** What a function of the program makes of its elementwise body. */
const ENDS: readonly { readonly write: (body: string) => string; readonly shape: (body: Shape) => Shape }[] = [
  { write: (body) => body, shape: (body) => body },
  { write: (body) => `mean(${body})`, shape: () => [] },
  { write: (body) => `flatten(${body})`, shape: (body) => [sizeOf(body)] },
]

class Writer {
  readonly #lines: string[] = []
  readonly #used = new Set<ArrayItem>()
  readonly #functions: Maker[] = []

  write({ shapes, body, steps, isReversed }: Plan): string {
    const named = new Set(shapes.map((shape, i) => this.#input(`x${i + 1}`, shape)))
    this.#lines.push('const k = [0.75, -0.5]')
    const constant: ArrayItem = { text: 'k', shape: [2], values: [-0.5, 0.75], size: 0 }
    this.#functions.push(this.#function(body), this.#layer())
    const items = [constant, ...named]
    for (const step of steps) items.push(this.#made(step, items, named))
    for (const item of items.filter((item) => !this.#used.has(item) && !item.text.match(/^(x\d+|v\d+|k)$/)))
      this.#lines.push(`y${this.#lines.length} = ${item.text}`)
    const inner = [...named].find(({ text }) => text.startsWith('v'))
    if (inner) this.#lines.push(`output ${inner.text}`)
    return (isReversed ? this.#lines.reverse() : this.#lines).join('\n')
  }

  #input(name: string, shape: Shape): ArrayItem {
    this.#lines.push(`${name} = ${shape.length === 0 ? '0.5' : `ones(${shape.join(', ')})`}`)
    return { text: name, shape, values: INPUTS, size: 0 }
  }

  #made([kind, ...numbers]: Step, items: readonly ArrayItem[], named: Set<ArrayItem>): ArrayItem {
    const choices = new Choices(numbers)
    const hand = new Hand(choices, items.slice(-LATEST), (item) => this.#used.add(item))
    const maker =
      kind % STEPS_PER_CALL === 0
        ? choices.of(this.#functions)
        : makers[Math.floor(kind / STEPS_PER_CALL) % makers.length]
    const item = maker(hand)
    if (item.size <= LARGEST && choices.once(2)) return item
    const name = `v${this.#lines.length}`
    this.#lines.push(`${name} = ${item.text}`)
    const line = { ...item, text: name, size: 0 }
    named.add(line)
    return line
  }

  /** A function that reads its operands and an input of the program. Its line is written where it is first called. */
  #function(body: readonly Step[]): Maker {
    const items = ['a', 'b', 'x1'].map((text): ArrayItem => ({ text, shape: [], values: INPUTS, size: 0 }))
    const end = ENDS[body[0][0] % ENDS.length]
    for (const [kind, ...numbers] of body) {
      const hand = new Hand(new Choices(numbers), items.slice(-3), () => {})
      items.push(written(elementwiseApplications[kind % elementwiseApplications.length], hand))
    }
    const { text, values } = items.at(-1) as ArrayItem
    // Whatever the body reads, its value has the shape of both operands.
    const line = `g(a, b) = ${end.write(`(${text}) + 0*a*b`)}`
    const application: Application = {
      ...{ primitive: 'g', operands: [INPUTS, INPUTS], values },
      write: (...operands) => `g(${operands.join(', ')})`,
    }
    return (hand) => {
      this.#define(line)
      const item = written(application, hand)
      return { ...item, shape: end.shape(item.shape) }
    }
  }

  /** A layer of the program’s own, which calls one of the language. */
  #layer(): Maker {
    const values: Range = [-1, 1]
    return (hand) => {
      this.#define('layer(a, W) = tanh(linear(a, W, x1))')
      const a = hand.any(1, 2)
      const W = hand.fitted([a.shape.at(-1) as number, 1 + hand.choices.below(3)])
      const shape = [...a.shape.slice(0, -1), W.shape[1]]
      return { text: `layer(${a.text}, ${W.text})`, shape, values, size: a.size + W.size + 1 }
    }
  }

  #define(line: string): void {
    if (!this.#lines.includes(line)) this.#lines.push(line)
  }
}

const anyNumber = fc.nat({ max: 999_999 })
const step: fc.Arbitrary<Step> = fc.array(anyNumber, { minLength: 12, maxLength: 12 })
const withinInputs = fc.integer({ min: -2e9, max: 2e9 }).map((n) => n / 1e9)
const shape: fc.Arbitrary<Shape> = fc
  .array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 })
  .filter((lengths) => sizeOf(lengths) <= 6)

const plan: fc.Arbitrary<Plan> = fc.record({
  // The first input is a number, which functions read besides their operands.
  shapes: fc.array(shape, { minLength: 1, maxLength: 3 }).map((shapes) => [[], ...shapes]),
  point: fc.array(withinInputs, { minLength: 24, maxLength: 24 }),
  directions: fc.array(withinInputs, { minLength: 8, maxLength: 8 }),
  body: fc.array(step, { minLength: 1, maxLength: 2 }),
  steps: fc.array(step, { minLength: 7, maxLength: 14 }),
  isReversed: fc.boolean(),
})

function pointOf({ shapes, point }: Plan): Record<string, Value> {
  let from = 0
  return Object.fromEntries(
    shapes.map((shape, i) => {
      from += sizeOf(shape)
      return [`x${i + 1}`, nested(shape, point, from - sizeOf(shape))]
    }),
  )
}

/** Programs over arrays as texts: with broadcasting, layers, functions, fan-out, operands that repeat and several outputs. */
export const arrayPrograms: fc.Arbitrary<RandomProgram> = fc.noBias(plan).map((each) => ({
  source: new Writer().write(each),
  at: pointOf(each),
  directions: each.directions,
}))
