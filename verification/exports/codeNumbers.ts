import { absolute } from '../../src/autodiff/primal.ts'
import { jacobian, type Numbers, type Primal, primal, type Value } from '../../src/core.ts'
import { shapeAt } from '../../src/graph/nodes.ts'
import { nested } from '../../src/primitives/value.ts'
import { entriesOf } from '../entries.ts'
import type { CodeCase } from './codeCases.ts'

/** What a file prints. */
export interface PrintedNumbers {
  readonly outputs: Numbers
  readonly jacobian: Record<string, Numbers>
}

/** Numbers that are not finite stand by their names. */
const numberOf = (value: unknown): Value =>
  Array.isArray(value) ? value.map(numberOf) : typeof value === 'string' ? Number(value) : (value as number)

const flat = (value: unknown): readonly number[] => entriesOf(numberOf(value))

/** Relative to the largest of an array: elimination rounds by it, also where an entry of the exact result is 0. */
const ELIMINATED = 1e-15

/** What cancels moves by its whole size when inputs are rounded; so little that a kink, which is left then, hides nothing. */
const MOST_CANCELLED = 1e-12
const ROUNDINGS = [3, -5, 7].map((ulps) => ulps * Number.EPSILON)

/** sin(πx) of libraries is not 0 at whole x, since π is rounded: `sinc` is so far from its 0 there. */
const NOT_ZERO = Number.EPSILON / 2

/** What a file should print, and how far each number may be from it. */
interface Expected {
  readonly numbers: readonly number[]
  readonly tolerances: readonly number[]
}

/**
 * How the printed numbers differ from the engine's by more than the bound, relative to the pass of absolute partials, and
 * by more than what rounding leaves where terms cancel; null where they agree.
 */
export function difference(each: CodeCase, printed: PrintedNumbers, bound: number): string | null {
  const pass = primal(each.graph)
  const expected = jacobian(pass, 'reverse')
  const scale = jacobian(absolute(pass), 'reverse')
  const rounded = ROUNDINGS.map((by) => {
    const near = primal(each.graph, roundedInputs(pass, by))
    return { outputs: near.outputs, rows: jacobian(near, 'reverse') }
  })
  const names = (record: object) => Object.keys(record).join()
  if (names(printed.outputs) !== names(pass.outputs)) return `outputs ${names(printed.outputs)}`
  for (const [name, value] of Object.entries(pass.outputs)) {
    const entries = entriesOf(value)
    const near = rounded.map(({ outputs }) => entriesOf(outputs[name]))
    const measure = moves(pass, scale[name], entries.length)
    const own = differing(flat(printed.outputs[name]), withTolerances(entries, measure, near, bound))
    if (own) return `value of ${name}: ${own}`
    if (names(printed.jacobian[name]) !== names(expected[name])) return `inputs ${names(printed.jacobian[name])}`
    for (const [input, block] of Object.entries(expected[name])) {
      const near = rounded.map(({ rows }) => entriesOf(rows[name][input]))
      const given = flat(printed.jacobian[name][input])
      const wrong = differing(given, withTolerances(entriesOf(block), entriesOf(scale[name][input]), near, bound))
      if (wrong) return `∂${name}/∂${input}: ${wrong}`
    }
  }
  return null
}

/** The inputs, each entry a few roundings away, those beside each other to other sides. */
const roundedInputs = ({ graph, values }: Primal, by: number): Numbers =>
  Object.fromEntries(
    graph.inputs.map(({ name, node }, i) => {
      const entries = values.slice(graph.offset[node], graph.offset[node + 1])
      return [
        name,
        nested(
          shapeAt(graph, node),
          entries.map((x, j) => x * (1 + ((i + j) % 2 === 0 ? by : -by / 2))),
        ),
      ]
    }),
  )

/** By entry of an output, how far it moves when every input moves by as much as it is: what its rounding is measured by. */
function moves(pass: Primal, row: Numbers, count: number): number[] {
  return Array.from({ length: count }, (_, k) =>
    pass.graph.inputs
      .flatMap(({ name, node }) => {
        const block = entriesOf(row[name])
        const columns = block.length / count
        const from = pass.graph.offset[node]
        return Array.from({ length: columns }, (__, j) => Math.abs(block[k * columns + j] * pass.values[from + j]))
      })
      .reduce((sum, each) => (Number.isFinite(each) ? sum + each : sum), 0),
  )
}

function withTolerances(
  numbers: readonly number[],
  scale: readonly number[],
  rounded: readonly (readonly number[])[],
  bound: number,
): Expected {
  const finite = (x: number): number => (Number.isFinite(x) ? Math.abs(x) : 0)
  const largest = Math.max(0, ...[...numbers, ...scale].map(finite))
  const tolerances = numbers.map((x, i) => {
    const moved = Math.max(...rounded.map((near) => finite(near[i] - x)))
    return Math.max(
      bound * Math.max(finite(x), finite(scale[i])),
      ELIMINATED * largest,
      Math.min(8 * moved, MOST_CANCELLED),
      x === 0 ? NOT_ZERO : 0,
    )
  })
  return { numbers, tolerances }
}

function differing(given: readonly number[], { numbers, tolerances }: Expected): string | null {
  if (given.length !== numbers.length) return `${given.length} numbers, not ${numbers.length}`
  const wrong = numbers.findIndex((x, i) =>
    Number.isFinite(x) ? !(Math.abs(given[i] - x) <= tolerances[i]) : !Object.is(given[i], x),
  )
  return wrong < 0 ? null : `${given[wrong]}, not ${numbers[wrong]} ± ${tolerances[wrong]}, at ${wrong}`
}
