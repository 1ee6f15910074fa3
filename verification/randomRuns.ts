import fc from 'fast-check'
import type { Block, Step, Traced } from '../src/graph/traced/traced.ts'
import { operations } from '../src/primitives/index.ts'
import { type Shape, sizeOf } from '../src/primitives/shape.ts'
import type { Tensor } from '../src/primitives/value.ts'
import { type Attributes, NO_ATTRIBUTES } from '../src/primitives/wiring.ts'

const opNamed = (name: string): number => operations.findIndex((operation) => operation.name === name)

/** Random whole numbers, below the bound. */
type Draw = (bound: number) => number

const VECTOR: Shape = [2]
const MATRIX: Shape = [2, 2]
const SHAPES: readonly Shape[] = [[], VECTOR, MATRIX]
const LENGTH = 4000
const DEPTH = 3
const NAMES = ['a', 'b', 'h', 'w', 'x', 'out']
const BLOCKS = ['act', 'for', 'round 1', 'round 2', 'a < b', '__call__']

/** A block, and the shapes that it takes and gives. */
interface Made {
  readonly block: Block
  readonly parameters: readonly Shape[]
  readonly results: readonly Shape[]
}

/** Runs with blocks in blocks, of none to three results, some called twice, whose values have names, some of them several. */
class Maker {
  readonly #draw: Draw
  readonly #made: Made[] = []
  constructor(draw: Draw) {
    this.#draw = draw
  }

  traced(): Traced {
    const shapes = Array.from({ length: 1 + this.#draw(3) }, () => this.#of(SHAPES))
    const { block, values } = this.#block(shapes, DEPTH, 'main')
    const outputs = Array.from({ length: 1 + this.#draw(3) }, (_, i) => ({
      ...{ name: i === 0 ? 'x0' : `out${i}`, at: this.#at() },
      value: values.length - 1 - this.#draw(Math.min(values.length, 4)),
    }))
    return {
      source: ' '.repeat(LENGTH),
      inputs: shapes.map((shape, i) => {
        const [at, literal] = [this.#at(), this.#at()]
        return { ...{ name: `x${i}`, role: null, at, literal }, value: this.#tensor(shape) }
      }),
      main: { ...block, results: [] },
      outputs,
    }
  }

  #block(parameters: readonly Shape[], depth: number, name: string): { block: Block; values: readonly Shape[] } {
    const values = [...parameters]
    const steps: Step[] = []
    for (let count = 1 + this.#draw(4) + (depth === DEPTH ? 3 : 0); count > 0; count--) {
      const step = this.#step(values, depth)
      if (step) steps.push(step)
    }
    const names = values.flatMap((_, value) =>
      Array.from({ length: this.#draw(3) }, () => ({ name: this.#of(NAMES), value, at: this.#at() })),
    )
    const results = values.length === 0 ? [] : Array.from({ length: this.#draw(4) }, () => this.#draw(values.length))
    return { block: { name, at: this.#at(), parameters: parameters.length, steps, results, names }, values }
  }

  /** Adds what the step gives to `values`. */
  #step(values: Shape[], depth: number): Step | null {
    const kind = this.#draw(10)
    if (kind === 0 || values.length === 0) {
      const shape = this.#of(SHAPES)
      values.push(shape)
      return { kind: 'constant', value: this.#tensor(shape), at: this.#at() }
    }
    if (kind < 4 && depth > 0) return this.#call(values, depth)
    return this.#operation(values)
  }

  #call(values: Shape[], depth: number): Step | null {
    const known = this.#draw(3) === 0 ? this.#of(this.#made) : undefined
    const made = known ?? this.#new(values, depth - 1)
    const operands = made.parameters.map((shape) => this.#valueOf(values, shape))
    if (operands.some((operand) => operand < 0)) return null
    values.push(...made.results)
    return { kind: 'block', block: made.block, operands }
  }

  #new(around: readonly Shape[], depth: number): Made {
    const parameters = Array.from({ length: this.#draw(4) }, () => this.#of(around))
    const { block, values } = this.#block(parameters, depth, this.#of(BLOCKS))
    const made = { block, parameters, results: block.results.map((result) => values[result]) }
    this.#made.push(made)
    return made
  }

  #operation(values: Shape[]): Step {
    const x = this.#draw(values.length)
    const shape = values[x]
    const y = this.#valueOf(values, this.#draw(2) === 0 ? shape : [])
    const apply = (name: string, operands: readonly number[], result: Shape, attributes = NO_ATTRIBUTES): Step => {
      values.push(result)
      return { kind: 'operation', op: opNamed(name), operands, attributes, at: this.#at() }
    }
    const kind = this.#draw(6)
    if (kind < 2 && y >= 0) return apply(this.#of(['add', 'sub', 'mul', 'max']), [x, y], shape)
    if (kind === 2 && shape.length > 0) return apply('sum', [x], [])
    if (kind === 3 && shape.length > 0) {
      const index: Attributes = { index: [{ at: this.#draw(2) }] }
      return apply('index', [x], shape.slice(1), index)
    }
    const z = this.#valueOf(values, this.#of([VECTOR, MATRIX]))
    if (kind === 4 && shape.length === 2 && z >= 0) return apply('matmul', [x, z], values[z])
    if (kind === 5 && shape.length === 1) return apply('softmax', [x], shape)
    return apply(this.#of(['sin', 'sigmoid', 'tanh']), [x], shape)
  }

  /** One of the values of the shape; -1 if there is none. */
  #valueOf(values: readonly Shape[], shape: Shape): number {
    const fitting = [...values.keys()].filter((value) => values[value].join() === shape.join())
    return fitting.length === 0 ? -1 : this.#of(fitting)
  }

  #tensor(shape: Shape): Tensor {
    return { shape, entries: Float64Array.from({ length: sizeOf(shape) }, () => (this.#draw(2_000_001) - 1e6) / 1e6) }
  }

  #at() {
    const from = this.#draw(LENGTH - 10)
    return { from, to: from + 1 + this.#draw(9) }
  }

  #of<Item>(items: readonly Item[]): Item {
    return items[this.#draw(items.length)]
  }
}

/** A linear congruential generator with the multiplier of Numerical Recipes; its high bits. */
function drawing(seed: number): Draw {
  let state = seed | 0
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return Math.floor(((state >>> 0) / 2 ** 32) * bound)
  }
}

export const randomRuns = fc.nat().map((seed) => new Maker(drawing(seed)).traced())
