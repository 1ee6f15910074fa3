import type { Span } from '../../language/syntax.ts'
import { neededFor } from '../trace/nesting.ts'
import type { TracedValue } from '../trace/trace.ts'
import type { NamedOutput } from '../trace/tracedProgram.ts'
import { PyNumber } from '../values/numbered.ts'
import { Dictionary, Instance, List, type PyValue, Tuple } from '../values/values.ts'
import { keyText } from './functions.ts'
import type { Interpreter, ShownValue } from './interpreter.ts'

/** Items of a list, or of a dictionary, that become outputs each. */
const MAX_ITEMS = 50

interface Candidate {
  readonly name: string
  readonly value: PyNumber
  readonly at: Span
}

/**
 * What a run is to show: what it asks derivatives of; else what the names at the top stand for at the end, and bare
 * expressions, as far as nothing of these is computed from it; else what it prints.
 */
export function outputsOf(run: Interpreter): NamedOutput[] {
  if (run.asked.length > 0) return [...run.asked]
  const named = candidates(run)
  const stated = free(run, run.stated, named)
  const computed = [...named, ...stated].filter(isComputed(run))
  // Places, counts and masks are steps on the way, and shown where there is nothing else.
  const real = computed.filter(({ value }) => value.dtype === 'float')
  const found = ends(run, (real.length > 0 ? real : computed).map(traced))
  if (found.length > 0) return found
  return ends(run, free(run, run.printed, named).filter(isComputed(run)).map(traced))
}

/** Where no input acts on anything: what the program computes all the same. */
export function constantOutputs(run: Interpreter): NamedOutput[] {
  const shown = [...candidates(run), ...free(run, [...run.stated, ...run.printed], [])]
  const constants = shown.filter(({ value }) => value.origin.kind === 'constant')
  return constants.map(({ name, value, at }) => ({ name, value: run.trace.read(value, at), at }))
}

/** Where nothing is computed: what the text gives to names. */
export function givenOutputs(run: Interpreter): NamedOutput[] {
  const found = new Map<TracedValue, NamedOutput>()
  for (const { name, value, at } of candidates(run))
    if (value.origin.kind !== 'constant') {
      const read = run.trace.read(value, at)
      if (run.trace.lines[read].kind === 'input') found.set(read, { name, value: read, at })
    }
  return [...found.values()]
}

const traced = ({ name, value, at }: Candidate): NamedOutput => ({
  name,
  value: value.origin.kind === 'traced' ? value.origin.value : -1,
  at,
})

const isComputed =
  ({ trace }: Interpreter) =>
  ({ value: { origin } }: Candidate): boolean =>
    origin.kind === 'traced' && trace.lines[origin.value].kind === 'operation'

/** Those from which no other is computed; of several names for one value the last. */
function ends({ trace }: Interpreter, outputs: readonly NamedOutput[]): NamedOutput[] {
  const byValue = new Map<TracedValue, NamedOutput>()
  for (const output of outputs) {
    byValue.delete(output.value)
    byValue.set(output.value, output)
  }
  const behind = new Set<TracedValue>()
  for (const value of byValue.keys()) {
    const line = trace.lines[value]
    if (line.kind === 'operation') for (const operand of line.operands) behind.add(operand)
  }
  const used = neededFor(trace, behind)
  return [...byValue.values()].filter(({ value }) => !used.has(value))
}

/** What the names at the top stand for at the end, in the order in which they were bound. */
function candidates(run: Interpreter): Candidate[] {
  return [...run.names.boundAt].flatMap(([name, at]) => {
    const value = run.top.names.get(name)
    return value === undefined || run.mode.fixed.counters.has(name) ? [] : numbersIn(name, value, at)
  })
}

function numbersIn(name: string, value: PyValue, at: Span): Candidate[] {
  if (value instanceof PyNumber) return [{ name, value, at }]
  if (value instanceof List || value instanceof Tuple) {
    if (value.items.length > MAX_ITEMS) return []
    return value.items.flatMap((item, k) => (item === value ? [] : inside(`${name}[${k}]`, item, at)))
  }
  return value instanceof Dictionary || value instanceof Instance ? inside(name, value, at) : []
}

/** One level further in: numbers in dictionaries, and what an object wraps in `data` or `value`. */
function inside(name: string, value: PyValue, at: Span): Candidate[] {
  if (value instanceof PyNumber) return [{ name, value, at }]
  if (value instanceof Dictionary && value.items.size <= MAX_ITEMS)
    return [...value.items].flatMap(([key, item]) =>
      item instanceof PyNumber ? [{ name: `${name}[${keyText(key)}]`, value: item, at }] : [],
    )
  if (!(value instanceof Instance)) return []
  const wrapped = value.members.get('data') ?? value.members.get('value') ?? value.members.get('val')
  return wrapped instanceof PyNumber ? [{ name, value: wrapped, at }] : []
}

/** Expressions without names get the first free ones of f, f1, f2 …; those with a name keep it. */
function free(run: Interpreter, shown: readonly ShownValue[], named: readonly Candidate[]): Candidate[] {
  const taken = new Set([...named.map(({ name }) => name), ...run.trace.names.map(({ name }) => name)])
  const seen = new Set<PyNumber>(named.map(({ value }) => value))
  return shown.flatMap(({ value, at }) => {
    if (seen.has(value)) return []
    seen.add(value)
    let name = 'f'
    for (let count = 1; taken.has(name); count++) name = `f${count}`
    taken.add(name)
    return [{ name, value, at: { from: at.from, to: at.to } }]
  })
}
