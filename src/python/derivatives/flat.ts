import type { Step, Traced, TracedInput } from '../../graph/traced/traced.ts'
import { operations } from '../../primitives/index.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { RunTrace, TracedValue } from '../trace/trace.ts'

/** A value that derivatives are taken with respect to, and what it is at the point. */
export interface WantedInput {
  readonly value: TracedValue
  readonly tensor: Tensor
}

/**
 * What an output computes of the wanted values, in one block: what else acts on it is a constant here. `found` says which
 * of the wanted it depends on; only those are inputs, called `0`, `1`, ….
 */
export function flat(
  trace: RunTrace,
  output: TracedValue,
  wanted: readonly WantedInput[],
): { readonly traced: Traced; readonly found: readonly number[] } {
  const needed = neededFor(trace, output, wanted)
  const found = [...wanted.keys()].filter((k) => needed.has(wanted[k].value))
  const place = new Map<TracedValue, number>()
  const inputs = found.map((k): TracedInput => {
    place.set(wanted[k].value, place.size)
    return { name: String(k), value: wanted[k].tensor, role: null, literal: null, at: NOWHERE }
  })
  const steps: Step[] = []
  for (const value of [...needed].sort((a, b) => a - b)) {
    if (place.has(value)) continue
    place.set(value, inputs.length + steps.length)
    steps.push(stepOf(trace, value, place))
  }
  const main = { name: '', at: NOWHERE, parameters: inputs.length, steps, results: [], names: [] }
  const outputs = [{ name: 'output', value: place.get(output) as number, at: NOWHERE }]
  return { traced: { source: '', inputs, main, outputs }, found }
}

const NOWHERE = { from: 0, to: 0 }

function stepOf(trace: RunTrace, value: TracedValue, place: ReadonlyMap<TracedValue, number>): Step {
  const line = trace.lines[value]
  if (line.kind === 'constant') return { kind: 'constant', value: line.value, at: NOWHERE }
  if (line.kind === 'input') return { kind: 'constant', value: line.input.value, at: NOWHERE }
  const { op, operands, attributes } = line
  return {
    kind: 'operation',
    op,
    operands: operands.map((operand) => place.get(operand) as number),
    attributes,
    at: NOWHERE,
  }
}

/** All that derivatives of the output flow to: what it is computed from, itself too, but nothing behind a cut. */
export function dependenciesOf(trace: RunTrace, output: TracedValue): Set<TracedValue> {
  const reached = new Set<TracedValue>([output])
  for (const value of reached) {
    const line = trace.lines[value]
    if (line.kind === 'operation' && operations[line.op].name !== 'stop_gradient')
      for (const operand of line.operands) reached.add(operand)
  }
  return reached
}

/** What the output is computed from, not looking behind the wanted values. */
function neededFor(trace: RunTrace, output: TracedValue, wanted: readonly WantedInput[]): Set<TracedValue> {
  const ends = new Set(wanted.map(({ value }) => value))
  const needed = new Set<TracedValue>([output])
  for (const value of needed) {
    const line = trace.lines[value]
    if (line.kind === 'operation' && !ends.has(value)) for (const operand of line.operands) needed.add(operand)
  }
  return needed
}
