import type { Block, Traced } from '../src/graph/traced/traced.ts'
import { operations } from '../src/primitives/index.ts'
import { type Shape, sizeOf } from '../src/primitives/shape.ts'
import type { Tensor } from '../src/primitives/value.ts'
import type { Attributes } from '../src/primitives/wiring.ts'
import type { Matrix } from './agreement.ts'

/** x + εt with ε² = 0: a number and its derivative along the direction. */
type Dual = readonly [number, number]

/** An array of dual numbers; its entries are as those of arrays are. */
interface Duals {
  readonly shape: Shape
  readonly entries: readonly Dual[]
}

const plus = ([x, s]: Dual, [y, t]: Dual): Dual => [x + y, s + t]
const times = ([x, s]: Dual, [y, t]: Dual): Dual => [x * y, s * y + x * t]
const minus = (x: Dual, y: Dual): Dual => plus(x, times([-1, 0], y))
const over = (x: Dual, [y, t]: Dual): Dual => times(x, [1 / y, -t / y / y])
const exp = ([x, s]: Dual): Dual => [Math.exp(x), s * Math.exp(x)]
const sum = (items: readonly Dual[]): Dual => items.reduce(plus)

const elementwise: Readonly<Record<string, (...operands: Dual[]) => Dual>> = {
  add: plus,
  sub: minus,
  mul: times,
  sin: ([x, s]) => [Math.sin(x), s * Math.cos(x)],
  sigmoid: (x) => over([1, 0], plus([1, 0], exp(minus([0, 0], x)))),
  tanh: (x) => minus(over([2, 0], plus([1, 0], exp(times([-2, 0], x)))), [1, 0]),
  max: (x, y) => (x[0] > y[0] ? x : y),
}

/** The operations of random runs, by NumPy's definitions, of vectors of 2 and matrices of 2×2. */
const ofArrays: Readonly<Record<string, (operands: readonly Duals[], attributes: Attributes) => Duals>> = {
  sum: ([{ entries }]) => ({ shape: [], entries: [sum(entries)] }),
  matmul: ([x, y]) => {
    const columns = y.shape.length === 1 ? 1 : 2
    const at = (i: number, j: number) => sum([0, 1].map((k) => times(x.entries[2 * i + k], y.entries[columns * k + j])))
    const entries = [0, 1].flatMap((i) => Array.from({ length: columns }, (_, j) => at(i, j)))
    return { shape: y.shape, entries }
  },
  index: ([{ shape, entries }], { index }) => {
    const [{ at }] = index as [{ at: number }]
    const rest = shape.slice(1)
    return { shape: rest, entries: entries.slice(at * sizeOf(rest), (at + 1) * sizeOf(rest)) }
  },
  softmax: ([{ shape, entries }]) => {
    const total = sum(entries.map(exp))
    return { shape, entries: entries.map((x) => over(exp(x), total)) }
  },
}

function apply(op: number, operands: readonly Duals[], attributes: Attributes): Duals {
  const { name } = operations[op]
  if (name in ofArrays) return ofArrays[name](operands, attributes)
  const { shape } = operands.reduce((a, b) => (b.shape.length > a.shape.length ? b : a))
  const at = ({ entries }: Duals, i: number) => entries[entries.length === 1 ? 0 : i]
  const entries = Array.from({ length: sizeOf(shape) }, (_, i) =>
    elementwise[name](...operands.map((operand) => at(operand, i))),
  )
  return { shape, entries }
}

/** The values of a block, by running its steps. */
function valuesIn({ steps }: Block, parameters: readonly Duals[]): readonly Duals[] {
  const values = [...parameters]
  for (const step of steps) {
    if (step.kind === 'constant') values.push(lifted(step.value))
    else {
      const operands = step.operands.map((operand) => values[operand])
      if (step.kind === 'operation') values.push(apply(step.op, operands, step.attributes))
      else {
        const inside = valuesIn(step.block, operands)
        values.push(...step.block.results.map((result) => inside[result]))
      }
    }
  }
  return values
}

const lifted = ({ shape, entries }: Tensor, direction = -1): Duals => ({
  shape,
  entries: Array.from(entries, (entry, i): Dual => [entry, i === direction ? 1 : 0]),
})

/** The values of the outputs of a run and its Jacobian, by dual numbers over the steps: no tape and no rule of ours is in it. */
export function byDuals({ inputs, main, outputs }: Traced): { values: readonly number[]; jacobian: Matrix } {
  const along = (input: number, entry: number): readonly Dual[] => {
    const values = valuesIn(
      main,
      inputs.map(({ value }, i) => lifted(value, i === input ? entry : -1)),
    )
    return outputs.flatMap(({ value }) => values[value].entries)
  }
  const columns = inputs.flatMap(({ value }, i) => Array.from(value.entries, (_, entry) => along(i, entry)))
  const rows = along(-1, -1)
  return {
    values: rows.map(([value]) => value),
    jacobian: rows.map((_, row) => columns.map((column) => column[row][1])),
  }
}
