import { absolute } from '../../src/autodiff/primal.ts'
import { jacobian, type Numbers, type Primal, primal, type Value } from '../../src/core.ts'
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

/**
 * How the printed numbers differ from the engine's, relative to the pass of absolute partials, or to `least` where that is
 * more; null where they agree.
 */
export function difference(each: CodeCase, printed: PrintedNumbers, bound: number, least: number): string | null {
  const pass = primal(each.graph)
  const expected = jacobian(pass, 'reverse')
  const scale = jacobian(absolute(pass), 'reverse')
  const names = (record: object) => Object.keys(record).join()
  if (names(printed.outputs) !== names(pass.outputs)) return `outputs ${names(printed.outputs)}`
  for (const [name, value] of Object.entries(pass.outputs)) {
    const own = differing(
      flat(printed.outputs[name]),
      entriesOf(value),
      moves(pass, scale[name], entriesOf(value).length),
      bound,
      least,
    )
    if (own) return `value of ${name}: ${own}`
    if (names(printed.jacobian[name]) !== names(expected[name])) return `inputs ${names(printed.jacobian[name])}`
    for (const [input, block] of Object.entries(expected[name])) {
      const wrong = differing(
        flat(printed.jacobian[name][input]),
        entriesOf(block),
        entriesOf(scale[name][input]),
        bound,
        least,
      )
      if (wrong) return `∂${name}/∂${input}: ${wrong}`
    }
  }
  return null
}

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

function differing(
  given: readonly number[],
  expected: readonly number[],
  scale: readonly number[],
  bound: number,
  least: number,
): string | null {
  if (given.length !== expected.length) return `${given.length} numbers, not ${expected.length}`
  // Entries beside large ones may be what is left of these.
  const beside = 1e-3 * Math.max(0, ...[...expected, ...scale].filter(Number.isFinite).map(Math.abs))
  const wrong = expected.findIndex((x, i) => {
    if (!Number.isFinite(x)) return !Object.is(given[i], x)
    const size = Math.max(Math.abs(x), Number.isFinite(scale[i]) ? Math.abs(scale[i]) : 0, beside, least)
    return !(Math.abs(given[i] - x) <= bound * size)
  })
  return wrong < 0 ? null : `${given[wrong]}, not ${expected[wrong]} (scale ${scale[wrong]}), at ${wrong}`
}
