import type { Traced, TracedInput } from '../../graph/traced/traced.ts'
import type { Span } from '../../language/syntax.ts'
import { nestedBlocks } from './blocks.ts'
import { neededFor, nestingOf } from './nesting.ts'
import type { RunTrace, TracedValue } from './trace.ts'
import { shownNames } from './versions.ts'

/** What a run is to show. */
export interface NamedOutput {
  readonly name: string
  readonly value: TracedValue
  readonly at: Span
}

/**
 * The part of a trace that its outputs need, in nested blocks. Inputs stay even where no output needs them, but for those
 * that `isLeftOut` names.
 */
export function tracedProgram(
  trace: RunTrace,
  source: string,
  outputs: readonly NamedOutput[],
  deciding: ReadonlySet<TracedValue>,
): Traced {
  const needed = neededFor(
    trace,
    outputs.map(({ value }) => value),
  )
  const conditions = neededFor(trace, deciding)
  const inputs: TracedValue[] = []
  const names = new Map<string, TracedValue>()
  for (const [value, line] of trace.lines.entries()) {
    if (line.kind !== 'input') continue
    if (!needed.has(value) && !conditions.has(value) && isLeftOut(line.input)) continue
    inputs.push(value)
    names.set(line.input.name, value)
    needed.add(value)
  }
  inputs.sort((a, b) => placeOf(trace, a) - placeOf(trace, b))
  const unique = uniqueOutputs(outputs)
  const nesting = nestingOf(trace, needed)
  const shown = shownNames(trace, nesting, source, { inputs: names, outputs: unique })
  const { main, places } = nestedBlocks(
    trace,
    inputs,
    outputs.map(({ value }) => value),
    nesting,
    shown,
  )
  return {
    source,
    inputs: inputs.map((value) => {
      const line = trace.lines[value]
      if (line.kind !== 'input') throw new Error('Inputs are lines that are inputs')
      return line.input
    }),
    main,
    outputs: unique.map(({ name, value, at }) => ({ name, value: places.get(value) as number, at })),
  }
}

/** What no output needs is left out where it counts, is data, or is a drawn parameter, such as one after its update. */
function isLeftOut({ value, role, literal }: TracedInput): boolean {
  if (role === 'param') return literal === null
  return role === 'data' || value.entries.every(Number.isInteger)
}

/** Inputs stand in the order in which the text names them. */
function placeOf({ lines }: RunTrace, value: TracedValue): number {
  const line = lines[value]
  return line.kind === 'input' ? line.input.at.from : 0
}

/** Of outputs with one name the last keeps it. */
function uniqueOutputs(outputs: readonly NamedOutput[]): NamedOutput[] {
  const last = new Map(outputs.map(({ name, value }) => [name, value]))
  const taken = new Set<string>(last.keys())
  return outputs.map((output) => {
    if (last.get(output.name) === output.value) return output
    let count = 1
    while (taken.has(`${output.name} (${count})`)) count++
    const name = `${output.name} (${count})`
    taken.add(name)
    return { ...output, name }
  })
}
